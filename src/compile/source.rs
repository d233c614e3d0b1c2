//! `sources.toml`: the works that facts cite.

use std::collections::BTreeMap;

use crate::compile::allow;
use crate::compile::content_files::TextFile;
use crate::compile::fields::{ORGANISATION, SOURCE};
use crate::compile::findings::Findings;
use crate::compile::raw_marks::check_words;
use crate::compile::rules;
use crate::compile::slug::check_slug;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::syntax;
use crate::compile::toml_table::TomlTable;
use crate::compile::work_numbers::{doi, doi_address, isbn};
use crate::model::site::{Read, Reliability, Source, SourceKind};

/// What `sources.toml` holds.
pub(crate) struct Sources<'a> {
    /// Each with the source span of its key.
    pub(crate) sources: Vec<(SourceSpan<'a>, Source)>,
    /// The file could be read to its end.
    pub(crate) complete: bool,
    /// The words that whoever brings the source chooses: all but titles, which are the works' own.
    pub(crate) words: Vec<SourceText<'a>>,
}

pub(crate) fn read<'a>(file: TextFile<'a>, findings: &'a Findings) -> Sources<'a> {
    let mut table = syntax::parse(file, findings);
    allow::read(&mut table, Some(file.path));
    let complete = table.is_complete();
    let mut sources = Vec::new();
    let mut words = Vec::new();
    let mut addresses = BTreeMap::new();
    for (slug, value) in table.into_entries() {
        let key = value.key.clone();
        check_slug(&slug, &key, findings, |_| false);
        if let Some(table) = value.table() {
            let source = source(slug, &key, table, &mut words);
            check_address(&source, &key, &mut addresses, findings);
            sources.push((key, source));
        }
    }
    Sources {
        sources,
        complete,
        words,
    }
}

fn source<'a>(
    slug: String,
    key: &SourceSpan<'a>,
    mut table: TomlTable<'a>,
    written: &mut Vec<SourceText<'a>>,
) -> Source {
    let kind = table.choice_of("kind", KINDS, ("unknown-value", "kind of source"), "");
    let kind = kind.unwrap_or(SourceKind::Web);
    let mut words = |key| {
        let words = table.optional_words(key)?;
        if key != "title" {
            written.push(words.clone());
        }
        Some(words.text.into_owned())
    };
    let [publisher, title, held_by, call_number, pages] =
        ["publisher", "title", "held_by", "call_number", "pages"].map(&mut words);
    let (author, organisations) = authors(&mut table, written);
    let url = rules::url(&mut table, "url");
    let archived = rules::url(&mut table, "archived");
    let isbn = isbn(&mut table);
    let doi = doi(&mut table);
    let by_doi = doi.as_deref().map(doi_address);
    let source = Source {
        slug,
        kind,
        author,
        organisations,
        publisher,
        title,
        url: url.or(by_doi),
        archived,
        held_by,
        call_number,
        pages,
        isbn,
        doi,
        date: table.date("date"),
        read_on: table.date("read_on"),
        read: table
            .choice("read", &[("page", Read::Page), ("copy", Read::Copy)])
            .unwrap_or(Read::Page),
        reliability: table
            .choice("reliability", RELIABILITIES)
            .unwrap_or(Reliability::Good),
        language: rules::language(&mut table, "language"),
    };
    if table.is_complete() {
        check_named(&source, &table);
        check_found(&source, key, table.findings());
    }
    table.finish(&SOURCE);
    source
}

/// Who wrote it: a name, or a list of names and of `{ organisation }`; and which are organisations.
fn authors<'a>(
    table: &mut TomlTable<'a>,
    written: &mut Vec<SourceText<'a>>,
) -> (Vec<String>, Vec<String>) {
    let (mut authors, mut organisations) = (Vec::new(), Vec::new());
    let Some(value) = table.take("author") else {
        return (authors, organisations);
    };
    let items = if value.is_list() {
        value.items()
    } else {
        vec![value]
    };
    for item in items {
        if !item.is_table() {
            let (complete, findings) = (item.source.complete, item.source.findings);
            for name in item.strings() {
                if complete {
                    check_words(&name, findings);
                }
                written.push(name.clone());
                authors.push(name.text.into_owned());
            }
        } else if let Some(mut table) = item.table() {
            let name = table.required_words("organisation");
            table.finish(&ORGANISATION);
            written.extend(name.clone());
            let name = name.map(|name| name.text.into_owned());
            organisations.extend(name.clone());
            authors.extend(name);
        }
    }
    (authors, organisations)
}

/// A source is called by its title; one that is no publication may be called by what it is and whose.
fn check_named(source: &Source, table: &TomlTable<'_>) {
    let publication = matches!(
        source.kind,
        SourceKind::Web | SourceKind::Article | SourceKind::Book | SourceKind::Report
    );
    let has_name = !source.author.is_empty() || source.held_by.is_some();
    if source.title.is_none() && (publication || !has_name) {
        table.missing("title");
    }
}

/// Whether a reader can find the source, or knows whom to ask for it.
fn check_found(source: &Source, key: &SourceSpan<'_>, findings: &Findings) {
    let has_place = [&source.url, &source.archived, &source.held_by, &source.isbn];
    let is_dated = source.date.is_some();
    let is_printed = source.publisher.is_some() && source.title.is_some() && is_dated;
    let is_told = matches!(source.kind, SourceKind::Interview | SourceKind::Letter)
        && !source.author.is_empty()
        && is_dated;
    if has_place.iter().any(|place| place.is_some()) || is_printed || is_told {
        return;
    }
    let message = format!("nobody could find `{}`", source.slug);
    let help = match source.kind {
        SourceKind::Interview | SourceKind::Letter => {
            "add `author` and `date`, or `held_by` with who keeps it"
        }
        SourceKind::Book => "add `isbn`, or `publisher` and `date`",
        SourceKind::CourtFile | SourceKind::Archive | SourceKind::Recording => {
            "add `held_by` with who keeps it, or `url`"
        }
        SourceKind::Web => {
            "add `url`, or say in `kind` what it is; of what was printed `publisher` and `date` are enough"
        }
        SourceKind::Article | SourceKind::Report => "add `url` or `doi`, or `publisher` and `date`",
    };
    findings.error("unfindable-source", key, message).help(help);
}

/// What tells two addresses apart: not the scheme, not the letters' case or `www.` in the host's name, not a last `/`.
pub(crate) fn as_identity(url: &str) -> String {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    [host, path.trim_end_matches('/')].concat()
}

/// Two entries with one address are one work, or one of them has a wrong address.
fn check_address(
    source: &Source,
    key: &SourceSpan<'_>,
    addresses: &mut BTreeMap<String, String>,
    findings: &Findings,
) {
    let Some(url) = &source.url else { return };
    let address = as_identity(url);
    let Some(other) = addresses.get(&address) else {
        addresses.insert(address, source.slug.clone());
        return;
    };
    let message = format!("`{other}` has the same address");
    let help = format!(
        "cite `{other}` instead and take this away; a part of it is `{{ id = \"{other}\", pages = \"12\" }}`"
    );
    findings
        .warning("duplicate-address", key, message)
        .help(help);
}

const KINDS: &[(&str, SourceKind)] = &[
    ("web", SourceKind::Web),
    ("article", SourceKind::Article),
    ("book", SourceKind::Book),
    ("report", SourceKind::Report),
    ("interview", SourceKind::Interview),
    ("letter", SourceKind::Letter),
    ("court-file", SourceKind::CourtFile),
    ("archive", SourceKind::Archive),
    ("recording", SourceKind::Recording),
];

const RELIABILITIES: &[(&str, Reliability)] = &[
    ("strong", Reliability::Strong),
    ("good", Reliability::Good),
    ("official", Reliability::Official),
    ("low", Reliability::Low),
];
