//! An entity's note as this page has it.

use std::collections::BTreeSet;

use crate::model::id::Id;
use crate::model::messages::Messages;
use crate::model::page::{Class, Elsewhere, Note, NoteFact, NoteMention, NoteRelation, Summary};
use crate::model::site::{Entity, Fact, Reference, Relation};
use crate::publish::entity_folders::{entity_folder, mentions_folder};
use crate::publish::project::location::location;
use crate::publish::project::picture::picture;
use crate::publish::project::projector::Projector;
use crate::publish::project::shown::collect_targets;

/// Draws up the note of an entity.
pub(super) fn note(projector: &Projector, id: Id<Entity>) -> Note {
    let entity = &projector.site.entities[id];
    let (name, native) = entity
        .names
        .split_first()
        .expect("the compiler refuses an entity without a name");
    let facts = facts(projector, id).into_iter();
    let relations = relations(projector, id).into_iter();
    Note {
        entity: entity.slug.clone(),
        kind: entity.kind,
        name: name.clone(),
        native: native.to_vec(),
        aliases: entity.aliases.clone(),
        description: entity.description.clone(),
        summary: summary(projector, id),
        facts: facts
            .map(|(class, fact)| projector.fact(class, fact))
            .collect(),
        relations: relations.map(|read| projector.relation(&read)).collect(),
        mentions: mentions(projector, id),
        place: location(projector, id),
        links: elsewhere(projector, id),
        picture: entity
            .image
            .as_ref()
            .map(|image| picture(projector.site, image, projector.root)),
    }
}

/// What each fact and relation of an entity's note rests on, in the note's order.
pub(super) fn cited_in<'a>(
    projector: &Projector<'a>,
    id: Id<Entity>,
) -> impl Iterator<Item = &'a [Reference]> {
    let facts = facts(projector, id).into_iter();
    let facts = facts.map(|(_, fact)| &*fact.text.references);
    let relations = relations(projector, id).into_iter();
    facts.chain(relations.map(|read| &*read.relation.predicate.references))
}

impl Projector<'_> {
    fn fact(&self, class: Class, fact: &Fact) -> NoteFact {
        NoteFact {
            class,
            text: self.text(&fact.text.value),
            claim: fact.text.claim.clone(),
            citations: self.citations(&fact.text.references),
        }
    }

    fn relation(&self, read: &ReadRelation) -> NoteRelation {
        let ReadRelation {
            relation,
            side,
            other,
        } = read;
        let entity = &self.site.entities[*other];
        let predicate = match (side, &relation.inverse) {
            (Side::Object, Some(inverse)) => inverse,
            _ => &relation.predicate.value,
        };
        NoteRelation {
            predicate: predicate.clone(),
            is_subject: *side == Side::Subject,
            reversed: *side == Side::Object && relation.inverse.is_none(),
            other: self.shown.contains(other).then(|| entity.slug.clone()),
            other_name: entity.names[0].text.clone(),
            other_kind: entity.kind,
            class: self.class(&relation.predicate.references, relation.date.as_ref()),
            claim: relation.predicate.claim.clone(),
            date: relation.date.as_ref().map(|date| date.words.clone()),
            citations: self.citations(&relation.predicate.references),
        }
    }
}

/// The facts that the page tells of an entity: the article's first, then background, then later ones.
fn facts<'a>(projector: &Projector<'a>, id: Id<Entity>) -> Vec<(Class, &'a Fact)> {
    let facts = projector.site.entities[id].facts.iter().enumerate();
    let told = facts.filter(|(row, _)| projector.tells_fact(id, *row));
    let mut facts: Vec<_> = told
        .map(|(_, fact)| {
            let class = projector.class(&fact.text.references, fact.date.as_ref());
            (class, fact)
        })
        .collect();
    facts.sort_by_key(|(class, _)| *class);
    facts
}

/// A relation as one of its two sides reads it.
struct ReadRelation<'a> {
    relation: &'a Relation,
    side: Side,
    other: Id<Entity>,
}

/// From which side a relation is read.
#[derive(PartialEq)]
enum Side {
    Subject,
    Object,
}

/// Its own relations, then those of others with a note here to it.
fn relations<'a>(projector: &Projector<'a>, id: Id<Entity>) -> Vec<ReadRelation<'a>> {
    let entities = &projector.site.entities;
    let own = entities[id].relations.iter().enumerate();
    let own = own.filter(|(row, _)| projector.tells_relation(id, *row));
    let own = own.map(|(_, relation)| ReadRelation {
        relation,
        side: Side::Subject,
        other: relation.object,
    });
    let to = projector.relations_to.get(&id).into_iter().flatten();
    let to = to.filter(|(other, row)| projector.tells_relation(*other, *row));
    let others = to.map(|&(other, row)| ReadRelation {
        relation: &entities[other].relations[row],
        side: Side::Object,
        other,
    });
    own.chain(others).collect()
}

fn mentions(projector: &Projector, id: Id<Entity>) -> Vec<NoteMention> {
    let own = projector
        .mentions_of
        .get(&id)
        .into_iter()
        .flatten()
        .map(|&mention| &projector.article.mentions[mention]);
    own.map(|mention| NoteMention {
        number: mention.number,
        block: mention.block,
        passage: mention.note.as_ref().map(|note| projector.text(note)),
    })
    .collect()
}

/// The author's words, else the first sentence that mentions the entity.
///
/// A summary that names a private person is told in the pages of those articles that name the person.
fn summary(projector: &Projector, id: Id<Entity>) -> Option<Summary> {
    if let Some(text) = &projector.site.entities[id].summary {
        let withheld = projector.withholds_summary(id);
        return (!withheld).then(|| Summary::Written(projector.text(text)));
    }
    let first = projector.mentions_of.get(&id)?.first()?;
    let mention = &projector.article.mentions[*first];
    let block = &projector.texts[mention.block as usize - 1];
    let sentence = block.get(mention.sentence.start as usize..mention.sentence.end as usize)?;
    Some(Summary::Sentence(sentence.trim().to_owned(), mention.block))
}

impl Projector<'_> {
    /// Whether a summary names a private person whom the article does not name.
    pub(super) fn withholds_summary(&self, id: Id<Entity>) -> bool {
        let mut named = BTreeSet::new();
        let summary = self.site.entities[id].summary.iter();
        summary.for_each(|text| collect_targets(text, &mut named));
        let mut others = named.into_iter().filter(|&other| other != id);
        others.any(|other| self.site.entities[other].private && !self.numbers.contains_key(&other))
    }
}

/// Other articles of this site that mention it, and where else it is known by number.
fn elsewhere(projector: &Projector, id: Id<Entity>) -> Vec<Elsewhere> {
    let (entity, root) = (&projector.site.entities[id], projector.root);
    let (shown, more) = projector.index.others(id, projector.id);
    let mut links: Vec<_> = shown
        .into_iter()
        .map(|article| {
            let (slug, date) = {
                let article = &projector.site.articles[article];
                (&article.slug, article.date.as_ref())
            };
            let title = projector.index.title(article);
            Elsewhere {
                label: date.map_or(title.to_owned(), |date| format!("{title}, {}", date.words)),
                href: [root, slug, "/#ent-", &entity.slug].concat(),
            }
        })
        .collect();
    if projector.index.has_entity_page(id) {
        links.push(Elsewhere {
            label: projector.interface.publish.own_page.clone(),
            href: [root, &entity_folder(entity)].concat(),
        });
    } else if more > 0 {
        links.push(Elsewhere {
            label: Messages::fill_number(&projector.interface.page.and_more, more),
            href: [root, &mentions_folder(entity)].concat(),
        });
    }
    let known = entity.identifiers.iter();
    links.extend(known.filter_map(|one| {
        let label = [&*one.name, " ", &one.value].concat();
        one.url.clone().map(|href| Elsewhere { label, href })
    }));
    links
}
