//! Names in a text as spaCy and displaCy write them: `{"text": "...", "ents": [{"start": 4, "end": 10, "label": "ORG"}]}`.

use serde_json::Value;

use crate::import::faults::Fault;
use crate::import::standoff::annotation::{Annotation, StandOff};

/// Reads one text, a list of them, or the examples that models are trained with.
pub(super) fn read(value: &Value) -> StandOff {
    let mut standoff = StandOff::default();
    match value {
        Value::Array(all) => all.iter().for_each(|one| document(one, &mut standoff)),
        one => document(one, &mut standoff),
    }
    standoff
}

fn document(value: &Value, standoff: &mut StandOff) {
    // `["text", {"entities": [[0, 4, "ORG"]]}]`
    let (text, marked) = match value.as_array().map(Vec::as_slice) {
        Some([text, marked]) => (text.as_str(), marked),
        _ => (value.get("text").and_then(Value::as_str), value),
    };
    let row = standoff.texts.len();
    let lists = ["ents", "entities", "spans"]
        .into_iter()
        .filter_map(|key| list(marked.get(key)?));
    let ents = lists.into_iter().next();
    let (Some(text), Some(ents)) = (text, ents) else {
        let place = format!("text {}", row + 1);
        standoff.faults.push(Fault::of(
            place,
            "it has no `text` with `ents`",
            "write it by `doc.to_json()`",
        ));
        return;
    };
    standoff.texts.push(text.to_owned());
    for (number, ent) in ents.iter().enumerate() {
        let place = if row == 0 {
            format!("name {}", number + 1)
        } else {
            format!("text {}, name {}", row + 1, number + 1)
        };
        match annotation(ent, row, &place) {
            Some(annotation) => standoff.annotations.push(annotation),
            None => standoff.faults.push(Fault::of(
                place,
                "its place is not in the text",
                "write `start` and `end` as numbers of letters",
            )),
        }
    }
}

/// A list; of spans by their key all of them.
fn list(value: &Value) -> Option<Vec<&Value>> {
    match value {
        Value::Array(all) => Some(all.iter().collect()),
        Value::Object(lists) => Some(
            lists
                .values()
                .filter_map(Value::as_array)
                .flatten()
                .collect(),
        ),
        _ => None,
    }
}

fn annotation(ent: &Value, text: usize, place: &str) -> Option<Annotation> {
    let number = |value: &Value| usize::try_from(value.as_i64()?).ok();
    let (start, end, label, rest) = match ent {
        Value::Array(parts) => (
            number(parts.first()?)?,
            number(parts.get(1)?)?,
            parts.get(2)?.as_str()?,
            &Value::Null,
        ),
        ent => {
            let start = ent.get("start_char").or_else(|| ent.get("start"))?;
            let end = ent.get("end_char").or_else(|| ent.get("end"))?;
            let label = ent
                .get("label")
                .or_else(|| ent.get("label_"))
                .or_else(|| ent.get("type"));
            (
                number(start)?,
                number(end)?,
                label.and_then(Value::as_str).unwrap_or_default(),
                ent,
            )
        }
    };
    let words = |key: &str| {
        rest.get(key)
            .and_then(Value::as_str)
            .filter(|words| !matches!(*words, "" | "NIL"))
    };
    let ids = ["kb_id", "id", "kb_url"].into_iter().filter_map(words);
    Some(Annotation {
        place: place.to_owned(),
        quote: words("text").unwrap_or_default().to_owned(),
        range: Some((start, end)),
        text: Some(text),
        label: label.to_owned(),
        ids: ids.filter(|id| *id != "#").map(str::to_owned).collect(),
        ..Annotation::default()
    })
}
