//! Events as the page of an article tells them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::id::Id;
use crate::model::page::EventRow;
use crate::model::site::{Entity, Event, Reference};
use crate::publish::project::projector::Projector;
use crate::publish::project::units::units;

impl Projector<'_> {
    /// An event, if this page tells it.
    pub(super) fn event(&self, event: &Event) -> Option<EventRow> {
        let class = self.class(&event.text.references, Some(&event.date));
        let entities: Vec<String> = event
            .entities
            .iter()
            .filter(|entity| self.shown.contains(entity))
            .map(|&entity| self.site.entities[entity].slug.clone())
            .collect();
        let is_told = event.is_told_in(self.id, |entity| self.numbers.contains_key(&entity));
        is_told.then(|| EventRow {
            event: event.slug.clone(),
            former: event.former.clone(),
            date: event.date.clone(),
            class,
            text: self.text(&event.text.value),
            claim: event.text.claim.clone(),
            citations: self.citations(&event.text.references),
            sentence: self.sentence(event),
            entities,
        })
    }

    /// The sentence of the cited block that names most of those the event concerns.
    fn sentence(&self, event: &Event) -> Option<(u32, u32)> {
        let block = event
            .text
            .references
            .iter()
            .find_map(|reference| match reference {
                Reference::Article(id, block) if *id == self.id => Some(*block),
                _ => None,
            })?;
        let mut named = BTreeMap::<_, BTreeSet<Id<Entity>>>::new();
        for &mention in self.mentions_in.get(&block)? {
            let mention = &self.article.mentions[mention];
            if event.entities.contains(&mention.entity) {
                let sentence = (mention.sentence.start, mention.sentence.end);
                named.entry(sentence).or_default().insert(mention.entity);
            }
        }
        let most = named.values().map(BTreeSet::len).max()?;
        let ((from, to), _) = named.into_iter().find(|(_, named)| named.len() == most)?;
        let text = &self.texts[block as usize - 1];
        match *units(text, [from as usize, to as usize]) {
            [from, to] => Some((from, to)),
            _ => None,
        }
    }
}
