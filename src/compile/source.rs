//! `sources.toml`: the works that facts cite.

use crate::compile::allow;
use crate::compile::content_files::TextFile;
use crate::compile::findings::Findings;
use crate::compile::rules;
use crate::compile::slug::check_slug;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;

use crate::compile::syntax;
use crate::compile::toml_table::TomlTable;
use crate::model::site::{Read, Reliability, Source};

/// The sources by key, each with the source span of its key, and whether the file could be read to its end.
pub(crate) fn read<'a>(
    file: TextFile<'a>,
    findings: &'a Findings,
) -> (Vec<(SourceSpan<'a>, Source)>, bool) {
    let mut table = syntax::parse(file, findings);
    allow::read(&mut table, Some(file.path));
    let complete = table.is_complete();
    let mut sources = Vec::new();
    for (slug, value) in table.into_entries() {
        let key = value.key.clone();
        check_slug(&slug, &key, findings, |_| false);
        if let Some(table) = value.table() {
            sources.push((key, source(slug, table)));
        }
    }
    (sources, complete)
}

fn source(slug: String, mut table: TomlTable<'_>) -> Source {
    let publisher = table.required_words("publisher");
    let title = table.required_words("title");
    let url = table.required("url");
    if let Some(url) = &url {
        rules::check_url(url, table.findings());
    }
    let words = |written: Option<SourceText<'_>>| {
        written
            .map(|written| written.text.into_owned())
            .unwrap_or_default()
    };
    let source = Source {
        slug,
        publisher: words(publisher),
        title: words(title),
        url: words(url),
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
    table.finish();
    source
}

const RELIABILITIES: &[(&str, Reliability)] = &[
    ("strong", Reliability::Strong),
    ("good", Reliability::Good),
    ("official", Reliability::Official),
    ("low", Reliability::Low),
];
