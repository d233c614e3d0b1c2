//! `sources.toml`: the works that facts cite.

use crate::compile::content::TextFile;
use crate::compile::finding::Finding;
use crate::compile::index::check_slug;
use crate::compile::place::{Place, Written};
use crate::compile::rules;
use crate::compile::syntax;
use crate::compile::table::Table;
use crate::model::site::{Read, Reliability, Source};

/// The sources by key, each with the place of its key, and whether the file could be read to its end.
pub(crate) fn read<'a>(
    file: TextFile<'a>,
    findings: &mut Vec<Finding>,
) -> (Vec<(Place<'a>, Source)>, bool) {
    let table = syntax::parse(file, findings);
    let complete = table.complete;
    let mut sources = Vec::new();
    for (slug, value) in table.into_entries() {
        let key = value.key.clone();
        check_slug(&slug, &key, findings);
        if let Some(table) = value.table(findings) {
            sources.push((key, source(slug, table, findings)));
        }
    }
    (sources, complete)
}

fn source(slug: String, mut table: Table<'_>, findings: &mut Vec<Finding>) -> Source {
    let publisher = table.required("publisher", findings);
    let title = table.required("title", findings);
    let url = table.required("url", findings);
    if let Some(url) = &url {
        rules::check_url(url, findings);
    }
    let words = |written: Option<Written<'_>>| {
        written
            .map(|written| written.text.into_owned())
            .unwrap_or_default()
    };
    let source = Source {
        slug,
        publisher: words(publisher),
        title: words(title),
        url: words(url),
        date: table.date("date", findings),
        read_on: table.date("read_on", findings),
        read: table
            .choice(
                "read",
                &[("page", Read::Page), ("copy", Read::Copy)],
                findings,
            )
            .unwrap_or(Read::Page),
        reliability: table
            .choice("reliability", RELIABILITIES, findings)
            .unwrap_or(Reliability::Good),
        language: rules::language(&mut table, "language", findings),
    };
    table.finish(findings);
    source
}

const RELIABILITIES: &[(&str, Reliability)] = &[
    ("strong", Reliability::Strong),
    ("good", Reliability::Good),
    ("official", Reliability::Official),
    ("low", Reliability::Low),
];
