//! W3C Web Annotations, and what Recogito makes of them: what is marked by its words (TextQuoteSelector) and its place
//! (TextPositionSelector), what it means by addresses, kinds as tags.

use serde_json::Value;

use crate::import::entities::kind_of;
use crate::import::faults::Fault;
use crate::import::standoff::annotation::{Annotation, StandOff};

/// Reads one annotation, a list, a page or a collection of them.
pub(super) fn read(value: &Value) -> StandOff {
    let mut standoff = StandOff::default();
    let all = match value {
        Value::Array(all) => all.iter().collect(),
        one => {
            let first = one.get("first").unwrap_or(one);
            match first.get("items").and_then(Value::as_array) {
                Some(items) => items.iter().collect(),
                None => vec![one],
            }
        }
    };
    for (row, one) in all.into_iter().enumerate() {
        let place = format!("annotation {}", row + 1);
        match annotation(one, &place) {
            Some(annotation) => standoff.annotations.push(annotation),
            None => standoff
                .faults
                .push(Fault::of(place, "it marks no words of a text", "")),
        }
    }
    standoff
}

fn each(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(all)) => all.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

fn annotation(value: &Value, place: &str) -> Option<Annotation> {
    let mut annotation = Annotation {
        place: place.to_owned(),
        ..Annotation::default()
    };
    for target in each(value.get("target")) {
        for selector in each(target.get("selector")) {
            select(selector, &mut annotation, 0);
        }
    }
    if annotation.quote.is_empty() && annotation.range.is_none() {
        return None;
    }
    for body in each(value.get("body").or_else(|| value.get("bodies"))) {
        mean(body, &mut annotation);
    }
    Some(annotation)
}

fn select(selector: &Value, annotation: &mut Annotation, depth: usize) {
    let words = |key: &str| {
        selector
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let number = |key: &str| {
        selector
            .get(key)
            .and_then(Value::as_u64)
            .map(|number| number as usize)
    };
    let quote = [words("exact"), words("quote")]
        .into_iter()
        .find(|quote| !quote.is_empty());
    if let Some(quote) = quote.filter(|_| annotation.quote.is_empty()) {
        annotation.quote = quote;
        annotation.prefix = words("prefix");
        annotation.suffix = words("suffix");
    }
    if let (Some(start), Some(end)) = (number("start"), number("end"))
        && annotation.range.is_none()
    {
        annotation.range = Some((start, end));
    }
    // A part of a part.
    if depth < 8
        && let Some(inner) = selector.get("refinedBy")
    {
        select(inner, annotation, depth + 1);
    }
}

/// Takes what a body says of whom or what is meant; remarks say nothing of it.
fn mean(body: &Value, annotation: &mut Annotation) {
    if let Some(address) = body.as_str() {
        annotation.ids.push(address.to_owned());
        return;
    }
    let words = |key: &str| body.get(key).and_then(Value::as_str);
    let purpose = words("purpose").unwrap_or_default();
    if matches!(
        purpose,
        "commenting" | "replying" | "describing" | "transcribing"
    ) {
        return;
    }
    let source = body
        .get("source")
        .and_then(|source| source.as_str().or_else(|| source.get("id")?.as_str()));
    let address =
        source.or_else(|| words("id").filter(|id| id.contains("://") && purpose != "tagging"));
    annotation.ids.extend(address.map(str::to_owned));
    let value = words("value").or_else(|| body.get("value")?.get("label")?.as_str());
    match value {
        Some(value) if value.contains("://") => annotation.ids.push(value.to_owned()),
        Some(value) if kind_of(value, &[]).is_some() && annotation.label.is_empty() => {
            annotation.label = value.to_owned();
        }
        Some(value) if matches!(purpose, "identifying" | "linking") => {
            annotation.ids.push(value.to_owned());
        }
        _ => {}
    }
}
