//! `site.toml`, entities, events and sources.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::compile::identifiers;
use crate::compile::slug::slug_of;
use crate::import::entities::{
    EntityRecord, PlaceRecord, RelationRecord, WrittenFact, entity_file, relation_table,
};
use crate::import::events::dated;
use crate::import::faults::Fault;
use crate::import::site_json::known::Known;
use crate::import::site_json::text::markdown;
use crate::import::toml_text::{line, list_line, quoted};
use crate::model::site::{Read, Reliability, SourceKind};
use crate::model::site_json::{
    EntityJson, EventJson, ImageJson, ReferenceJson, SiteJson, SourceJson, StatementJson,
};

/// Schemes of identifiers that the site names: by what readers know them as, the key and the pattern of addresses.
type Schemes = BTreeMap<String, (String, String)>;

/// The files, by their paths.
pub(super) fn written(
    site: &SiteJson,
    known: &Known<'_>,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, Vec<u8>> {
    let schemes = schemes(site);
    let mut files = BTreeMap::from([("site.toml".to_owned(), site_file(site, &schemes))]);
    for one in &site.entities {
        let text = entity(one, known, &schemes, faults);
        files.insert(format!("entities/{}.toml", one.id), text);
    }
    let events: Vec<_> = site
        .events
        .iter()
        .filter_map(|one| event(one, known, faults))
        .collect();
    let sources: Vec<_> = site.sources.iter().map(source).collect();
    for (path, tables) in [("events.toml", events), ("sources.toml", sources)] {
        if !tables.is_empty() {
            files.insert(path.to_owned(), tables.join("\n"));
        }
    }
    files
        .into_iter()
        .map(|(path, text)| (path, text.into_bytes()))
        .collect()
}

/// `key = "value"`, where there is one.
pub(super) fn optional(toml: &mut String, key: &str, value: &Option<String>) {
    if let Some(value) = value {
        *toml += &line(key, value);
    }
}

/// A picture as a value of TOML.
pub(super) fn image(image: &ImageJson, known: &Known<'_>) -> String {
    let mut toml = format!(
        "{{ file = {}, alt = {}",
        quoted(&image.file),
        quoted(&image.alt)
    );
    if let Some(caption) = &image.caption {
        toml += &format!(", caption = {}", quoted(&markdown(caption, known)));
    }
    for (key, words) in [("credit", &image.credit), ("licence", &image.licence)] {
        if let Some(words) = words {
            toml += &format!(", {key} = {}", quoted(words));
        }
    }
    toml + " }"
}

/// The key of a scheme that every site knows, by what readers know it as.
fn common(name: &str) -> Option<&'static str> {
    let mut common = identifiers::common();
    common.find(|(_, own)| *own == name).map(|(key, _)| key)
}

fn schemes(site: &SiteJson) -> Schemes {
    let mut schemes = Schemes::new();
    let all = site.entities.iter().flat_map(|entity| &entity.identifiers);
    for one in all.filter(|one| common(&one.scheme).is_none()) {
        let Some(url) = &one.url else { continue };
        let decoded = percent_decode_str(url).decode_utf8_lossy();
        let pattern = [url, &*decoded].into_iter().find_map(|url| {
            let at = url.rfind(&one.value)?;
            Some([&url[..at], "{id}", &url[at + one.value.len()..]].concat())
        });
        let key = slug_of(&one.scheme);
        if let Some(pattern) = pattern.filter(|_| !key.is_empty() && !one.value.is_empty()) {
            schemes.entry(one.scheme.clone()).or_insert((key, pattern));
        }
    }
    schemes
}

fn site_file(site: &SiteJson, schemes: &Schemes) -> String {
    let mut toml = "format = 1\n".to_owned();
    toml += &line("title", &site.title);
    toml += &line("language", &site.language);
    optional(&mut toml, "base_url", &site.base_url);
    optional(&mut toml, "contact", &site.contact);
    optional(&mut toml, "logo", &site.logo);
    if site.entity_pages {
        toml += "entity_pages = true\n";
    }
    for link in &site.links {
        toml += &format!(
            "\n[[links]]\n{}{}",
            line("text", &link.text),
            line("url", &link.url)
        );
    }
    if !site.colours.is_empty() {
        toml += "\n[colours]\n";
    }
    for colour in &site.colours {
        toml += &list_line(&colour.name, &[colour.light.clone(), colour.dark.clone()]);
    }
    for kind in &site.kinds {
        toml += &format!("\n[kinds.{}]\n", kind.id);
        for (key, words) in [
            ("one", &kind.one),
            ("many", &kind.many),
            ("like", &kind.like),
        ] {
            toml += &line(key, words);
        }
    }
    for (name, (key, url)) in schemes {
        toml += &format!(
            "\n[identifiers.{key}]\n{}{}",
            line("name", name),
            line("url", url)
        );
    }
    toml
}

/// What statements rest on, as a value of TOML; nothing where none of it is in the site.
fn sources(references: &[ReferenceJson], known: &Known<'_>) -> Option<String> {
    let values = references.iter().filter_map(|reference| match reference {
        ReferenceJson::Block { article, block } => {
            let is_known = known.articles.contains(&**article);
            is_known.then(|| quoted(&format!("{article}#p{block}")))
        }
        ReferenceJson::Work { id, pages, at } => {
            let place = [("pages", pages), ("at", at)];
            let place = place
                .iter()
                .find_map(|(key, words)| Some((key, words.as_ref()?)));
            let is_known = known.sources.contains(&**id);
            is_known.then(|| match place {
                Some((key, words)) => {
                    format!("{{ id = {}, {key} = {} }}", quoted(id), quoted(words))
                }
                None => quoted(id),
            })
        }
    });
    let values: Vec<_> = values.collect();
    match &values[..] {
        [] => None,
        [one] => Some(one.clone()),
        many => Some(format!("[{}]", many.join(", "))),
    }
}

/// The sources of a statement; that it has none is told.
fn rests_on(
    statement: &StatementJson,
    of: &str,
    known: &Known<'_>,
    faults: &mut Vec<Fault>,
) -> Option<String> {
    let sources = sources(&statement.sources, known);
    if sources.is_none() {
        let what = format!(
            "what `{of}` says rests on nothing that is in the file: \"{}\"",
            statement.text.text
        );
        faults.push(Fault::of(of, what, "export the whole site"));
    }
    sources
}

fn entity(
    one: &EntityJson,
    known: &Known<'_>,
    schemes: &Schemes,
    faults: &mut Vec<Fault>,
) -> String {
    let mut identifiers = Vec::new();
    for number in &one.identifiers {
        let own = schemes.get(&number.scheme).map(|(key, _)| &**key);
        match common(&number.scheme).or(own) {
            Some(key) => identifiers.push((key.to_owned(), number.value.clone())),
            None => faults.push(Fault::of(
                &*one.id,
                format!(
                    "where `{}` of {} leads is not known",
                    number.value, number.scheme
                ),
                "",
            )),
        }
    }
    let names = one.names.iter().map(|name| {
        let language = Some(name.language.clone()).filter(|language| language != known.language);
        (name.text.clone(), language)
    });
    let place = one.place.map(|place| PlaceRecord {
        latitude: place.latitude,
        longitude: place.longitude,
        approximate: place.approximate,
        extent: place.extent_km,
    });
    let said = |one: &Option<String>| one.clone().unwrap_or_default();
    let mut facts = Vec::new();
    for fact in &one.facts {
        if let Some(source) = rests_on(fact, &one.id, known, faults) {
            facts.push(WrittenFact {
                text: markdown(&fact.text, known),
                source,
                date: said(&fact.date),
                claim: said(&fact.claim),
            });
        }
    }
    let record = EntityRecord {
        kind: one.kind.clone(),
        names: names.collect(),
        aliases: one.aliases.clone(),
        former: one.former.clone(),
        description: said(&one.description),
        summary: one
            .summary
            .as_ref()
            .map_or(String::new(), |summary| markdown(summary, known)),
        place,
        identifiers,
        image: one.image.as_ref().map(|one| image(one, known)),
        unlinked: one.unlinked,
        // The publisher is asked for a fact before it is published.
        draft: facts.is_empty(),
        ..EntityRecord::default()
    };
    let mut toml = entity_file(&record, &facts);
    for relation in &one.relations {
        let statement = &relation.statement;
        if !known.entities.contains(&*relation.object) {
            faults.push(Fault::of(
                &*one.id,
                format!(
                    "it is related to `{}`, which is not in the file",
                    relation.object
                ),
                "export the whole site",
            ));
            continue;
        }
        if let Some(source) = rests_on(statement, &one.id, known, faults) {
            let record = RelationRecord {
                predicate: statement.text.text.clone(),
                inverse: said(&relation.inverse),
                claim: said(&statement.claim),
                date: said(&statement.date),
                ..RelationRecord::default()
            };
            toml += "\n";
            toml += &relation_table(&relation.object, &record, &source);
        }
    }
    toml
}

fn event(one: &EventJson, known: &Known<'_>, faults: &mut Vec<Fault>) -> Option<String> {
    let statement = &one.statement;
    let source = rests_on(statement, &one.id, known, faults)?;
    let mut toml = "[[events]]\n".to_owned();
    optional(&mut toml, "date", &statement.date);
    if statement
        .date
        .as_deref()
        .map(dated)
        .is_none_or(|id| id != one.id)
    {
        toml += &line("id", &one.id);
    }
    toml += &line("text", &markdown(&statement.text, known));
    let concerned = one
        .entities
        .iter()
        .filter(|id| known.entities.contains(&***id));
    let concerned: Vec<_> = concerned.cloned().collect();
    if !concerned.is_empty() {
        toml += &list_line("entities", &concerned);
    }
    if !one.former.is_empty() {
        toml += &list_line("former", &one.former);
    }
    toml += &format!("source = {source}\n");
    optional(&mut toml, "claim", &statement.claim);
    Some(toml)
}

fn source(one: &SourceJson) -> String {
    let mut toml = format!("[{}]\n", one.id);
    if one.kind != SourceKind::Web {
        toml += &format!("kind = {}\n", word(&one.kind));
    }
    let authors = one
        .author
        .iter()
        .map(|name| match one.organisations.contains(name) {
            true => format!("{{ organisation = {} }}", quoted(name)),
            false => quoted(name),
        });
    let authors: Vec<_> = authors.collect();
    match &authors[..] {
        [] => {}
        [one] => toml += &format!("author = {one}\n"),
        many => toml += &format!("author = [{}]\n", many.join(", ")),
    }
    let lines = [
        ("publisher", &one.publisher),
        ("title", &one.title),
        ("url", &one.url),
        ("archived", &one.archived),
        ("doi", &one.doi),
        ("isbn", &one.isbn),
        ("pages", &one.pages),
        ("held_by", &one.held_by),
        ("call_number", &one.call_number),
        ("date", &one.date),
        ("read_on", &one.read_on),
        ("language", &one.language),
    ];
    for (key, value) in lines {
        optional(&mut toml, key, value);
    }
    if one.read != Read::Page {
        toml += &format!("read = {}\n", word(&one.read));
    }
    if one.reliability != Reliability::Good {
        toml += &format!("reliability = {}\n", word(&one.reliability));
    }
    toml
}

/// A word of the content format as a value of TOML: JSON has the same words.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
