//! `events.toml`: what happened when.

use std::collections::BTreeSet;

use crate::compile::allow;
use crate::compile::block_index::{digest, folded};
use crate::compile::content_files::TextFile;
use crate::compile::fields::{EVENT, EVENTS};
use crate::compile::findings::Findings;
use crate::compile::former;
use crate::compile::inline::{self, Prose, Scope};
use crate::compile::slug::check_slug;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::statement::{Provenance, Statement, StatementKind};
use crate::compile::syntax;
use crate::compile::toml_table::TomlTable;
use crate::model::id::Id;
use crate::model::site::{Entity, Event};
use crate::model::text::plain;

/// The events, earliest first, each with where it stands.
pub(crate) fn read<'a>(
    file: TextFile<'a>,
    scope: Scope<'_, 'a>,
    statements: &mut Vec<Statement<'a>>,
) -> Vec<(SourceSpan<'a>, Event)> {
    let mut table = syntax::parse(file, scope.findings());
    let mut slugs = BTreeSet::new();
    let mut former = Vec::new();
    let tables = table.tables("events");
    allow::read(&mut table, Some(file.path));
    let read = |table: TomlTable<'a>| {
        let span = table.span.clone();
        let (event, were) = event(table, &mut slugs, scope, statements)?;
        former.push((event.slug.clone(), were));
        Some((span, event))
    };
    let mut events: Vec<_> = tables.into_iter().filter_map(read).collect();
    table.finish(&EVENTS);
    let former: Vec<_> = former
        .iter()
        .map(|(slug, were)| (&**slug, &**were))
        .collect();
    former::check(&former, "event", scope.findings());
    events.sort_by(|(_, a), (_, b)| {
        (a.date.earliest, a.date.latest, &a.slug).cmp(&(b.date.earliest, b.date.latest, &b.slug))
    });
    events
}

fn event<'a>(
    mut table: TomlTable<'a>,
    slugs: &mut BTreeSet<String>,
    scope: Scope<'_, 'a>,
    statements: &mut Vec<Statement<'a>>,
) -> Option<(Event, Vec<SourceText<'a>>)> {
    let span = table.span.clone();
    let given = table.string("id");
    let former = former::read(&mut table);
    if !table.holds("date") {
        table.missing("date");
    }
    let date = table.date("date");
    let slug = match given {
        Some(slug) => {
            check_slug(&slug.text, &slug.words(), scope.findings(), |one| {
                slugs.contains(one)
            });
            Some((slug.words(), slug.text.into_owned()))
        }
        None => date.as_ref().map(|date| (span.clone(), dated(&date.edtf))),
    };
    if let Some((at, slug)) = &slug {
        check(slug, at, slugs, scope.findings());
    }
    let text = table.required("text");
    let prose = text
        .map(|text| inline::prose(&text, scope))
        .unwrap_or_default();
    let listed = table.strings("entities");
    let listed = listed.iter().filter_map(|slug| scope.symbols.named(slug));
    let listed: Vec<_> = listed.collect();
    // Without a list an event concerns those whom its text links.
    let concerned = if listed.is_empty() {
        linked(&prose)
    } else {
        listed.iter().map(|one| one.entity).collect()
    };
    let provenance = Provenance::read(&mut table, StatementKind::Event, scope.symbols);
    table.finish(&EVENT);
    let text = provenance.attach(prose.text);
    statements.push(Statement {
        span,
        subject: None,
        kind: StatementKind::Event,
        named: [prose.named, listed, provenance.claimants].concat(),
        said: digest(&folded(&plain(&text.value))),
        references: provenance.references,
    });
    let event = Event {
        former: former::slugs(&former),
        slug: slug?.1,
        date: date?,
        text,
        entities: concerned,
    };
    Some((event, former))
}

/// Whom a text links, each once.
fn linked(prose: &Prose<'_>) -> Vec<Id<Entity>> {
    let mut seen = BTreeSet::new();
    let links = prose.named.iter().filter(|one| one.linked);
    let entities = links.map(|one| one.entity);
    entities.filter(|entity| seen.insert(*entity)).collect()
}

/// What an event is called after its date.
fn dated(edtf: &str) -> String {
    let mut slug = edtf.replace('/', "-");
    slug.retain(|letter| letter.is_ascii_digit() || letter == '-');
    slug.trim_matches('-').to_owned()
}

/// Says that another event is called the same.
fn check(slug: &str, span: &SourceSpan<'_>, slugs: &mut BTreeSet<String>, findings: &Findings) {
    if !slugs.insert(slug.to_owned()) {
        let message = format!("another event is called `{slug}`");
        findings
            .error("duplicate-id", span, message)
            .help("give this one an `id` of its own");
    }
}
