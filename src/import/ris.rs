//! RIS into works: lines such as `TY  - JOUR`, which EndNote, Zotero, Mendeley and databases write.

use crate::import::faults::Fault;
use crate::import::publication::{is_archive, published_by};
use crate::import::work::{Work, tidy};
use crate::import::work_author::WorkAuthor;

/// A record: its tags in their order.
struct Record {
    kind: String,
    line: usize,
    fields: Vec<(String, String)>,
}

/// Reads all records; what stands between them is told.
pub(crate) fn read(text: &str) -> (Vec<Work>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut works = Vec::new();
    let mut open: Option<Record> = None;
    for (row, line) in text.lines().enumerate() {
        let line = line.trim_start_matches('\u{FEFF}').trim_end();
        let number = row + 1;
        match (tagged(line), &mut open) {
            (Some(("TY", kind)), _) => {
                if let Some(unended) = open.replace(Record {
                    kind: kind.to_uppercase(),
                    line: number,
                    fields: Vec::new(),
                }) {
                    works.push(work(&unended));
                }
            }
            (Some(("ER", _)), _) => works.extend(open.take().map(|record| work(&record))),
            (Some((tag, value)), Some(record)) => {
                record.fields.push((tag.to_owned(), value.to_owned()));
            }
            (None, Some(record)) if !line.is_empty() => {
                // A long value goes on.
                if let Some((_, value)) = record.fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim_start());
                }
            }
            (Some(_), None) => {
                let what = format!(
                    "`{}` belongs to no record",
                    line.chars().take(40).collect::<String>()
                );
                faults.push(Fault::on(number, what, "begin the record with `TY  - `"));
            }
            _ => {}
        }
    }
    works.extend(open.map(|record| work(&record)));
    // A record without a word.
    works.retain(|work| {
        *work
            != Work {
                kind: work.kind,
                line: work.line,
                ..Work::default()
            }
    });
    (works, faults)
}

/// `TY  - JOUR`: two signs, spaces, a hyphen.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.split_at_checked(2)?;
    let mut signs = tag.bytes();
    let is_tag = signs.next()?.is_ascii_uppercase()
        && signs.all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let value = rest
        .trim_start_matches(' ')
        .strip_prefix('-')
        .filter(|_| rest.starts_with(' '))?;
    is_tag.then(|| (tag, value.trim()))
}

impl Record {
    /// The first of these tags that says something.
    fn first(&self, tags: &[&str]) -> String {
        let value = tags.iter().find_map(|tag| self.all(tag).next());
        value.map(tidy).unwrap_or_default()
    }

    fn all(&self, tag: &str) -> impl Iterator<Item = &str> {
        let fields = self
            .fields
            .iter()
            .filter(move |(own, value)| own == tag && !value.is_empty());
        fields.map(|(_, value)| &**value)
    }
}

fn work(record: &Record) -> Work {
    let authors: Vec<_> = ["AU", "A1"]
        .into_iter()
        .flat_map(|tag| record.all(tag))
        .map(author)
        .collect();
    let editors = ["A2", "ED", "A3"]
        .into_iter()
        .flat_map(|tag| record.all(tag))
        .map(author);
    let author = if authors.is_empty() {
        editors.collect()
    } else {
        authors
    };
    let title = record.first(&["TI", "T1", "CT", "BT"]);
    let whole = record.first(&["T2", "BT", "JF", "JO", "JA", "J2"]);
    let is_part = matches!(
        &*record.kind,
        "CHAP" | "CPAPER" | "CONF" | "ECHAP" | "ENCYC" | "DICT"
    );
    let (periodical, book) = if is_part {
        (String::new(), whole)
    } else {
        (whole, String::new())
    };
    let kind = kind_of(&record.kind);
    // The second title of a book is its series.
    let (periodical, book) = if kind == "book" {
        (String::new(), String::new())
    } else {
        (periodical, book)
    };
    let addresses: Vec<_> = ["UR", "L2", "LK"]
        .into_iter()
        .flat_map(|tag| record.all(tag))
        .collect();
    let web = |url: &&&str| url.starts_with("http") || url.starts_with("www.");
    let url = addresses.iter().filter(web).find(|url| !is_archive(url));
    let archived = addresses.iter().filter(web).find(|url| is_archive(url));
    let owned = |url: Option<&&str>| {
        let first = url.and_then(|url| url.split([';', ' ']).find(|part| !part.is_empty()));
        tidy(first.unwrap_or_default())
    };
    Work {
        key: record.first(&["ID", "LB"]),
        kind,
        author,
        publisher: published_by(&title, periodical, [book, record.first(&["PB"])]),
        title,
        url: owned(url),
        archived: owned(archived),
        doi: record.first(&["DO", "DI"]),
        isbn: record.first(&["SN"]),
        pages: pages(&record.first(&["SP"]), &record.first(&["EP"])),
        held_by: record.first(&["AV", "DB"]).split_off_if(kind != "archive"),
        call_number: record.first(&["CN", "AN"]).split_off_if(kind != "archive"),
        date: date(
            &record.first(&["DA", "PY", "Y1"]),
            &record.first(&["PY", "Y1"]),
        ),
        read_on: date(&record.first(&["Y2"]), ""),
        language: record.first(&["LA"]),
        line: record.line,
        beside: beside(record),
        ..Work::default()
    }
}

trait SplitOffIf {
    fn split_off_if(self, gone: bool) -> Self;
}

impl SplitOffIf for String {
    /// The words, or none of them.
    fn split_off_if(self, gone: bool) -> Self {
        if gone { String::new() } else { self }
    }
}

fn kind_of(kind: &str) -> &'static str {
    match kind {
        "JOUR" | "JOURNAL ARTICLE" | "MGZN" | "NEWS" | "CHAP" | "CPAPER" | "CONF" | "ECHAP"
        | "EJOUR" | "ENCYC" | "DICT" | "INPR" | "JFULL" => "article",
        "BOOK" | "EBOOK" | "EDBOOK" | "SER" | "PAMP" | "CLSWK" | "ANCIENT" => "book",
        "RPRT" | "THES" | "GOVDOC" | "UNPB" | "STAND" | "PAT" | "GRNT" | "BILL" | "STAT"
        | "LEGAL" | "DATA" | "SLIDE" => "report",
        "CASE" | "HEAR" => "court-file",
        "PCOMM" => "letter",
        "MANSCPT" => "archive",
        "VIDEO" | "SOUND" | "MUSIC" | "MPCT" | "ADVS" | "MULTI" | "ART" | "MAP" => "recording",
        _ => "web",
    }
}

/// `Smith, Ann, Jr.` as it is read: Ann Smith, Jr. A comma behind the whole name says that it is an organisation's.
pub(crate) fn author(written: &str) -> WorkAuthor {
    if let Some(whole) = written
        .strip_suffix(',')
        .filter(|whole| !whole.contains(','))
    {
        return WorkAuthor::organisation(tidy(whole));
    }
    let written = written.trim_end_matches(',');
    let mut parts = written.splitn(3, ',').map(str::trim);
    let (family, given, suffix) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let parts = [
        given.unwrap_or_default(),
        family,
        suffix.unwrap_or_default(),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    WorkAuthor::person(tidy(&parts.collect::<Vec<_>>().join(" ")))
}

fn pages(first: &str, last: &str) -> String {
    match (first, last) {
        (first, "") => first.to_owned(),
        ("", last) => last.to_owned(),
        (first, last) if first == last || first.contains(['-', '–']) => first.to_owned(),
        (first, last) => format!("{first}-{last}"),
    }
}

/// `2019/05/12/`, `2019///Spring`, `2019`: year, month, day, other words.
fn date(written: &str, year: &str) -> String {
    let mut parts = written.split('/');
    let (first, month, day, other) = (
        parts.next().unwrap_or_default().trim(),
        parts.next().unwrap_or_default().trim(),
        parts.next().unwrap_or_default().trim(),
        parts.next().unwrap_or_default().trim(),
    );
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_year(first) {
        let is_whole = written.chars().any(|c| c.is_ascii_digit())
            && is_year(year.split('/').next().unwrap_or_default());
        return if is_whole && !written.contains(year) {
            format!("{written} {year}")
        } else {
            written.to_owned()
        };
    }
    let numbers = [month, day].map(|part| part.parse::<u32>().ok());
    match (numbers, other) {
        ([Some(month), Some(day)], _) => format!("{first}-{month:02}-{day:02}"),
        ([Some(month), None], _) => format!("{first}-{month:02}"),
        (_, "") => first.to_owned(),
        (_, other) => format!("{other} {first}"),
    }
}

/// What a source of ours does not say, as the format names it.
fn beside(record: &Record) -> Vec<String> {
    let names = [
        ("VL", "volume"),
        ("IS", "number"),
        ("CY", "place"),
        ("ET", "edition"),
        ("T3", "series"),
    ];
    let names = names
        .into_iter()
        .filter(|(tag, _)| record.all(tag).next().is_some());
    names.map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_become_works_whatever_stands_between() {
        let text = "\u{FEFF}Some database\r\nAU  - Nobody\r\nTY  - JOUR\r\nAU  - Smith, Ann B.\r\nAU  - King, Martin Luther, Jr.\r\n\
            AU  - World Health Organization,\r\nTI  - On rivers\r\n  and bridges\r\nT2  - River Journal\r\nPY  - 2019///Spring\r\nSP  - 12\r\nEP  - 14\r\n\
            DO  - 10.1000/182\r\nVL  - 3\r\nN1  - x - y\r\nER  - \r\n\r\nTY  - NEWS\nT1  - Berg wins\nPB  - Gazette\nDA  - 2026/01/12/\nUR  - https://gazette.example/a";
        let (works, faults) = read(text);
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].place, "line 2");
        let [journal, news] = &works[..] else {
            panic!("two records: {works:?}");
        };
        assert_eq!(
            journal.author,
            [
                WorkAuthor::person("Ann B. Smith"),
                WorkAuthor::person("Martin Luther King Jr."),
                WorkAuthor::organisation("World Health Organization"),
            ]
        );
        assert_eq!(journal.title, "On rivers and bridges");
        assert_eq!(
            [
                &journal.publisher,
                &journal.date,
                &journal.pages,
                &journal.doi
            ],
            ["River Journal", "Spring 2019", "12-14", "10.1000/182"]
        );
        assert_eq!(journal.beside, ["volume"]);
        assert_eq!(
            [news.kind, &news.date, &news.publisher, &news.url],
            [
                "article",
                "2026-01-12",
                "Gazette",
                "https://gazette.example/a"
            ]
        );
        assert_eq!(news.line, 18);
    }
}
