//! The entities that have a note in an article's page.

use std::collections::BTreeSet;

use crate::model::id::Id;
use crate::model::site::{Article, Entity, Reference, Site};
use crate::model::text::{Span, Text, walk};

/// Entities in the order of their first mention.
pub(in crate::publish) fn mentioned(article: &Article) -> Vec<Id<Entity>> {
    let mut seen = BTreeSet::new();
    article
        .mentions
        .iter()
        .map(|(_, mention)| mention.entity)
        .filter(|&entity| seen.insert(entity))
        .collect()
}

/// Entities that have a note in the page of an article.
pub(in crate::publish) fn noted(site: &Site, id: Id<Article>) -> BTreeSet<Id<Entity>> {
    shown(site, id, &mentioned(&site.articles[id]))
}

/// The mentioned ones and those one step away: named by their notes or told to be related to them.
pub(super) fn shown(site: &Site, id: Id<Article>, order: &[Id<Entity>]) -> BTreeSet<Id<Entity>> {
    let article = &site.articles[id];
    let mut shown: BTreeSet<_> = order.iter().copied().collect();
    let mut named = |text: &Text<Id<Entity>>| collect_targets(text, &mut shown);
    for &entity in order {
        let entity = &site.entities[entity];
        entity.summary.iter().for_each(&mut named);
        let own = entity
            .facts
            .iter()
            .filter(|fact| !is_foreign(id, &fact.text.references));
        own.for_each(|fact| named(&fact.text.value));
    }
    article
        .mentions
        .iter()
        .filter_map(|(_, mention)| mention.note.as_ref())
        .for_each(&mut named);
    article.standfirst.iter().for_each(&mut named);
    let lead = article.lead.iter();
    lead.for_each(|lead| named(&lead.caption));
    let corrections = article.corrections.iter();
    corrections.for_each(|correction| named(&correction.text));
    let footnotes = article.footnotes.iter();
    footnotes
        .flat_map(|footnote| &footnote.paragraphs)
        .for_each(&mut named);
    shown.extend(order.iter().flat_map(|&entity| {
        let relations = site.entities[entity].relations.iter();
        let own = relations.filter(move |relation| !is_foreign(id, &relation.predicate.references));
        own.map(|relation| relation.object)
    }));
    shown
}

/// Adds the entities that a text links.
pub(super) fn collect_targets(text: &[Span<Id<Entity>>], into: &mut BTreeSet<Id<Entity>>) {
    walk(text, &mut |span| {
        if let Span::Marked { to, .. } = span {
            into.insert(*to);
        }
    });
}

/// Whether a claim rests on other articles of the site alone. Whom it names gets no note for that.
pub(super) fn is_foreign(own: Id<Article>, references: &[Reference]) -> bool {
    let foreign =
        |reference: &Reference| matches!(reference, Reference::Article(id, _) if *id != own);
    references.iter().all(foreign)
}
