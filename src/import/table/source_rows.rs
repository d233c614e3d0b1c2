//! Rows of sources into works.

use crate::import::faults::Fault;
use crate::import::publication::is_archive;
use crate::import::ris;
use crate::import::table::columns::Columns;
use crate::import::table::grid::Grid;
use crate::import::table::row::{Row, place};
use crate::import::work::{Work, tidy};
use crate::import::work_author::WorkAuthor;

/// The works of a table; a kind that is not known is told, and the work taken as a page of the web.
pub(super) fn works(grid: &Grid, columns: &Columns, faults: &mut Vec<Fault>) -> Vec<Work> {
    grid.rows
        .iter()
        .map(|row| work(row, columns, faults))
        .collect()
}

fn work(row: &Row, columns: &Columns, faults: &mut Vec<Fault>) -> Work {
    let cell = |name: &str| columns.cell(row, name).to_owned();
    let written = columns.cell(row, "kind");
    let kind = kind_of(written).unwrap_or_else(|| {
        let what = format!("`{written}` is no kind of source");
        let cure = "write one of web, article, book, report, interview, letter, court-file, archive, recording";
        faults.push(Fault::of(place(row.line, columns.at("kind")), what, cure));
        "web"
    });
    let date = cell("date");
    let url = cell("url");
    let (url, archived) = if is_archive(&url) && cell("archived").is_empty() {
        (String::new(), url)
    } else {
        (url, cell("archived"))
    };
    Work {
        key: cell("key"),
        kind,
        author: authors(columns.cell(row, "author")),
        publisher: cell("publisher"),
        title: cell("title"),
        url,
        archived,
        doi: cell("doi"),
        isbn: cell("isbn"),
        pages: cell("pages"),
        held_by: cell("held_by"),
        call_number: cell("call_number"),
        date: if date.is_empty() { cell("year") } else { date },
        read_on: cell("read_on"),
        language: cell("language"),
        read: cell("read"),
        reliability: cell("reliability"),
        line: row.line,
        beside: Vec::new(),
    }
}

/// `Smith, Ann; Lee, Bo`, `Ann Smith; Bo Lee`, `Ann Smith and Bo Lee`, `Ann Smith`; in braces an organisation,
/// `{Smith and Sons}`.
fn authors(written: &str) -> Vec<WorkAuthor> {
    let whole = |part: &str| {
        let inner = part.strip_prefix('{')?.strip_suffix('}')?;
        (!inner.contains(['{', '}'])).then(|| tidy(inner))
    };
    let parts: Vec<_> = match whole(written.trim()) {
        Some(_) => vec![written],
        None if written.contains(';') => written.split(';').collect(),
        None => written.split(" and ").collect(),
    };
    let authors = parts.into_iter().map(str::trim);
    let authors = authors.map(|part| {
        let organisation = whole(part).map(WorkAuthor::organisation);
        organisation.unwrap_or_else(|| ris::author(part))
    });
    authors.filter(|author| !author.name.is_empty()).collect()
}

/// Kinds of ours, and those of Zotero's tables.
fn kind_of(written: &str) -> Option<&'static str> {
    let letters = written.chars().filter(|c| c.is_alphanumeric());
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    Some(match &*plain {
        "" | "web" | "webpage" | "website" | "page" | "blogpost" | "forumpost" | "document"
        | "attachment" => "web",
        "article"
        | "journalarticle"
        | "newspaperarticle"
        | "magazinearticle"
        | "booksection"
        | "conferencepaper"
        | "encyclopediaarticle"
        | "dictionaryentry"
        | "preprint"
        | "chapter"
        | "news" => "article",
        "book" => "book",
        "report" | "thesis" | "statute" | "bill" | "patent" | "dataset" | "presentation"
        | "hearing" | "standard" => "report",
        "interview" => "interview",
        "letter" | "email" | "instantmessage" => "letter",
        "courtfile" | "case" => "court-file",
        "archive" | "manuscript" => "archive",
        "recording" | "film" | "videorecording" | "audiorecording" | "tvbroadcast"
        | "radiobroadcast" | "podcast" | "artwork" | "map" => "recording",
        _ => return None,
    })
}
