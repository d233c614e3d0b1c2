//! What an entity's own page tells: all that the site says of it, but for what names a private person.

use std::collections::BTreeSet;

use crate::model::id::Id;
use crate::model::page::{Citation, Elsewhere};
use crate::model::site::{Entity, Image, Reference, Relation, Sourced};
use crate::model::site_page::{ArticleEntry, EntityPage, PageFact, PageRelation};
use crate::model::text::{Span, Text, links_mut, plain, retarget};
use crate::publish::messages::Interface;
use crate::publish::project::picture::picture;
use crate::publish::project::projector::Projector;
use crate::publish::project::shown::collect_targets;
use crate::publish::site_index::SiteIndex;

/// The page of an entity that articles mention; `articles` are they, `root` the address of the site's root from the page.
pub(in crate::publish) fn entity_page(
    index: &SiteIndex,
    id: Id<Entity>,
    articles: Vec<ArticleEntry>,
    interface: &Interface,
    root: &str,
) -> Option<EntityPage> {
    let first = *index.mentioning(id).first()?;
    let entity = &index.site.entities[id];
    let (name, native) = entity.names.split_first()?;
    let builder = PageBuilder {
        index,
        projector: Projector::new(index, first, interface, root),
    };
    let facts = entity.facts.iter();
    let facts = facts.filter(|fact| builder.is_public(&fact.text, Some(&fact.text.value)));
    let own = entity.relations.iter().map(|relation| (relation, id));
    let others = index.relations_to(id).iter();
    let others =
        others.map(|&(subject, row)| (&index.site.entities[subject].relations[row], subject));
    let summary = entity.summary.as_ref();
    Some(EntityPage {
        name: name.clone(),
        kind: entity.kind,
        native: native.to_vec(),
        description: entity
            .description
            .clone()
            .filter(|words| !index.private.named_in(words)),
        summary: summary
            .filter(|text| !builder.names_private(text))
            .map(|text| builder.text(text)),
        image: entity
            .image
            .as_ref()
            .filter(|image| builder.is_public_picture(image))
            .map(|image| picture(index.site, image, root)),
        facts: facts
            .map(|fact| PageFact {
                text: builder.text(&fact.text.value),
                claim: fact.text.claim.clone(),
                citations: builder.citations(&fact.text.references),
            })
            .collect(),
        relations: own
            .chain(others)
            .filter_map(|(relation, subject)| builder.relation(relation, subject, id))
            .collect(),
        links: entity
            .identifiers
            .iter()
            .filter_map(|one| {
                let label = [&*one.name, " ", &one.value].concat();
                one.url.clone().map(|href| Elsewhere { label, href })
            })
            .collect(),
        articles: articles.into(),
    })
}

struct PageBuilder<'a> {
    index: &'a SiteIndex<'a>,
    /// Of an article that mentions the entity.
    projector: Projector<'a>,
}

impl PageBuilder<'_> {
    fn names_private(&self, text: &[Span<Id<Entity>>]) -> bool {
        let mut named = BTreeSet::new();
        collect_targets(text, &mut named);
        let mut named = named.into_iter();
        named.any(|entity| self.index.site.entities[entity].private)
            || self.index.private.named_in(&plain(text))
    }

    /// Whether neither what a picture shows nor who made it names a private person.
    fn is_public_picture(&self, image: &Image) -> bool {
        let made = [&image.credit, &image.licence].into_iter().flatten();
        let mut words = made.chain([&image.alt, &image.file]);
        !words.any(|words| self.index.private.named_in(words))
    }

    /// Whether neither a claim's text nor whose view it is names a private person.
    fn is_public<T>(&self, claim: &Sourced<T>, text: Option<&[Span<Id<Entity>>]>) -> bool {
        let by = claim.claim.as_ref();
        !by.is_some_and(|by| self.index.private.named_in(by))
            && !text.is_some_and(|text| self.names_private(text))
    }

    /// Text whose links lead to pages of entities.
    fn text(&self, text: &[Span<Id<Entity>>]) -> Text<String> {
        let mut text = retarget(text, &mut |&entity, _| self.page_of(entity));
        links_mut(&mut text, &mut |href| {
            if !href.contains(':') {
                *href = [self.projector.root, href].concat();
            }
        });
        text
    }

    /// The slug of an entity with a page.
    fn page_of(&self, entity: Id<Entity>) -> Option<String> {
        let slug = &self.index.site.entities[entity].slug;
        self.index.has_entity_page(entity).then(|| slug.clone())
    }

    /// Marks that lead there; none is of this page.
    fn citations(&self, references: &[Reference]) -> Vec<Citation> {
        let marks = self.projector.citations(references).into_iter();
        let away = marks.map(|mark| match mark {
            Citation::Block(block) => {
                let place = self.projector.interface.page.fill_mark(&block.to_string());
                let slug = &self.projector.article.slug;
                Citation::Work {
                    label: format!("{}, {place}", self.projector.title()),
                    href: Some(format!("{}{slug}/#p{block}", self.projector.root)),
                    archived: None,
                }
            }
            work @ Citation::Work { .. } => work,
        });
        away.collect()
    }

    /// A relation as the entity of the page reads it.
    fn relation(
        &self,
        relation: &Relation,
        subject: Id<Entity>,
        id: Id<Entity>,
    ) -> Option<PageRelation> {
        let is_subject = subject == id;
        let other = if is_subject { relation.object } else { subject };
        let entity = &self.index.site.entities[other];
        let name = &entity.names.first()?.text;
        if self.index.private.meant_by(name, entity) || !self.is_public(&relation.predicate, None) {
            return None;
        }
        let predicate = match &relation.inverse {
            Some(inverse) if !is_subject => inverse,
            _ => &relation.predicate.value,
        };
        if self.index.private.named_in(predicate) {
            return None;
        }
        Some(PageRelation {
            predicate: predicate.clone(),
            reversed: !is_subject && relation.inverse.is_none(),
            other: name.clone(),
            href: self.page_of(other).map(|slug| ["../", &slug, "/"].concat()),
            date: relation.date.as_ref().map(|date| date.words.clone()),
            claim: relation.predicate.claim.clone(),
            citations: self.citations(&relation.predicate.references),
        })
    }
}
