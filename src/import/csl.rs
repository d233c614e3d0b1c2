//! CSL JSON into works, as Zotero, Pandoc and DOI servers write it.

use serde_json::Value;

use crate::import::faults::Fault;
use crate::import::publication::{is_archive, published_by};
use crate::import::work::{Work, tidy};
use crate::import::work_author::WorkAuthor;

/// Reads all items; what is none is told.
pub(crate) fn read(items: &[Value]) -> (Vec<Work>, Vec<Fault>) {
    let mut works = Vec::new();
    let mut faults = Vec::new();
    for (row, item) in items.iter().enumerate() {
        if item.is_object() {
            works.push(work(item));
        } else {
            let place = format!("item {}", row + 1);
            faults.push(Fault::of(
                place,
                "this is no work",
                "write an object, `{ \"type\": \"book\", … }`",
            ));
        }
    }
    (works, faults)
}

/// The items of a file: a list, one item, or a list below `items` or `references`.
pub(crate) fn items(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        Value::Object(object) => {
            let lists = ["items", "references"]
                .into_iter()
                .filter_map(|key| object.get(key)?.as_array());
            lists
                .into_iter()
                .next()
                .map_or(std::slice::from_ref(value), |items| items)
        }
        _ => &[],
    }
}

fn work(item: &Value) -> Work {
    let kind = kind_of(&text(item, "type"), item);
    let people = ["author", "director", "interviewer", "editor", "recipient"];
    let author = people
        .iter()
        .map(|role| names(item, role))
        .find(|names| !names.is_empty());
    let title = text(item, "title");
    let is_part = matches!(
        &*text(item, "type"),
        "chapter" | "paper-conference" | "entry-encyclopedia" | "entry-dictionary" | "entry"
    );
    let whole = text(item, "container-title");
    let (periodical, book) = if is_part {
        (String::new(), whole)
    } else {
        (whole, String::new())
    };
    let url = text(item, "URL");
    let (url, archived) = if is_archive(&url) {
        (String::new(), url)
    } else {
        (url, String::new())
    };
    let keeper = text(item, "archive");
    let call = text(item, "archive_location");
    Work {
        key: text(item, "id"),
        kind,
        author: author.unwrap_or_default(),
        publisher: published_by(&title, periodical, [book, text(item, "publisher")]),
        title,
        url,
        archived,
        doi: text(item, "DOI"),
        isbn: text(item, "ISBN"),
        pages: text(item, "page"),
        call_number: if call.is_empty() {
            text(item, "call-number")
        } else {
            call
        },
        held_by: keeper,
        date: date(item, &["issued", "original-date", "submitted"]),
        read_on: date(item, &["accessed"]),
        language: text(item, "language"),
        beside: beside(item),
        ..Work::default()
    }
}

fn kind_of(kind: &str, item: &Value) -> &'static str {
    match kind {
        "article" | "article-journal" | "article-magazine" | "article-newspaper" | "chapter"
        | "paper-conference" | "entry-encyclopedia" | "entry-dictionary" | "entry" | "review"
        | "review-book" => "article",
        "book" | "periodical" | "collection" | "classic" | "pamphlet" => "book",
        "report" | "thesis" | "bill" | "legislation" | "regulation" | "treaty" | "standard"
        | "patent" | "dataset" | "speech" | "hearing" => "report",
        "manuscript" | "document" if item.get("archive").is_some() => "archive",
        "manuscript" => "report",
        "interview" => "interview",
        "personal_communication" => "letter",
        "legal_case" => "court-file",
        "broadcast" | "motion_picture" | "song" | "graphic" | "figure" | "map"
        | "musical_score" | "performance" => "recording",
        _ if item.get("URL").is_none() => "report",
        _ => "web",
    }
}

/// A value as words, without the tags that some programs leave in titles.
fn text(item: &Value, key: &str) -> String {
    match item.get(key) {
        Some(Value::String(text)) => tidy(&untagged(text)),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(all)) => all
            .first()
            .and_then(Value::as_str)
            .map(|text| tidy(&untagged(text)))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

fn untagged(text: &str) -> String {
    let mut out = text.to_owned();
    for tag in ["i", "b", "sub", "sup", "sc", "span"] {
        for closed in [format!("<{tag}>"), format!("</{tag}>")] {
            out = out.replace(&closed, "");
        }
    }
    while let Some(start) = out.find("<span ") {
        let Some(length) = out[start..].find('>') else {
            break;
        };
        out.replace_range(start..=start + length, "");
    }
    out
}

fn names(item: &Value, role: &str) -> Vec<WorkAuthor> {
    let all = item.get(role).and_then(Value::as_array);
    let names = all.into_iter().flatten().map(|name| {
        if let Some(literal) = name.get("literal").and_then(Value::as_str) {
            return WorkAuthor::organisation(tidy(literal));
        }
        let part = |key: &str| name.get(key).and_then(Value::as_str).unwrap_or_default();
        let parts = [
            "given",
            "dropping-particle",
            "non-dropping-particle",
            "family",
            "suffix",
        ]
        .map(part);
        // Programs that know no other way give an organisation one name of several words.
        let is_organisation = part("given").is_empty()
            && part("family").contains(' ')
            && part("family").starts_with(char::is_uppercase);
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        WorkAuthor {
            name: tidy(&parts.collect::<Vec<_>>().join(" ")),
            is_organisation,
        }
    });
    names.filter(|author| !author.name.is_empty()).collect()
}

/// `{ "date-parts": [[2019, 5, 12]] }`, with `season`, `circa`, or as words.
fn date(item: &Value, keys: &[&str]) -> String {
    let Some(date) = keys.iter().find_map(|key| item.get(key)) else {
        return String::new();
    };
    let number = |value: &Value| {
        value
            .as_i64()
            .or_else(|| value.as_str()?.trim().parse().ok())
    };
    let parts = date
        .get("date-parts")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let parts = parts.filter_map(|parts| {
        let parts: Vec<i64> = parts.as_array()?.iter().map_while(number).collect();
        edtf(&parts)
    });
    let parts: Vec<_> = parts.take(2).collect();
    if parts.is_empty() {
        let words = ["raw", "literal"]
            .into_iter()
            .find_map(|key| date.get(key)?.as_str());
        return words.or(date.as_str()).unwrap_or_default().to_owned();
    }
    let season = date
        .get("season")
        .and_then(number)
        .filter(|season| (1..=4).contains(season));
    let circa = date
        .get("circa")
        .is_some_and(|circa| !matches!(circa, Value::Bool(false) | Value::Null));
    let signed = parts.into_iter().map(|part| {
        let season = season.filter(|_| !part[1..].contains('-'));
        let season = season.map_or(String::new(), |season| format!("-{}", 20 + season));
        let about = if circa { "~" } else { "" };
        [&*part, &*season, about].concat()
    });
    signed.collect::<Vec<_>>().join("/")
}

/// Year, month and day; a year before the first is counted without a year 0.
fn edtf(parts: &[i64]) -> Option<String> {
    let year = match *parts.first()? {
        0 => return None,
        year @ 1..=9999 => format!("{year:04}"),
        -1 => "0000".to_owned(),
        year @ -9999..0 => format!("-{:04}", -year - 1),
        _ => return None,
    };
    let rest = parts[1..].iter().take_while(|part| **part > 0).take(2);
    Some(rest.fold(year, |date, part| format!("{date}-{part:02}")))
}

/// What a source of ours does not say.
fn beside(item: &Value) -> Vec<String> {
    let fields = [
        "volume",
        "issue",
        "number",
        "edition",
        "publisher-place",
        "collection-title",
    ];
    let fields = fields
        .into_iter()
        .filter(|field| !text(item, field).is_empty());
    fields.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_names_are_put_together() {
        let item = serde_json::json!({
            "id": 7, "type": "chapter", "title": "On <i>rivers</i>", "container-title": "Waters", "publisher": "River Press",
            "author": [{ "family": "Berg", "non-dropping-particle": "van den", "given": "Ann" }, { "literal": "WHO" }],
            "issued": { "date-parts": [["2019", 5], [2020, 1]], "circa": true }, "accessed": { "raw": "3 May 2020" },
        });
        let work = work(&item);
        let authors = [
            WorkAuthor::person("Ann van den Berg"),
            WorkAuthor::organisation("WHO"),
        ];
        assert_eq!(work.author, authors);
        assert_eq!(
            [
                &*work.key,
                work.kind,
                &work.title,
                &work.publisher,
                &work.date,
                &work.read_on
            ],
            [
                "7",
                "article",
                "On rivers",
                "Waters, River Press",
                "2019-05~/2020-01~",
                "3 May 2020"
            ]
        );
        let dated = |date: Value| super::date(&serde_json::json!({ "issued": date }), &["issued"]);
        assert_eq!(
            dated(serde_json::json!({ "date-parts": [[-44, 3, 15]] })),
            "-0043-03-15"
        );
        assert_eq!(
            dated(serde_json::json!({ "date-parts": [[2019]], "season": 2 })),
            "2019-22"
        );
        assert_eq!(dated(serde_json::json!({ "date-parts": [[null]] })), "");
        assert_eq!(dated(serde_json::json!("2019")), "2019");
    }
}
