//! Facts that may hold no longer: they tell no date, and all that they rest on is older than the site's `stale_after`.
//!
//! Old is meant against the articles that mention the entity, never against the clock: a build says the same next year.

use std::collections::BTreeMap;

use crate::compile::duration::Duration;
use crate::compile::findings::Findings;
use crate::compile::statement::{Statement, StatementKind};
use crate::model::id::Id;
use crate::model::site::{Article, Entity, Reference, Site};
use crate::model::when::When;

/// Says which facts to look at again. `statements` of facts come in the order of the entities' facts.
pub(crate) fn check(
    site: &Site,
    statements: &[Statement<'_>],
    stale_after: Duration,
    findings: &Findings,
) {
    let told = told(site);
    let facts = site.entities.iter();
    let facts = facts.flat_map(|(id, entity)| entity.facts.iter().map(move |fact| (id, fact)));
    let statements = statements
        .iter()
        .filter(|one| one.kind == StatementKind::Fact);
    for ((id, fact), statement) in facts.zip(statements) {
        let Some(told) = told.get(&id).filter(|_| fact.date.is_none()) else {
            continue;
        };
        let references = &fact.text.references;
        let dates = references.iter().map(|one| date_of(one, site));
        let Some(dates) = dates.collect::<Option<Vec<_>>>() else {
            continue;
        };
        let newest = dates.into_iter().max_by_key(|date| date.latest);
        let is_old = |newest: &&When| {
            i64::from(newest.latest) + stale_after.days() < i64::from(told.earliest)
        };
        if let Some(newest) = newest.filter(is_old) {
            let message = format!(
                "this rests on what is of {}, more than {} before {}, the date of an article that shows it",
                newest.words,
                stale_after.words(),
                told.words
            );
            let help = format!(
                "cite something newer, or say when it held: `date = \"{}\"`",
                newest.edtf
            );
            findings
                .warning("stale-fact", &statement.span, message)
                .help(help);
        }
    }
}

/// When an article was last changed, else first published.
fn of_article(article: &Article) -> Option<&When> {
    article.updated.as_ref().or(article.date.as_ref())
}

/// The latest date among the articles that mention an entity.
fn told(site: &Site) -> BTreeMap<Id<Entity>, &When> {
    let mut told: BTreeMap<Id<Entity>, &When> = BTreeMap::new();
    for (_, article) in site.articles.iter() {
        let Some(date) = of_article(article) else {
            continue;
        };
        for (_, mention) in article.mentions.iter() {
            let latest = told.entry(mention.entity).or_insert(date);
            if latest.earliest < date.earliest {
                *latest = date;
            }
        }
    }
    told
}

/// When something that is cited was written, else read; nothing if nobody knows.
fn date_of<'s>(reference: &Reference, site: &'s Site) -> Option<&'s When> {
    match reference {
        Reference::Article(article, _) => of_article(&site.articles[*article]),
        Reference::Work(source, _) => {
            let source = &site.sources[*source];
            source.date.as_ref().or(source.read_on.as_ref())
        }
    }
}
