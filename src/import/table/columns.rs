//! What the columns of a table are: headers as people and programs write them.

use std::collections::BTreeMap;

use crate::import::error::ImportError;
use crate::import::faults::Fault;
use crate::import::table::headers::{
    Aliases, EDGES, ENTITIES, EVENTS, RELATIONS, SOURCES, canonical,
};
use crate::import::table::row::Row;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableKind {
    Entities,
    Events,
    Sources,
    Relations,
}

/// The columns of a table by what they are.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) kind: TableKind,
    columns: BTreeMap<&'static str, usize>,
    /// Names in other languages: the column and its language.
    pub(super) names: Vec<(usize, String)>,
    /// Other headers, by their column.
    others: Vec<(usize, String)>,
}

impl Columns {
    /// Tells by a header, and by the file's name, what a table holds.
    pub(super) fn of(header: &[String], file: &str) -> Result<Self, ImportError> {
        let tries = [
            (
                TableKind::Relations,
                EDGES,
                &[&["subject"][..], &["object"], &["predicate"]][..],
            ),
            (
                TableKind::Relations,
                RELATIONS,
                &[&["subject"], &["predicate"], &["object"]],
            ),
            (
                TableKind::Sources,
                SOURCES,
                &[
                    &["title"],
                    &["url", "doi", "isbn", "author", "publisher", "held_by"],
                ],
            ),
            (
                TableKind::Events,
                EVENTS,
                &[&["date", "year"], &["text", "headline"]],
            ),
            (TableKind::Entities, ENTITIES, &[&["name"]]),
        ];
        let fitting = tries.into_iter().filter_map(|(kind, aliases, wanted)| {
            let columns = Self::read(kind, aliases, header);
            let has = |one: &&str| columns.columns.contains_key(one);
            wanted
                .iter()
                .all(|any| any.iter().any(has))
                .then_some(columns)
        });
        let mut fitting: Vec<_> = fitting.collect();
        let named = named_kind(file);
        let row = fitting
            .iter()
            .position(|columns| Some(columns.kind) == named);
        // People and places have dates too.
        let is_entity = |columns: &Columns| {
            columns.kind == TableKind::Entities
                && ["kind", "lat", "coordinates", "aliases"]
                    .iter()
                    .any(|one| columns.columns.contains_key(one))
        };
        let is_work = fitting
            .iter()
            .any(|columns| matches!(columns.kind, TableKind::Relations | TableKind::Sources));
        let row = row.or_else(|| fitting.iter().position(is_entity).filter(|_| !is_work));
        match row.or((!fitting.is_empty()).then_some(0)) {
            Some(row) => Ok(fitting.swap_remove(row)),
            None => {
                let seen: Vec<_> = header
                    .iter()
                    .take(12)
                    .map(|name| format!("`{name}`"))
                    .collect();
                let message = format!(
                    "the header ({}) does not say what the rows are",
                    seen.join(", ")
                );
                let help = "name the columns of entities `name` and `kind`, of events `date` and `text`, of sources `title` and `url`, of relations `subject`, `predicate` and `object`";
                Err(ImportError::new(file, message, help).at_line(1, 1))
            }
        }
    }

    fn read(kind: TableKind, aliases: Aliases, header: &[String]) -> Self {
        let mut columns = Self {
            kind,
            columns: BTreeMap::new(),
            names: Vec::new(),
            others: Vec::new(),
        };
        for (row, written) in header.iter().enumerate() {
            let found =
                canonical(written, aliases).filter(|name| !columns.columns.contains_key(name));
            match found {
                Some(name) => {
                    columns.columns.insert(name, row);
                }
                None => match language_of(written).filter(|_| kind == TableKind::Entities) {
                    Some(language) => columns.names.push((row, language)),
                    None => columns.others.push((row, written.clone())),
                },
            }
        }
        columns
    }

    /// What a row says in a column; empty where there is none.
    pub(super) fn cell<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        self.columns
            .get(name)
            .map_or("", |column| row.cell(*column).trim())
    }

    /// Where a column stands, counted from 0.
    pub(super) fn at(&self, name: &str) -> usize {
        self.columns.get(name).copied().unwrap_or_default()
    }

    /// Headers that are not known, but may be those of the site's own identifiers.
    pub(super) fn others(&self) -> impl Iterator<Item = (usize, &str)> {
        self.others.iter().map(|(column, name)| (*column, &**name))
    }

    /// What is told of columns that nothing is taken from; `is_scheme` tells the site's own identifiers.
    pub(super) fn unknown(&self, is_scheme: impl Fn(&str) -> bool) -> Vec<Fault> {
        let is_own = |name: &str| self.kind == TableKind::Entities && is_scheme(name);
        let named = self
            .others
            .iter()
            .filter(|(_, name)| !name.is_empty() && !is_own(name));
        let all: Vec<_> = named.map(|(_, name)| format!("`{name}`")).collect();
        if all.is_empty() {
            return Vec::new();
        }
        let what = format!("nothing is taken from {}", all.join(", "));
        vec![Fault::on(1, what, "")]
    }
}

/// What a file's name says of its rows.
fn named_kind(file: &str) -> Option<TableKind> {
    let name = file.rsplit('/').next().unwrap_or(file).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match () {
        () if has(&["relation", "edge", "link"]) => Some(TableKind::Relations),
        () if has(&["event", "timeline", "chronolog"]) => Some(TableKind::Events),
        () if has(&["source", "biblio", "reference"]) => Some(TableKind::Sources),
        () if has(&[
            "entit",
            "people",
            "person",
            "place",
            "organisation",
            "organization",
            "node",
        ]) =>
        {
            Some(TableKind::Entities)
        }
        () => None,
    }
}

/// `name_ru`, `name:ru`, `label (zh-Hans)`.
fn language_of(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let head = ["name", "label", "title"]
        .into_iter()
        .find(|head| lower.starts_with(head))?;
    let rest = written.get(head.len()..)?;
    let tag = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let is_apart = rest.starts_with(|c: char| !c.is_alphanumeric());
    let tag = tag.replace('_', "-");
    let is_tag =
        is_apart && (2..=12).contains(&tag.len()) && crate::compile::rules::is_language(&tag);
    is_tag.then_some(tag)
}
