//! `events.toml`: what happened when.

use std::collections::BTreeSet;

use crate::compile::content::TextFile;
use crate::compile::finding::Finding;
use crate::compile::index::check_slug;
use crate::compile::inline::{self, Scope};
use crate::compile::place::Written;
use crate::compile::statement::{Grounds, Kind, Statement};
use crate::compile::syntax;
use crate::compile::table::Table;
use crate::model::site::Event;

/// The events, earliest first.
pub(crate) fn read<'a>(
    file: TextFile<'a>,
    scope: Scope<'_>,
    statements: &mut Vec<Statement<'a>>,
    findings: &mut Vec<Finding>,
) -> Vec<Event> {
    let mut table = syntax::parse(file, findings);
    let mut slugs = BTreeSet::new();
    let tables = table.tables("events", findings);
    let mut events: Vec<Event> = tables
        .into_iter()
        .filter_map(|table| event(table, &mut slugs, scope, statements, findings))
        .collect();
    table.finish(findings);
    events.sort_by(|a, b| {
        (a.date.earliest, a.date.latest, &a.slug).cmp(&(b.date.earliest, b.date.latest, &b.slug))
    });
    events
}

fn event<'a>(
    mut table: Table<'a>,
    slugs: &mut BTreeSet<String>,
    scope: Scope<'_>,
    statements: &mut Vec<Statement<'a>>,
    findings: &mut Vec<Finding>,
) -> Option<Event> {
    let slug = table.required("id", findings);
    if let Some(slug) = &slug {
        check(slug, slugs, findings);
    }
    if !table.holds("date") {
        table.missing("date", findings);
    }
    let date = table.date("date", findings);
    let text = table.required("text", findings);
    let prose = text
        .map(|text| inline::prose(&text, scope, findings))
        .unwrap_or_default();
    let listed = table.strings("entities", findings);
    let listed = listed
        .iter()
        .filter_map(|slug| scope.index.named(slug, findings));
    let listed: Vec<_> = listed.collect();
    let grounds = Grounds::read(&mut table, Kind::Event, scope.index, findings);
    table.finish(findings);
    let text = grounds.under(prose.text);
    let entities = listed.iter().map(|(entity, _)| *entity).collect();
    statements.push(Statement {
        subject: None,
        kind: Kind::Event,
        named: prose.links.into_iter().chain(listed).collect(),
        references: grounds.references,
    });
    Some(Event {
        slug: slug?.text.into_owned(),
        date: date?,
        text,
        entities,
    })
}

/// Says that an event's id is none, or that another event has it.
fn check(slug: &Written<'_>, slugs: &mut BTreeSet<String>, findings: &mut Vec<Finding>) {
    check_slug(&slug.text, &slug.words(), findings);
    if !slugs.insert(slug.text.to_string()) {
        let message = format!("another event is called `{}`", slug.text);
        let finding = Finding::error("duplicate-id", &slug.words(), message);
        findings.push(finding.help("give this one another `id`"));
    }
}
