//! BibTeX and BibLaTeX into works: `@article{smith2019, author = {Smith, Ann}, ...}`.

mod raw;

use std::collections::BTreeMap;

use biblatex::{Chunk, ChunksExt, Entry, Person};

use crate::import::bibtex::raw::{CURE, parent, raw, resolved, strings};
use crate::import::faults::{Fault, Places};
use crate::import::months::month;
use crate::import::publication::{address_in, is_archive, published_by};
use crate::import::work::{Work, tidy};
use crate::import::work_author::WorkAuthor;

/// Reads all entries that can be read.
pub(crate) fn read(text: &str) -> (Vec<Work>, Vec<Fault>) {
    let places = Places::of(text);
    let mut faults = Vec::new();
    let raw = raw(text, &places, &mut faults);
    let strings = strings(&raw.abbreviations);
    let keys = raw.entries.iter().enumerate();
    // The first of a name is meant by those that refer to it.
    let rows: BTreeMap<&str, usize> = keys
        .rev()
        .map(|(row, entry)| (entry.v.key.v, row))
        .collect();
    let all: Vec<_> = raw
        .entries
        .iter()
        .map(|entry| resolved(entry, &strings))
        .collect();
    let mut works = Vec::new();
    for (entry, read) in raw.entries.iter().zip(&all) {
        match read {
            Ok(own) => {
                let parent = parent(&entry.v).and_then(|key| rows.get(&*key));
                let parent = parent.and_then(|row| all[*row].as_ref().ok());
                works.extend(work(own, parent, places.line(entry.span.start)));
            }
            Err((at, why)) => {
                let message = format!("`{}`: {why}", tidy(entry.v.key.v));
                faults.push(places.fault(*at, message, CURE));
            }
        }
    }
    (works, faults)
}

/// An entry as a work; nothing for one that only serves others.
fn work(entry: &Entry, parent: Option<&Entry>, line: usize) -> Option<Work> {
    let kind = entry.entry_type.to_string().to_lowercase();
    if kind == "xdata" || kind == "set" {
        return None;
    }
    let own = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| words(entry, name))
            .unwrap_or_default()
    };
    let inherited = |names: &[&str]| {
        let from_parent =
            || parent.and_then(|parent| names.iter().find_map(|name| words(parent, name)));
        names
            .iter()
            .find_map(|name| words(entry, name))
            .or_else(from_parent)
            .unwrap_or_default()
    };
    let author = people(entry, "author").or_else(|| people(entry, "editor"));
    let author = author.or_else(|| parent.and_then(|parent| people(parent, "editor")));
    let title = match (own(&["title"]), own(&["subtitle"])) {
        (title, sub) if sub.is_empty() => title,
        (title, sub) => format!("{title}: {sub}"),
    };
    let journal = inherited(&["journaltitle", "journal"]);
    let whole = own(&["booktitle", "maintitle"]);
    let whole = if whole.is_empty() {
        parent
            .and_then(|parent| words(parent, "title"))
            .unwrap_or_default()
    } else {
        whole
    };
    let house = inherited(&[
        "publisher",
        "institution",
        "school",
        "organization",
        "howpublished",
    ]);
    let is_address = house.starts_with("http");
    let house = if is_address { String::new() } else { house };
    let url = letter_for_letter(entry, "url");
    let url = if url.is_empty() {
        address_in(&own(&["howpublished"]))
    } else {
        url
    };
    let (url, archived) = if is_archive(&url) {
        (String::new(), url)
    } else {
        (url, String::new())
    };
    Some(Work {
        key: entry.key.clone(),
        kind: kind_of(&kind, &url, &archived),
        author: author.unwrap_or_default(),
        publisher: published_by(&title, journal, [whole, house]),
        title,
        url,
        archived,
        doi: letter_for_letter(entry, "doi"),
        isbn: inherited(&["isbn"]),
        pages: own(&["pages"]),
        date: date_of(entry)
            .or_else(|| parent.and_then(date_of))
            .unwrap_or_default(),
        read_on: own(&["urldate"]),
        language: own(&["langid", "language"]),
        line,
        beside: beside(entry),
        ..Work::default()
    })
}

fn kind_of(kind: &str, url: &str, archived: &str) -> &'static str {
    match kind {
        "article" | "inproceedings" | "incollection" | "inbook" | "inreference"
        | "suppperiodical" | "conference" | "suppbook" | "suppcollection" | "bookinbook" => {
            "article"
        }
        "book" | "mvbook" | "collection" | "mvcollection" | "proceedings" | "mvproceedings"
        | "reference" | "mvreference" | "booklet" | "periodical" => "book",
        "techreport" | "report" | "manual" | "thesis" | "phdthesis" | "mastersthesis"
        | "unpublished" | "patent" | "dataset" => "report",
        "letter" => "letter",
        "audio" | "video" | "movie" | "music" | "performance" | "image" | "artwork" => "recording",
        "jurisdiction" | "legal" => "court-file",
        _ if url.is_empty() && archived.is_empty() => "report",
        _ => "web",
    }
}

/// The words of a field on one line.
fn words(entry: &Entry, name: &str) -> Option<String> {
    let words = tidy(&entry.get(name)?.format_verbatim().replace('\u{A0}', " "));
    (!words.is_empty()).then_some(words)
}

/// A field in which dashes and ties of TeX are none: an address.
fn letter_for_letter(entry: &Entry, name: &str) -> String {
    let field = entry.get(name).map(ChunksExt::format_verbatim);
    let field = field.unwrap_or_default();
    let field = field.replace('—', "---").replace('–', "--");
    tidy(&field.replace('\u{A0}', "~"))
}

fn people(entry: &Entry, name: &str) -> Option<Vec<WorkAuthor>> {
    let people: Vec<Person> = entry.get_as(name).ok()?;
    let whole = entry.get(name)?.iter().filter_map(|chunk| match &chunk.v {
        Chunk::Verbatim(words) => Some(words.trim()),
        Chunk::Normal(_) | Chunk::Math(_) => None,
    });
    let whole: Vec<&str> = whole.collect();
    let names = people.iter().map(|person| {
        let parts = [
            &person.given_name,
            &person.prefix,
            &person.name,
            &person.suffix,
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let parts: Vec<_> = parts.map(String::as_str).collect();
        let name = tidy(&parts.join(" "));
        // What stands in braces of its own is not taken apart.
        let is_organisation = parts.len() == 1 && whole.contains(&parts[0].trim());
        WorkAuthor {
            name,
            is_organisation,
        }
    });
    let names: Vec<_> = names
        .filter(|author| !author.name.is_empty() && author.name != "others")
        .collect();
    (!names.is_empty()).then_some(names)
}

/// `date`, else `year`, `month` and `day`.
fn date_of(entry: &Entry) -> Option<String> {
    if let Some(date) = words(entry, "date") {
        return Some(date);
    }
    let year = words(entry, "year")?;
    let Some(written) = words(entry, "month") else {
        return Some(year);
    };
    let mut parts = written
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    let number = |part: &str| part.parse::<u32>().ok();
    let named = parts.clone().find_map(month);
    let counted = parts
        .clone()
        .find_map(number)
        .filter(|number| (1..=12).contains(number));
    let Some(month) = named.or(counted) else {
        return Some(year);
    };
    // `month = "23~" # jul`
    let beside = named.and_then(|_| parts.find_map(number));
    let day = words(entry, "day").as_deref().and_then(number).or(beside);
    let day = day.filter(|day| (1..=31).contains(day));
    Some(day.map_or_else(
        || format!("{year}-{month:02}"),
        |day| format!("{year}-{month:02}-{day:02}"),
    ))
}

/// What a source of ours does not say.
fn beside(entry: &Entry) -> Vec<String> {
    const KNOWN: [&str; 28] = [
        "title",
        "subtitle",
        "author",
        "editor",
        "journal",
        "journaltitle",
        "booktitle",
        "maintitle",
        "publisher",
        "institution",
        "school",
        "organization",
        "howpublished",
        "url",
        "urldate",
        "doi",
        "isbn",
        "issn",
        "pages",
        "date",
        "year",
        "month",
        "day",
        "langid",
        "language",
        "abbr",
        "shorttitle",
        "langidopts",
    ];
    let fields = entry
        .fields
        .keys()
        .filter(|name| !KNOWN.contains(&&***name));
    fields.cloned().collect()
}
