//! Relations that contradict each other: each of two is "parent of" the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::statement::{Statement, StatementKind};
use crate::model::id::Id;
use crate::model::site::{Entity, Relation, Site};
use crate::model::when::When;

/// One direction of a relation: who is what to whom.
type Direction = (Id<Entity>, String, Id<Entity>);

/// Says which relations cannot both hold. Only words that have another inverse somewhere on the site have a direction:
/// two may well be "married to" each other, or "friend of".
pub(crate) fn check(site: &Site, statements: &[Statement<'_>], findings: &Findings) {
    let Some(relations) = told(site, statements) else {
        return;
    };
    let directed = directed(site);
    let mut known: BTreeMap<Direction, (usize, Option<&When>)> = BTreeMap::new();
    for (row, (subject, relation, span)) in relations.iter().enumerate() {
        let forth = (*subject, folded(&relation.predicate.value), relation.object);
        let inverse = relation.inverse.as_deref().map(folded);
        let back = inverse.map(|inverse| (relation.object, inverse, *subject));
        for direction in [Some(forth), back].into_iter().flatten() {
            let (one, words, other) = &direction;
            if !directed.contains(words) {
                continue;
            }
            let contrary = (*other, words.clone(), *one);
            let date = relation.date.as_ref();
            let contrary = known
                .get(&contrary)
                .filter(|(_, before)| !are_apart(*before, date));
            if one == other || contrary.is_some_and(|(before, _)| *before != row) {
                report(site, &direction, span, findings);
                break;
            }
            known.entry(direction).or_insert((row, date));
        }
    }
}

fn report(
    site: &Site,
    (one, words, other): &Direction,
    span: &SourceSpan<'_>,
    findings: &Findings,
) {
    let (one, other) = (&site.entities[*one].slug, &site.entities[*other].slug);
    if one == other {
        let message = format!("`{one}` would be \"{words}\" itself");
        let help = "name another entity in `object`, or take the relation away";
        return findings
            .warning("contrary-relations", span, message)
            .help(help);
    }
    let message = format!("`{one}` is \"{words}\" `{other}` here, and the other way round before");
    let help = "take one of the two away, or change round `predicate` and `inverse`; where both hold, each at its time, give both a `date`";
    findings
        .warning("contrary-relations", span, message)
        .help(help);
}

/// All relations with who tells them and where; nothing where some could not be read.
fn told<'s, 'a>(
    site: &'s Site,
    statements: &'s [Statement<'a>],
) -> Option<Vec<(Id<Entity>, &'s Relation, &'s SourceSpan<'a>)>> {
    let entities = site.entities.iter();
    let relations =
        entities.flat_map(|(id, entity)| entity.relations.iter().map(move |one| (id, one)));
    let relations: Vec<_> = relations.collect();
    let spans = statements
        .iter()
        .filter(|one| one.kind == StatementKind::Relation);
    let spans: Vec<_> = spans.map(|one| &one.span).collect();
    let all = relations.into_iter().zip(&spans);
    let all: Vec<_> = all
        .map(|((id, relation), span)| (id, relation, *span))
        .collect();
    (all.len() == spans.len()).then_some(all)
}

/// Words of relations whose inverse is another everywhere.
fn directed(site: &Site) -> BTreeSet<String> {
    let mut directed = BTreeSet::new();
    let mut mutual = BTreeSet::new();
    for relation in site
        .entities
        .iter()
        .flat_map(|(_, entity)| &entity.relations)
    {
        let Some(inverse) = relation.inverse.as_deref().map(folded) else {
            continue;
        };
        let predicate = folded(&relation.predicate.value);
        if predicate == inverse {
            mutual.insert(predicate);
        } else {
            directed.extend([predicate, inverse]);
        }
    }
    directed.retain(|words| !mutual.contains(words));
    directed
}

/// Whether both are dated, and at different times.
fn are_apart(one: Option<&When>, other: Option<&When>) -> bool {
    one.zip(other)
        .is_some_and(|(one, other)| one.latest < other.earliest || other.latest < one.earliest)
}

fn folded(words: &str) -> String {
    let words: Vec<_> = words.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
