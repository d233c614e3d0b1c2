//! What facts, relations and events have in common: they name entities, and they rest on something. Summaries and notes
//! on passages name entities too.

use crate::compile::citation::{Citation, citations};
use crate::compile::naming::Naming;
use crate::compile::source_span::SourceSpan;
use crate::compile::symbol_table::SymbolTable;
use crate::compile::toml_table::TomlTable;
use crate::compile::toml_value::TomlValue;
use crate::model::id::Id;
use crate::model::site::{Article, Entity, Sourced};

/// What names entities, as the checks see it.
pub(crate) struct Statement<'a> {
    /// Where it stands: its table, or its words.
    pub(crate) span: SourceSpan<'a>,
    /// The entity whose file says it; an event and an article's note have none.
    pub(crate) subject: Option<Id<Entity>>,
    pub(crate) kind: StatementKind,
    pub(crate) named: Vec<Naming<'a>>,
    /// Empty for summaries and notes, which name no source.
    pub(crate) references: Vec<Citation<'a>>,
    /// A digest of what it says; empty where it names no source.
    pub(crate) said: String,
}

/// What says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatementKind {
    Summary,
    Fact,
    Relation,
    Event,
    /// Notes on passages of an article.
    Notes(Id<Article>),
}

impl StatementKind {
    fn word(self) -> &'static str {
        match self {
            StatementKind::Summary => "summary",
            StatementKind::Notes(_) => "note",
            StatementKind::Fact => "fact",
            StatementKind::Relation => "relation",
            StatementKind::Event => "event",
        }
    }
}

/// Where a statement comes from: what it cites, and whose view it is.
pub(crate) struct Provenance<'a> {
    pub(crate) references: Vec<Citation<'a>>,
    claim: Option<String>,
    /// Private persons whose view it is.
    pub(crate) claimants: Vec<Naming<'a>>,
}

impl<'a> Provenance<'a> {
    /// Reads `source` and `claim`.
    pub(crate) fn read(
        table: &mut TomlTable<'a>,
        kind: StatementKind,
        symbols: &SymbolTable<'_>,
    ) -> Self {
        let references = references(table, kind, symbols);
        let claim = table.words("claim");
        Self {
            references,
            claimants: symbols.private_names_in(claim.iter()),
            claim: claim.map(|claim| claim.text.into_owned()),
        }
    }

    /// A value together with its provenance.
    pub(crate) fn attach<T>(&self, value: T) -> Sourced<T> {
        let references = self.references.iter().map(|cited| cited.reference.clone());
        Sourced {
            value,
            references: references.collect(),
            claim: self.claim.clone(),
        }
    }
}

fn references<'a>(
    table: &mut TomlTable<'a>,
    kind: StatementKind,
    symbols: &SymbolTable<'_>,
) -> Vec<Citation<'a>> {
    let value = table.take("source");
    let span = value
        .as_ref()
        .map_or(&table.span, |value| &value.span)
        .clone();
    let is_blank = value.as_ref().is_none_or(TomlValue::is_blank);
    if is_blank && table.is_complete() {
        table
            .findings()
            .error(
                "no-source",
                &span,
                format!("this {} names no source", kind.word()),
            )
            .help("add `source = \"ARTICLE#pN\"` or a key of `sources.toml`");
    }
    value.map_or_else(Vec::new, |value| citations(value, symbols))
}
