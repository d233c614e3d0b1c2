//! An entity's file: a new one whole, an old one with what it does not say yet.

use toml_edit::{Array, DocumentMut, InlineTable, Item, Value};

use crate::compile::normal::normal;
use crate::import::entities::record::{EntityRecord, PlaceRecord, RelationRecord, WrittenFact};
use crate::import::faults::Fault;
use crate::import::target::Target;
use crate::import::toml_file;
use crate::import::toml_text::{line, list_line, quoted};

/// The file of an entity that is not there yet.
pub(crate) fn new(record: &EntityRecord, facts: &[WrittenFact]) -> String {
    let mut toml = line("kind", &record.kind);
    let names: Vec<_> = record
        .names
        .iter()
        .map(|(name, language)| self::name(name, language.as_deref()))
        .collect();
    toml += &match &names[..] {
        [one] => format!("names = [{one}]\n"),
        many => format!("names = [\n    {},\n]\n", many.join(",\n    ")),
    };
    if !record.aliases.is_empty() {
        toml += &list_line("aliases", &distinct(record));
    }
    if !record.description.is_empty() {
        toml += &line("description", &record.description);
    }
    if !record.summary.is_empty() {
        toml += &line("summary", &record.summary);
    }
    if !record.former.is_empty() {
        toml += &list_line("former", &record.former);
    }
    if record.draft {
        toml += "draft = true\n";
    }
    if record.private {
        toml += "private = true\n";
    }
    if record.unlinked {
        toml += "autolink = false\n";
    }
    if let Some(place) = &record.place {
        toml += &format!("place = {}\n", self::place(place));
    }
    if !record.identifiers.is_empty() {
        let all = record
            .identifiers
            .iter()
            .map(|(scheme, value)| format!("{scheme} = {}", quoted(value)));
        toml += &format!(
            "identifiers = {{ {} }}\n",
            all.collect::<Vec<_>>().join(", ")
        );
    }
    if let Some(image) = &record.image {
        toml += &format!("image = {image}\n");
    }
    for hint in &record.hints {
        toml += &format!("# {hint}\n");
    }
    for fact in facts {
        toml += "\n";
        toml += &self::fact(fact);
    }
    toml
}

/// Aliases that are no names, each once.
fn distinct(record: &EntityRecord) -> Vec<String> {
    let mut met: Vec<String> = record.names.iter().map(|(name, _)| normal(name)).collect();
    let new = record.aliases.iter().filter(|alias| {
        let alias = normal(alias);
        let is_new = !met.contains(&alias);
        met.push(alias);
        is_new
    });
    new.cloned().collect()
}

fn name(name: &str, language: Option<&str>) -> String {
    match language {
        Some(language) => format!("{{ text = {}, lang = {} }}", quoted(name), quoted(language)),
        None => format!("{{ text = {} }}", quoted(name)),
    }
}

fn place(place: &PlaceRecord) -> String {
    let approximate = if place.approximate {
        ", approximate = true"
    } else {
        ""
    };
    let extent = place
        .extent
        .map_or(String::new(), |extent| format!(", extent = {extent}"));
    format!(
        "{{ lat = {}, lon = {}{approximate}{extent} }}",
        place.latitude, place.longitude
    )
}

/// A fact as a table of the file.
fn fact(fact: &WrittenFact) -> String {
    let mut toml = format!(
        "[[facts]]\ntext = {}\nsource = {}\n",
        quoted(&fact.text),
        fact.source
    );
    for (key, value) in [("claim", &fact.claim), ("date", &fact.date)] {
        if !value.is_empty() {
            toml += &line(key, value);
        }
    }
    toml
}

/// Adds to an entity's file what it does not say; where it says something else, that stays and is told.
pub(super) fn complete(
    id: &str,
    record: &EntityRecord,
    facts: &[WrittenFact],
    at: &str,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) {
    let path = format!("entities/{id}.toml");
    let changed = toml_file::change(&path, target, |document| {
        add_names(document, record);
        add_values(document, id, record, at, faults);
    });
    if let Err(error) = changed {
        faults.push(Fault::of(at, error.to_string(), ""));
        return;
    }
    for fact in facts {
        let is_said = toml_file::document(&path, target)
            .is_ok_and(|document| says(&document, "facts", &[("text", &fact.text)]));
        if !is_said {
            append(&path, "facts", &self::fact(fact), at, target, faults);
        }
    }
}

/// Whether one of a list's tables has these values.
fn says(document: &DocumentMut, list: &str, values: &[(&str, &str)]) -> bool {
    let same = |table: &dyn toml_edit::TableLike| {
        values
            .iter()
            .all(|(key, value)| table.get(key).and_then(Item::as_str) == Some(value))
    };
    match document.get(list) {
        Some(Item::ArrayOfTables(tables)) => tables.iter().any(|table| same(table)),
        Some(Item::Value(Value::Array(values))) => values
            .iter()
            .filter_map(Value::as_inline_table)
            .any(|table| same(table)),
        _ => false,
    }
}

/// Adds a table to a list at the end of a file, if the list is one of tables.
fn append(
    path: &str,
    list: &str,
    toml: &str,
    at: &str,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) {
    let is_inline = toml_file::document(path, target)
        .is_ok_and(|document| matches!(document.get(list), Some(Item::Value(_))));
    if is_inline {
        let what = format!("`{path}` has its {list} in one list, to which nothing is added");
        faults.push(Fault::of(
            at,
            what,
            format!("write each below a line `[[{list}]]`, and import again"),
        ));
        return;
    }
    target.append(path, toml);
}

fn add_names(document: &mut DocumentMut, record: &EntityRecord) {
    let known = |document: &DocumentMut, name: &str| {
        let name = normal(name);
        let texts = document
            .get("names")
            .and_then(Item::as_array)
            .into_iter()
            .flatten();
        let texts = texts.filter_map(|name| name.as_inline_table()?.get("text")?.as_str());
        let aliases = document
            .get("aliases")
            .and_then(Item::as_array)
            .into_iter()
            .flatten();
        texts
            .chain(aliases.filter_map(Value::as_str))
            .any(|one| normal(one) == name)
    };
    let languages = |document: &DocumentMut| -> Vec<String> {
        let names = document
            .get("names")
            .and_then(Item::as_array)
            .into_iter()
            .flatten();
        let languages = names.filter_map(|name| name.as_inline_table()?.get("lang")?.as_str());
        languages.map(str::to_owned).collect()
    };
    let mut aliases = Vec::new();
    for (name, language) in &record.names {
        if known(document, name) {
            continue;
        }
        let is_new = language
            .as_ref()
            .is_some_and(|language| !languages(document).contains(language));
        let names = document.get_mut("names").and_then(Item::as_array_mut);
        match (names.filter(|_| is_new), language) {
            (Some(names), Some(language)) => {
                let mut table = InlineTable::new();
                table.insert("text", name.as_str().into());
                table.insert("lang", language.as_str().into());
                push(names, table.into());
            }
            _ => aliases.push(name),
        }
    }
    aliases.extend(&record.aliases);
    for alias in aliases {
        if known(document, alias) {
            continue;
        }
        if document.get("aliases").is_none() {
            document.insert("aliases", Item::Value(Array::new().into()));
        }
        if let Some(all) = document.get_mut("aliases").and_then(Item::as_array_mut) {
            push(all, alias.as_str().into());
        }
    }
}

/// Puts a value at the end of a list, set as the one before it is.
fn push(list: &mut Array, value: Value) {
    let prefix = list
        .iter()
        .last()
        .and_then(|last| last.decor().prefix()?.as_str().map(str::to_owned));
    let is_first = list.is_empty();
    list.push(value);
    let last = list.len() - 1;
    if let Some(value) = list.get_mut(last) {
        let prefix = match (prefix, is_first) {
            (_, true) => String::new(),
            (Some(prefix), _) if prefix.contains('\n') => prefix,
            _ => " ".to_owned(),
        };
        value.decor_mut().set_prefix(prefix);
    }
}

fn add_values(
    document: &mut DocumentMut,
    id: &str,
    record: &EntityRecord,
    at: &str,
    faults: &mut Vec<Fault>,
) {
    let mut told = |what: String| faults.push(Fault::of(at, what, ""));
    for (key, value) in [
        ("description", &record.description),
        ("summary", &record.summary),
    ] {
        if value.is_empty() {
            continue;
        }
        match document.get(key).and_then(Item::as_str) {
            Some(own) if own == value => {}
            Some(_) => told(format!("`{id}` has another {key} already, which stays")),
            None => {
                document.insert(key, toml_edit::value(value.as_str()));
            }
        }
    }
    if let Some(place) = &record.place {
        let number = |item: &Item, key: &str| {
            item.get(key).and_then(|value| {
                value
                    .as_float()
                    .or(value.as_integer().map(|whole| whole as f64))
            })
        };
        match document.get("place") {
            None => {
                if let Ok(value) = self::place(place).parse::<Value>() {
                    document.insert("place", Item::Value(value));
                }
            }
            Some(own) => {
                let apart = |key: &str, degrees: f64| {
                    number(own, key).is_none_or(|own| (own - degrees).abs() > 0.01)
                };
                if apart("lat", place.latitude) || apart("lon", place.longitude) {
                    told(format!("`{id}` has another place already, which stays"));
                }
            }
        }
    }
    for (scheme, value) in &record.identifiers {
        if document.get("identifiers").is_none() {
            document.insert("identifiers", Item::Value(InlineTable::new().into()));
        }
        let Some(numbers) = document
            .get_mut("identifiers")
            .and_then(Item::as_table_like_mut)
        else {
            continue;
        };
        match numbers.get(scheme).and_then(Item::as_str) {
            Some(own) if own == value => {}
            Some(own) => told(format!(
                "`{id}` has another number of `{scheme}` already, `{own}`, which stays"
            )),
            None => {
                numbers.insert(scheme, toml_edit::value(value.as_str()));
            }
        }
    }
}

/// Adds a relation to the file of its subject, unless it says that already.
pub(super) fn relate(
    subject: &str,
    object: &str,
    relation: &RelationRecord,
    source: &str,
    target: &mut Target<'_>,
    at: &str,
    faults: &mut Vec<Fault>,
) {
    let path = format!("entities/{subject}.toml");
    let values = [("predicate", &*relation.predicate), ("object", object)];
    match toml_file::document(&path, target) {
        Ok(document) if says(&document, "relations", &values) => return,
        Ok(_) => {}
        Err(error) => return faults.push(Fault::of(at, error.to_string(), "")),
    }
    let toml = self::relation(object, relation, source);
    append(&path, "relations", &toml, at, target, faults);
}

/// A relation as a table of its subject's file.
pub(crate) fn relation(object: &str, relation: &RelationRecord, source: &str) -> String {
    let mut toml = "[[relations]]\n".to_owned();
    toml += &line("predicate", &relation.predicate);
    toml += &line("object", object);
    for (key, value) in [
        ("inverse", &relation.inverse),
        ("claim", &relation.claim),
        ("date", &relation.date),
    ] {
        if !value.is_empty() {
            toml += &line(key, value);
        }
    }
    toml + &format!("source = {source}\n")
}
