//! Data by what it holds: JSON by its keys, lists of works and tables by their first lines.

use serde_json::Value;

use crate::import::error::ImportError;
use crate::import::format::Format;
use crate::import::text;

/// The format of some JSON.
pub(super) fn json(name: &str, bytes: &[u8]) -> Result<Format, ImportError> {
    let written = text::decoded(name, bytes)?;
    let value: Value = serde_json::from_str(&written).map_err(|error| {
        let message = format!("this JSON cannot be read: {error}");
        ImportError::new(name, message, "save it again where it comes from")
            .at_line(error.line().max(1), error.column().max(1))
    })?;
    let first = value.as_array().and_then(|list| list.first());
    let one = first.unwrap_or(&value);
    let has = |key: &str| one.get(key).is_some();
    let says = |key: &str, words: &str| {
        one.get(key)
            .is_some_and(|it| it.to_string().contains(words))
    };
    if is_record(&value) {
        return Ok(Format::Wikidata);
    }
    if ["format", "articles", "entities", "events", "sources"]
        .into_iter()
        .all(has)
    {
        return Ok(Format::Site);
    }
    if says("@context", "anno.jsonld") || says("type", "Annotation") {
        return Ok(Format::WebAnnotation);
    }
    if has("ents") || (has("entities") && has("text")) || (has("text") && has("spans")) {
        return Ok(Format::Spacy);
    }
    if has("type") && (has("title") || has("author") || has("issued") || has("container-title")) {
        return Ok(Format::CslJson);
    }
    let message = "this JSON is neither an exported site, nor a Wikidata record, nor CSL JSON, nor annotations of a text";
    let help = "make a CSV of it with a header, such as `name,kind,description`, and import that";
    Err(ImportError::new(name, message, help))
}

/// Whether a text begins as JSON does.
pub(super) fn is_json(start: &str) -> bool {
    let rest = start.trim_start_matches(['[', '{']).trim_start();
    start.starts_with('{') && rest.starts_with('"')
        || start.starts_with('[') && rest.starts_with('"')
}

/// `{"entities": {"Q15031": {…}}}`, or the record itself.
fn is_record(value: &Value) -> bool {
    let is_id = |key: &str| {
        key.strip_prefix(['Q', 'P', 'L'])
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let entities = value.get("entities").and_then(Value::as_object);
    let id = value.get("id").and_then(Value::as_str);
    entities.is_some_and(|all| !all.is_empty() && all.keys().all(|key| is_id(key)))
        || id.is_some_and(is_id) && value.get("labels").is_some()
}

/// Formats of lines.
pub(super) fn lines(start: &str, ending: &str) -> Option<Format> {
    let begins = |sign: &str| start.starts_with(sign);
    if begins("TY  -") || ending == "ris" {
        return Some(Format::Ris);
    }
    let mut entries = start.lines().map(str::trim_start);
    let first = entries.find(|line| !line.is_empty() && !line.starts_with('%'));
    let is_entry = first
        .and_then(|line| line.strip_prefix('@'))
        .is_some_and(|rest| {
            let name = rest.split(['{', '(']).next().unwrap_or_default();
            rest.len() > name.len()
                && !name.is_empty()
                && name.trim().chars().all(char::is_alphabetic)
        });
    if is_entry || ending == "bib" || ending == "bibtex" {
        return Some(Format::BibTex);
    }
    if ["csv", "tsv", "tab"].contains(&ending) {
        let header = start.lines().next().unwrap_or_default();
        let is_recogito = header.contains("QUOTE_TRANSCRIPTION") && header.contains("ANCHOR");
        return Some(if is_recogito {
            Format::Recogito
        } else {
            Format::Table
        });
    }
    None
}
