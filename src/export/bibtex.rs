//! The sources as [BibTeX](https://www.bibtex.com/g/bibtex-format/), an entry each, with the fields of newer styles (`url`,
//! `doi`, `urldate`).

use crate::export::public::Public;
use crate::model::site::{Source, SourceKind};
use crate::publish::project::cited::author::Author;
use crate::publish::project::cited::dated::numbers;
use crate::publish::project::cited::entries::{MONTHS, escaped};

/// All sources.
pub(super) fn sources(public: &Public) -> String {
    let entries = public.sources().map(|source| entry(public, source));
    entries.collect::<Vec<_>>().join("\n")
}

fn entry(public: &Public, source: &Source) -> String {
    let authors = source.author.iter();
    let authors = authors.map(|name| Author::new(name, public.index.is_group(name)));
    let authors: Vec<_> = authors.map(|author| author.bibtex(escaped)).collect();
    let authors = Some(authors.join(" and ")).filter(|authors| !authors.is_empty());
    let (year, month, _) = source.date.as_ref().map(numbers).unwrap_or_default();
    // What is more than a month, or only about it, has a field in newer styles alone.
    let plain = match (&year, month) {
        (Some(year), Some(month)) => format!("{year}-{month:02}"),
        (Some(year), None) => year.clone(),
        (None, _) => String::new(),
    };
    let dated = source.date.as_ref().filter(|date| date.edtf != plain);
    let words = |words: &Option<String>| words.as_deref().map(escaped);
    // Braces would end the field.
    let raw = |words: &Option<String>| {
        let words = words.as_ref();
        words.map(|words| words.replace('{', "%7B").replace('}', "%7D"))
    };
    let (kind, publisher) = match source.kind {
        SourceKind::Article => ("article", "journal"),
        SourceKind::Book => ("book", "publisher"),
        SourceKind::Report => ("techreport", "institution"),
        SourceKind::Web
        | SourceKind::Interview
        | SourceKind::Letter
        | SourceKind::CourtFile
        | SourceKind::Archive
        | SourceKind::Recording => ("misc", "howpublished"),
    };
    let fields = [
        ("author", authors),
        (
            "title",
            words(&source.title).map(|title| format!("{{{title}}}")),
        ),
        (publisher, words(&source.publisher)),
        ("year", year),
        ("date", dated.map(|date| date.edtf.clone())),
        (
            "pages",
            words(&source.pages).map(|pages| pages.replace('-', "--")),
        ),
        ("isbn", words(&source.isbn)),
        ("doi", raw(&source.doi)),
        ("url", raw(&source.url)),
        (
            "urldate",
            source.read_on.as_ref().map(|date| date.edtf.clone()),
        ),
        ("library", words(&source.held_by)),
        ("note", note(source)),
        ("langid", words(&source.language)),
    ];
    let mut out = format!("@{kind}{{{},\n", source.slug);
    for (name, value) in fields {
        if let Some(value) = value {
            out += &format!("  {name} = {{{value}}},\n");
        }
        if let Some(month) = month.filter(|_| name == "year") {
            out += &format!("  month = {},\n", MONTHS[month - 1]);
        }
    }
    out + "}\n"
}

/// What BibTeX has no field for.
fn note(source: &Source) -> Option<String> {
    let kind = match source.kind {
        SourceKind::Interview => Some("Interview"),
        SourceKind::Letter => Some("Letter"),
        SourceKind::CourtFile => Some("Court file"),
        SourceKind::Archive => Some("Archive"),
        SourceKind::Recording => Some("Recording"),
        SourceKind::Web | SourceKind::Article | SourceKind::Book | SourceKind::Report => None,
    };
    let kept = source.call_number.as_deref();
    let parts: Vec<_> = kind.into_iter().chain(kept).map(escaped).collect();
    Some(parts.join(", ")).filter(|note| !note.is_empty())
}
