//! The sources as [CSL JSON](https://docs.citationstyles.org/en/stable/specification.html), which programs that keep
//! references read.

use serde_json::{Map, Value, json};

use crate::export::public::Public;
use crate::model::site::{Source, SourceKind};
use crate::model::when::When;
use crate::publish::project::cited::author::Author;
use crate::publish::project::cited::dated::numbers;

/// A list of all sources.
pub(super) fn sources(public: &Public) -> String {
    let items = public.sources().map(|source| item(public, source));
    format!("{:#}\n", Value::Array(items.collect()))
}

fn item(public: &Public, source: &Source) -> Value {
    let mut item = Map::new();
    let mut say = |key: &str, value: Value| {
        if !value.is_null() {
            item.insert(key.to_owned(), value);
        }
    };
    let (kind, publisher) = match source.kind {
        SourceKind::Web => ("webpage", "container-title"),
        SourceKind::Article if source.doi.is_some() => ("article-journal", "container-title"),
        SourceKind::Article => ("article-newspaper", "container-title"),
        SourceKind::Book => ("book", "publisher"),
        SourceKind::Report => ("report", "publisher"),
        SourceKind::Interview => ("interview", "publisher"),
        SourceKind::Letter => ("personal_communication", "publisher"),
        SourceKind::CourtFile => ("legal_case", "publisher"),
        SourceKind::Archive => ("manuscript", "publisher"),
        SourceKind::Recording => ("broadcast", "publisher"),
    };
    say("id", json!(source.slug));
    say("type", json!(kind));
    let authors: Vec<_> = source
        .author
        .iter()
        .map(|name| author(name, public.index.is_group(name)))
        .collect();
    if !authors.is_empty() {
        say("author", json!(authors));
    }
    say("title", json!(source.title));
    say(publisher, json!(source.publisher));
    say("issued", source.date.as_ref().map_or(Value::Null, date));
    say(
        "accessed",
        source.read_on.as_ref().map_or(Value::Null, date),
    );
    say("page", json!(source.pages));
    say("ISBN", json!(source.isbn));
    say("DOI", json!(source.doi));
    say(
        "URL",
        json!(source.url.as_ref().or(source.archived.as_ref())),
    );
    say("archive", json!(source.held_by));
    say("archive_location", json!(source.call_number));
    say("language", json!(source.language));
    Value::Object(item)
}

fn author(name: &str, is_group: bool) -> Value {
    let Author {
        given,
        family,
        suffix,
        is_group,
    } = Author::new(name, is_group);
    if is_group {
        return json!({ "literal": name });
    }
    let parts = [("family", family), ("given", given), ("suffix", suffix)];
    let parts = parts.into_iter().filter(|(_, words)| !words.is_empty());
    parts
        .map(|(part, words)| (part.to_owned(), json!(words)))
        .collect()
}

/// A year, month or day; two of them for a stretch of time; else the date in words.
fn date(date: &When) -> Value {
    let one = |edtf: &str| {
        let when = When {
            edtf: edtf.to_owned(),
            ..date.clone()
        };
        let (year, month, day) = numbers(&when);
        let year: usize = year?.parse().ok()?;
        // A season is no month.
        let is_whole = month.is_some() || !edtf.contains('-');
        let parts = [Some(year), month, day].into_iter().flatten();
        is_whole.then_some(parts.collect::<Vec<_>>())
    };
    let parts: Option<Vec<_>> = date.edtf.split('/').map(one).collect();
    match parts {
        Some(parts) if date.vague => json!({ "date-parts": parts, "circa": true }),
        Some(parts) => json!({ "date-parts": parts }),
        None => json!({ "literal": date.words }),
    }
}
