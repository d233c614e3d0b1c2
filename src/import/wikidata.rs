//! Saved records of Wikidata, `Q15031.json`, into entities. The data is in the public domain (CC0); every claim taken names
//! the record as its source.

mod claims;
mod properties;
mod time;

use serde_json::Value;

use crate::import::entities::{Entities, EntityRecord, FactRecord, PlaceRecord, RelationRecord};
use crate::import::error::ImportError;
use crate::import::faults::{Fault, tell};
use crate::import::imported::Input;
use crate::import::languages::languages;
use crate::import::target::Target;
use crate::import::text;
use crate::import::wikidata::claims::{Claim, claims};
use crate::import::wikidata::properties::{DATES, NUMBERS, RELATIONS, kind_of};
use crate::import::work::{Work, tidy};

/// Bytes of a file; the largest records have a few million.
const LONGEST: usize = 40 << 20;

/// Takes the records of a file.
///
/// # Errors
/// If it is no JSON, or too long.
pub(crate) fn read(input: &Input, target: &mut Target<'_>) -> Result<(), ImportError> {
    let name = &input.name;
    if input.bytes.len() > LONGEST {
        let message = format!("the record has more than {} MB", LONGEST >> 20);
        return Err(ImportError::new(
            name,
            message,
            "save the record of one item alone",
        ));
    }
    let text = text::decoded(name, &input.bytes)?;
    let value: Value = serde_json::from_str(&text).map_err(|error| {
        let message = format!("this JSON cannot be read: {error}");
        ImportError::new(name, message, "save the record again")
            .at_line(error.line().max(1), error.column().max(1))
    })?;
    let own = value.get("id").and_then(Value::as_str).unwrap_or_default();
    let records: Vec<(&str, &Value)> = match value.get("entities").and_then(Value::as_object) {
        Some(all) => all
            .iter()
            .map(|(key, record)| {
                (
                    record.get("id").and_then(Value::as_str).unwrap_or(key),
                    record,
                )
            })
            .collect(),
        None => vec![(own, &value)],
    };
    let mut entities = Entities::of(target, name);
    let languages = languages(target);
    let mut faults = Vec::new();
    let mut read = Vec::new();
    for (number, record) in records {
        if let Some(id) = take(
            number,
            record,
            &languages,
            &mut entities,
            target,
            &mut faults,
        ) {
            read.push((number, record, id));
        }
    }
    // Once all are known by their numbers.
    for (number, record, id) in read {
        relate(number, record, &id, &mut entities, target, &mut faults);
    }
    tell(faults, name, target);
    Ok(())
}

/// Takes a record; returns the entity that it is.
fn take(
    id: &str,
    record: &Value,
    languages: &[String],
    entities: &mut Entities,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) -> Option<String> {
    let is_item = id.strip_prefix('Q').is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !is_item || record.get("missing").is_some() {
        let what = if is_item {
            "there is no such item"
        } else {
            "this is no item, but a property or lexeme"
        };
        faults.push(Fault::of(
            format!("`{}`", tidy(id)),
            what,
            "save the record of an item, `Q15031`",
        ));
        return None;
    }
    let names = names(record, languages);
    let Some((label, _)) = names.first().cloned() else {
        faults.push(Fault::of(
            format!("`{id}`"),
            "the item has no label",
            "give it one there, and save it again",
        ));
        return None;
    };
    let mut entity = EntityRecord {
        names,
        aliases: aliases(record, languages),
        description: described(record, languages),
        identifiers: numbers(record, id),
        ..EntityRecord::default()
    };
    match entities.same(&entity) {
        Ok(Some(own)) if entities.is_private(&own) => {
            faults.push(Fault::of(
                format!("`{id}`"),
                format!("`{own}` is private, so only names are taken"),
                "",
            ));
            entity.identifiers.clear();
            entity.description.clear();
            entity.id = own.clone();
            entities.add(entity, &format!("`{id}`"), target, faults);
            return Some(own);
        }
        _ => {}
    }
    entity.kind = kind(record).unwrap_or_else(|| {
        let note = format!(
            "the record {id} does not say plainly what `{label}` is: see to `kind` in its file"
        );
        target.note(note);
        "concept".to_owned()
    });
    entity.place = place(record, faults, id);
    entity.hints = hints(record, languages);
    let source = source(record, id, &label, entities, target, faults)?;
    for (property, text) in DATES {
        for claim in claims(record, property) {
            match claim.date() {
                Some(date) => entity.facts.push(FactRecord {
                    text: (*text).to_owned(),
                    sources: vec![source.clone()],
                    date: date.edtf,
                    claim: String::new(),
                }),
                None => faults.extend(claim.undated(id, text)),
            }
        }
    }
    entity.sources = vec![source];
    entities.add(entity, &format!("`{id}`"), target, faults)
}

/// The record as a work to cite.
fn source(
    record: &Value,
    id: &str,
    label: &str,
    entities: &mut Entities,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) -> Option<String> {
    let modified = record
        .get("modified")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let key = format!("wikidata-{}", id.to_lowercase());
    let work = Work {
        key: key.clone(),
        kind: "web",
        publisher: "Wikidata".to_owned(),
        title: format!("{label} ({id})"),
        url: format!("https://www.wikidata.org/wiki/{id}"),
        date: modified.get(..10).unwrap_or_default().to_owned(),
        ..Work::default()
    };
    match entities.citable().cite(work, target) {
        Ok(key) => Some(key),
        Err(why) => {
            faults.push(Fault::of(format!("`{id}`"), why, ""));
            None
        }
    }
}

/// Words of a record in a language.
fn said<'v>(record: &'v Value, part: &str, language: &str) -> Option<&'v str> {
    record.get(part)?.get(language)?.get("value")?.as_str()
}

/// Labels in the site's languages, and what it is called where it is from.
fn names(record: &Value, languages: &[String]) -> Vec<(String, Option<String>)> {
    let mut names: Vec<(String, Option<String>)> = Vec::new();
    let mut push = |name: &str, language: &str| {
        let name = tidy(name);
        let is_new = !name.is_empty() && names.iter().all(|(own, _)| *own != name);
        let language = Some(language.to_owned())
            .filter(|language| crate::compile::rules::is_language(language));
        if is_new {
            names.push((name, language.filter(|language| language != "mul")));
        }
    };
    for language in languages {
        if let Some(label) = said(record, "labels", language) {
            push(label, language);
        }
    }
    for language in ["mul", "en"] {
        if let Some(label) = said(record, "labels", language) {
            push(label, language);
            break;
        }
    }
    for property in ["P1559", "P1705"] {
        for claim in claims(record, property) {
            if let Some((text, language)) = claim.words() {
                push(text, language);
            }
        }
    }
    if names.is_empty() {
        let labels = record.get("labels").and_then(Value::as_object);
        let first = labels.and_then(|labels| labels.iter().next());
        if let Some((language, label)) = first {
            let label = label
                .get("value")
                .and_then(Value::as_str)
                .unwrap_or_default();
            names.push((
                tidy(label),
                Some(language.clone())
                    .filter(|language| crate::compile::rules::is_language(language)),
            ));
        }
    }
    names
}

fn aliases(record: &Value, languages: &[String]) -> Vec<String> {
    let all = languages
        .iter()
        .filter_map(|language| record.get("aliases")?.get(language)?.as_array());
    let words = all
        .flatten()
        .filter_map(|alias| alias.get("value")?.as_str());
    words.map(tidy).filter(|alias| !alias.is_empty()).collect()
}

fn described(record: &Value, languages: &[String]) -> String {
    let first = languages
        .first()
        .and_then(|language| said(record, "descriptions", language));
    first.map(tidy).unwrap_or_default()
}

/// What it is, by what it is an instance of, else by what is said of it.
fn kind(record: &Value) -> Option<String> {
    let classes = claims(record, "P31");
    let kind = classes.iter().find_map(|claim| kind_of(&claim.item()?));
    let has = |property: &str| !claims(record, property).is_empty();
    let kind = kind.or_else(|| match () {
        () if has("P569") => Some("person"),
        () if has("P571") && has("P159") => Some("organisation"),
        () if has("P625") => Some("place"),
        () => None,
    });
    kind.map(str::to_owned)
}

/// Where on the earth it is; other globes are told.
fn place(record: &Value, faults: &mut Vec<Fault>, id: &str) -> Option<PlaceRecord> {
    let all = claims(record, "P625");
    let value = all.first()?.value()?;
    let globe = value
        .get("globe")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if !globe.is_empty() && !globe.ends_with("/Q2") {
        faults.push(Fault::of(
            format!("`{id}`"),
            "its place is not on the earth",
            "",
        ));
        return None;
    }
    let degrees = |key: &str, limit: f64| {
        value
            .get(key)?
            .as_f64()
            .filter(|degrees| degrees.abs() <= limit)
    };
    let rounded = |degrees: f64| (degrees * 100_000.0).round() / 100_000.0;
    let precision = value.get("precision").and_then(Value::as_f64);
    Some(PlaceRecord {
        latitude: rounded(degrees("latitude", 90.0)?),
        longitude: rounded(degrees("longitude", 180.0)?),
        approximate: precision.is_some_and(|precision| precision > 0.1),
        extent: None,
    })
}

/// Numbers by which others know it.
fn numbers(record: &Value, id: &str) -> Vec<(String, String)> {
    let own = [("wikidata".to_owned(), id.to_owned())];
    let others = NUMBERS.iter().filter_map(|(property, scheme)| {
        let all = claims(record, property);
        let number = all.first()?.value()?.as_str()?;
        let number = if *property == "P402" {
            format!("relation/{number}")
        } else {
            number.to_owned()
        };
        Some(((*scheme).to_owned(), number))
    });
    own.into_iter().chain(others).collect()
}

/// What the author may use by hand: its picture, its address, where to read more.
fn hints(record: &Value, languages: &[String]) -> Vec<String> {
    let mut hints = Vec::new();
    let first = |property: &str| {
        claims(record, property)
            .first()
            .and_then(Claim::value)
            .and_then(Value::as_str)
            .map(tidy)
    };
    if let Some(file) = first("P18") {
        hints.push(format!(
            "a picture on Wikimedia Commons: \"{file}\"; its credit and licence stand there"
        ));
    }
    if let Some(address) = first("P856") {
        hints.push(format!("its own address: {address}"));
    }
    let language = languages
        .first()
        .map(|language| language.split('-').next().unwrap_or(language));
    let site = language.map(|language| format!("{language}wiki"));
    let link = site.and_then(|site| record.get("sitelinks")?.get(&site)?.get("title")?.as_str());
    if let Some((title, language)) = link.zip(language) {
        let title = tidy(title).replace(' ', "_");
        hints.push(format!(
            "to read more: https://{language}.wikipedia.org/wiki/{title}"
        ));
    }
    hints
}

/// Relations to those entities of the site that have the number of the item that is meant.
fn relate(
    number: &str,
    record: &Value,
    id: &str,
    entities: &mut Entities,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) {
    let place = format!("`{number}`");
    if entities.is_private(id) {
        return;
    }
    for (property, predicate, inverse) in RELATIONS {
        for claim in claims(record, property) {
            let object = claim
                .item()
                .and_then(|item| entities.numbered("wikidata", &item));
            let Some(object) = object.filter(|object| object != id && !entities.is_private(object))
            else {
                continue;
            };
            let relation = RelationRecord {
                subject: id.to_owned(),
                predicate: (*predicate).to_owned(),
                object,
                inverse: (*inverse).to_owned(),
                sources: vec![format!("wikidata-{}", number.to_lowercase())],
                claim: String::new(),
                date: claim.span(),
            };
            entities.relate(relation, &place, target, faults);
        }
    }
}
