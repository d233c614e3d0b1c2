//! A site without its drafts: as if nobody had begun them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::id::{Id, Table};
use crate::model::site::{Article, Entity, Reference, Site};
use crate::model::text::{Text, unlink};
use crate::model::texts::TextVisitor;
use crate::publish::project;

/// The site as it is published, and how many drafts it leaves out. What rests on drafts alone goes with them, as do the
/// pictures of entities that no page shows then.
pub fn left_out(mut site: Site) -> (Site, usize) {
    let before = site.articles.len();
    if site.articles.iter().all(|(_, article)| !article.draft) {
        return (site, 0);
    }
    let drafts = site.articles.iter().filter(|(_, article)| article.draft);
    let gone = drafts.map(|(_, article)| article.slug.clone()).collect();
    let mut kept = BTreeMap::new();
    let mut articles = Table::default();
    for (id, article) in site.articles.iter().filter(|(_, article)| !article.draft) {
        kept.insert(id, articles.push(article.clone()));
    }
    site.articles = articles;
    let entities: Vec<Id<Entity>> = site.entities.ids().collect();
    for &id in &entities {
        let entity = &mut site.entities[id];
        entity
            .facts
            .retain_mut(|fact| rests(&mut fact.text.references, &kept));
        let relations = &mut entity.relations;
        relations.retain_mut(|relation| rests(&mut relation.predicate.references, &kept));
    }
    let mut events = Table::default();
    for (_, event) in site.events.iter() {
        let mut event = event.clone();
        if rests(&mut event.text.references, &kept) {
            events.push(event);
        }
    }
    site.events = events;
    site.visit_texts(&mut Unlink(gone));
    let shown: BTreeSet<_> = site
        .articles
        .ids()
        .flat_map(|id| project::noted(&site, id))
        .collect();
    for id in entities.into_iter().filter(|id| !shown.contains(id)) {
        site.entities[id].image = None;
    }
    let left = before - site.articles.len();
    (site, left)
}

/// Slugs of the entities that a page has a note of.
pub fn shown(site: &Site) -> BTreeSet<String> {
    let shown = site.articles.ids().flat_map(|id| project::noted(site, id));
    shown.map(|id| site.entities[id].slug.clone()).collect()
}

/// Lets go of references to drafts, and says whether any is left.
fn rests(references: &mut Vec<Reference>, kept: &BTreeMap<Id<Article>, Id<Article>>) -> bool {
    references.retain_mut(|reference| match reference {
        Reference::Article(id, _) => kept.get(id).map(|now| *id = *now).is_some(),
        Reference::Work(..) => true,
    });
    !references.is_empty()
}

/// Takes links to these articles away.
struct Unlink(BTreeSet<String>);

impl TextVisitor for Unlink {
    fn visit<T>(&mut self, text: &mut Text<T>) {
        unlink(text, &|href| {
            let slug = href.split_once('/').map_or("", |(slug, _)| slug);
            self.0.contains(slug)
        });
    }
}
