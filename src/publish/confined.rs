//! Claims that stay in the pages of the articles that they rest on: those that name a private person.

use std::collections::HashSet;

use crate::model::id::Id;
use crate::model::site::{Entity, Reference, Site, Sourced};
use crate::model::text::{Span, Text, plain, walk};
use crate::publish::structured::private::Private;

/// Facts and relations by the entity whose file tells them and their row there.
#[derive(Default)]
pub(in crate::publish) struct Confined {
    pub(in crate::publish) facts: HashSet<(Id<Entity>, usize)>,
    pub(in crate::publish) relations: HashSet<(Id<Entity>, usize)>,
}

impl Confined {
    /// Looks at all claims that cite an article, if anybody is private.
    pub(in crate::publish) fn of(site: &Site, private: &Private) -> Self {
        let mut confined = Self::default();
        let is_private = |entity: Id<Entity>| site.entities[entity].private;
        if !site.entities.ids().any(is_private) {
            return confined;
        }
        for (id, entity) in site.entities.iter() {
            for (row, fact) in entity.facts.iter().enumerate() {
                let text = &fact.text.value;
                let links = || links(text).into_iter().any(is_private);
                let names = || is_private(id) || links() || private.named_in(&plain(text));
                if rests_on_article(&fact.text) && (names() || is_claimed_by(&fact.text, private)) {
                    confined.facts.insert((id, row));
                }
            }
            for (row, relation) in entity.relations.iter().enumerate() {
                let predicate = &relation.predicate;
                let words = [Some(&predicate.value), relation.inverse.as_ref()];
                let mut words = words.into_iter().flatten();
                let mut names = || {
                    is_private(id)
                        || is_private(relation.object)
                        || words.any(|words| private.named_in(words))
                };
                if rests_on_article(predicate) && (names() || is_claimed_by(predicate, private)) {
                    confined.relations.insert((id, row));
                }
            }
        }
        confined
    }
}

fn rests_on_article<T>(claim: &Sourced<T>) -> bool {
    let mut references = claim.references.iter();
    references.any(|reference| matches!(reference, Reference::Article(..)))
}

fn is_claimed_by<T>(claim: &Sourced<T>, private: &Private) -> bool {
    let claimant = claim.claim.as_deref();
    claimant.is_some_and(|claimant| private.named_in(claimant))
}

fn links(text: &Text<Id<Entity>>) -> Vec<Id<Entity>> {
    let mut found = Vec::new();
    walk(text, &mut |span| {
        if let Span::Marked { to, .. } = span {
            found.push(*to);
        }
    });
    found
}
