//! An article as its page is to show it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::id::Id;
use crate::model::page::Class;
use crate::model::site::{Article, Entity, Mention, Reference, Site};
use crate::model::text::{Span, Text, links_mut, plain, retarget};
use crate::model::when::When;
use crate::publish::messages::Interface;
use crate::publish::project::shown::{mentioned, shown};
use crate::publish::site_index::SiteIndex;

/// What the parts of a projector share.
pub(super) struct Projector<'a> {
    pub(super) index: &'a SiteIndex<'a>,
    pub(super) site: &'a Site,
    pub(super) id: Id<Article>,
    pub(super) article: &'a Article,
    pub(super) interface: &'a Interface,
    /// Plain text of each block.
    pub(super) texts: Vec<String>,
    /// Address of the site's root from the page.
    pub(super) root: &'a str,
    /// Entities in the order of their first mention.
    order: Vec<Id<Entity>>,
    /// Entities that have a note in the page.
    pub(super) shown: BTreeSet<Id<Entity>>,
    /// Number of each mentioned entity among the endnotes, which go on from the footnotes'.
    pub(super) numbers: BTreeMap<Id<Entity>, u32>,
    pub(super) mentions_of: BTreeMap<Id<Entity>, Vec<Id<Mention>>>,
    /// By the block they stand in, counted from 1.
    pub(super) mentions_in: BTreeMap<u32, Vec<Id<Mention>>>,
    /// Relations of shown entities, by the entity that is their object: the subject and the relation's row.
    pub(super) relations_to: BTreeMap<Id<Entity>, Vec<(Id<Entity>, usize)>>,
}

impl<'a> Projector<'a> {
    /// Gathers what the parts of an article's page ask for.
    pub(super) fn new(
        index: &'a SiteIndex<'a>,
        id: Id<Article>,
        interface: &'a Interface,
        root: &'a str,
    ) -> Self {
        let site = index.site;
        let article = &site.articles[id];
        let order = mentioned(article);
        let shown = shown(site, id, &order);
        let mut mentions_of = BTreeMap::<_, Vec<_>>::new();
        let mut mentions_in = BTreeMap::<_, Vec<_>>::new();
        for (mention, row) in article.mentions.iter() {
            mentions_of.entry(row.entity).or_default().push(mention);
            mentions_in.entry(row.block).or_default().push(mention);
        }
        let mut relations_to = BTreeMap::<_, Vec<_>>::new();
        for &subject in &shown {
            for (row, relation) in site.entities[subject].relations.iter().enumerate() {
                relations_to
                    .entry(relation.object)
                    .or_default()
                    .push((subject, row));
            }
        }
        let blocks = article.blocks.iter();
        let first = article.footnotes.len() as u32 + 1;
        Self {
            index,
            site,
            texts: blocks.map(|block| plain(&block.text)).collect(),
            id,
            article,
            interface,
            root,
            numbers: order.iter().copied().zip(first..).collect(),
            order,
            shown,
            mentions_of,
            mentions_in,
            relations_to,
        }
    }

    /// Entities in the order of their first mention.
    pub(super) fn mentioned(&self) -> &[Id<Entity>] {
        &self.order
    }

    /// Entities with a note: the mentioned ones in the order of the text, then those that their notes name.
    pub(super) fn noted(&self) -> Vec<Id<Entity>> {
        let unmentioned = |entity: &&_| !self.numbers.contains_key(*entity);
        let others = self.shown.iter().filter(unmentioned);
        self.order.iter().chain(others).copied().collect()
    }

    /// The article's title in one line.
    pub(super) fn title(&self) -> String {
        let title = self.index.title(self.id);
        title.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Text whose links lead to notes of this page; a name without one here stays words.
    pub(super) fn text(&self, text: &[Span<Id<Entity>>]) -> Text<String> {
        let mut text = retarget(text, &mut |entity, _| {
            self.shown
                .contains(entity)
                .then(|| self.site.entities[*entity].slug.clone())
        });
        self.lead_from_here(&mut text);
        text
    }

    /// Makes of addresses from the site's root, as links to articles have them, addresses from this page.
    pub(super) fn lead_from_here<T>(&self, text: &mut Text<T>) {
        links_mut(text, &mut |href| {
            if href.starts_with('#') || href.contains(':') {
                return;
            }
            let own = href.strip_prefix(&self.article.slug);
            let own = own.and_then(|rest| rest.strip_prefix('/'));
            *href = match own {
                Some(place) if place.starts_with('#') => place.to_owned(),
                Some(_) | None => [self.root, href].concat(),
            };
        });
    }

    /// Where a claim stands towards the article, by what it rests on and when.
    pub(super) fn class(&self, references: &[Reference], date: Option<&When>) -> Class {
        if references
            .iter()
            .any(|reference| matches!(reference, Reference::Article(id, _) if *id == self.id))
        {
            return Class::Article;
        }
        let Some(written) = &self.article.date else {
            return Class::Background;
        };
        let dated = |reference: &Reference| match reference {
            Reference::Article(id, _) => self.site.articles[*id].date.as_ref(),
            Reference::Work(id, _) => self.site.sources[*id].date.as_ref(),
        };
        let first = date.map(|date| date.earliest).or_else(|| {
            references
                .iter()
                .filter_map(dated)
                .map(|date| date.earliest)
                .min()
        });
        if first.is_some_and(|first| first > written.latest) {
            Class::Later
        } else {
            Class::Background
        }
    }
}
