//! An entity's file as the values of a form, and back: only what differs is changed.

use toml_edit::{DocumentMut, Item, Table, Value};

use crate::edit::toml_rows::{arrange, arrange_words, rows, set_string, set_toml, string, toml};
use crate::model::editing::{EntityValues, FactValue, NameValue, PictureValue};

/// What a file says.
pub(super) fn read(document: &DocumentMut) -> EntityValues {
    let table = document.as_table();
    let names = rows(table.get("names")).into_iter().enumerate();
    let facts = rows(table.get("facts")).into_iter().enumerate();
    EntityValues {
        kind: string(table, "kind"),
        names: names
            .map(|(row, name)| NameValue {
                row: Some(row),
                text: string(name, "text"),
                language: string(name, "lang"),
            })
            .collect(),
        aliases: crate::compile::toml_edits::words(table.get("aliases").unwrap_or(&Item::None)),
        description: string(table, "description"),
        summary: string(table, "summary"),
        draft: table
            .get("draft")
            .and_then(Item::as_bool)
            .unwrap_or_default(),
        facts: facts
            .map(|(row, fact)| FactValue {
                row: Some(row),
                text: string(fact, "text"),
                source: toml(fact, "source"),
                date: string(fact, "date"),
            })
            .collect(),
        picture: table
            .get("image")
            .and_then(Item::as_table_like)
            .map(|image| PictureValue {
                file: string(image, "file"),
                alt: string(image, "alt"),
                credit: string(image, "credit"),
                licence: string(image, "licence"),
            }),
    }
}

/// Makes a file say these values.
pub(super) fn write(document: &mut DocumentMut, values: &EntityValues) {
    let before = read(document);
    let table = document.as_table_mut();
    set_string(table, "kind", values.kind.trim());
    if before.names != values.names {
        arrange(
            table,
            "names",
            &values.names,
            |name| name.row,
            |name, row| {
                set_string(row, "text", name.text.trim());
                set_string(row, "lang", name.language.trim());
            },
        );
    }
    if before.aliases != values.aliases {
        set_words(table, "aliases", &values.aliases);
    }
    set_string(table, "description", values.description.trim());
    set_string(table, "summary", values.summary.trim());
    if before.draft != values.draft {
        set_draft(table, values.draft);
    }
    if before.facts != values.facts {
        arrange(
            table,
            "facts",
            &values.facts,
            |fact| fact.row,
            |fact, row| {
                set_string(row, "text", fact.text.trim());
                set_toml(row, "source", &fact.source);
                set_string(row, "date", fact.date.trim());
            },
        );
    }
    let image = table.get_mut("image").and_then(Item::as_table_like_mut);
    if let (Some(image), Some(picture)) = (image, &values.picture) {
        set_string(image, "alt", &picture.alt);
        set_string(image, "credit", &picture.credit);
        set_string(image, "licence", &picture.licence);
    }
}

/// Sets a list of words; those that it has already keep their bytes.
fn set_words(table: &mut Table, key: &str, words: &[String]) {
    let words: Vec<_> = words
        .iter()
        .map(|one| one.trim())
        .filter(|one| !one.is_empty())
        .collect();
    if words.is_empty() {
        table.remove(key);
        return;
    }
    let list = table.get_mut(key).and_then(Item::as_array_mut);
    let Some(list) = list else {
        table.insert(
            key,
            toml_edit::value(words.iter().copied().collect::<toml_edit::Array>()),
        );
        return;
    };
    arrange_words(list, &words);
}

/// The line by which a stub says that it is a draft goes with the mark.
fn set_draft(table: &mut Table, is_draft: bool) {
    if is_draft {
        match table.get_mut("draft") {
            Some(Item::Value(value)) => {
                let decor = value.decor().clone();
                *value = Value::from(true);
                *value.decor_mut() = decor;
            }
            _ => drop(table.insert("draft", toml_edit::value(true))),
        }
        return;
    }
    let above = table
        .key("draft")
        .and_then(|key| key.leaf_decor().prefix()?.as_str());
    let stays: String = above
        .unwrap_or_default()
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("# A draft"))
        .collect();
    let next = table
        .iter()
        .map(|(key, _)| key.to_owned())
        .skip_while(|key| key != "draft")
        .nth(1);
    table.remove("draft");
    if stays.trim().is_empty() {
        return;
    }
    // What else stood above stands above what comes next.
    if let Some(mut key) = next.and_then(|next| table.key_mut(&next)) {
        let own = key.leaf_decor().prefix().and_then(|prefix| prefix.as_str());
        let own = own.unwrap_or_default().to_owned();
        key.leaf_decor_mut().set_prefix([stays, own].concat());
    }
}
