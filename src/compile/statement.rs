//! What facts, relations and events have in common: they name entities, and they rest on something. Summaries and notes
//! on passages name entities too.

use crate::compile::finding::Finding;
use crate::compile::index::Index;
use crate::compile::place::Place;
use crate::compile::table::Table;
use crate::model::id::Id;
use crate::model::site::{Article, Entity, Reference, Sourced};

/// What names entities, as the checks see it.
pub(crate) struct Statement<'a> {
    /// The entity whose file says it; an event and an article's note have none.
    pub(crate) subject: Option<Id<Entity>>,
    pub(crate) kind: Kind,
    /// The entities it names, and where.
    pub(crate) named: Vec<(Id<Entity>, Place<'a>)>,
    /// Empty for summaries and notes, which name no source.
    pub(crate) references: Vec<(Reference, Place<'a>)>,
}

/// What says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Summary,
    Fact,
    Relation,
    Event,
    /// Notes on passages of an article.
    Notes(Id<Article>),
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Kind::Summary => "summary",
            Kind::Notes(_) => "note",
            Kind::Fact => "fact",
            Kind::Relation => "relation",
            Kind::Event => "event",
        }
    }
}

/// What a statement rests on.
pub(crate) struct Grounds<'a> {
    pub(crate) references: Vec<(Reference, Place<'a>)>,
    claim: Option<String>,
}

impl<'a> Grounds<'a> {
    /// Reads `source` and `claim`.
    pub(crate) fn read(
        table: &mut Table<'a>,
        kind: Kind,
        index: &Index,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let references = references(table, kind, index, findings);
        let claim = table.string("claim", findings);
        Self {
            references,
            claim: claim.map(|claim| claim.text.into_owned()),
        }
    }

    /// A value together with what it rests on.
    pub(crate) fn under<T>(&self, value: T) -> Sourced<T> {
        let references = self.references.iter().map(|(reference, _)| *reference);
        Sourced {
            value,
            references: references.collect(),
            claim: self.claim.clone(),
        }
    }
}

fn references<'a>(
    table: &mut Table<'a>,
    kind: Kind,
    index: &Index,
    findings: &mut Vec<Finding>,
) -> Vec<(Reference, Place<'a>)> {
    let value = table.take("source");
    let place = value
        .as_ref()
        .map_or(&table.place, |value| &value.place)
        .clone();
    let complaints = findings.len();
    let written = value
        .map(|value| value.strings(findings))
        .unwrap_or_default();
    let mut named = written
        .iter()
        .filter(|written| !written.text.is_empty())
        .peekable();
    if named.peek().is_none() && table.complete && findings.len() == complaints {
        let finding = Finding::error(
            "no-source",
            &place,
            format!("this {} names no source", kind.word()),
        );
        findings.push(finding.help("add `source = \"ARTICLE#pN\"` or a key of `sources.toml`"));
    }
    let references =
        named.map(|written| Some((index.reference(written, findings)?, written.words())));
    references
        .collect::<Vec<_>>()
        .into_iter()
        .flatten()
        .collect()
}
