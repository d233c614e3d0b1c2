//! What every page asks of the whole site, gathered once a build: without it each page would look at all others.

use std::collections::{BTreeSet, HashSet};

use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::site::{Article, Entity, Event, Reference, Site};
use crate::model::text::plain;
use crate::publish::confined::Confined;
use crate::publish::drawings::Drawings;
use crate::publish::structured::private::Private;

/// Other articles that a note names where more mention its entity.
const FEW: usize = 8;

/// A site, what stands where in it, and the drawings that its pages share.
pub struct SiteIndex<'a> {
    pub site: &'a Site,
    /// Of each article, in one line or several.
    titles: Vec<String>,
    /// The articles that mention each entity.
    mentioning: Vec<Vec<Id<Article>>>,
    /// The events that concern each entity.
    concerning: Vec<Vec<Id<Event>>>,
    /// The events that cite each article.
    citing: Vec<Vec<Id<Event>>>,
    /// Names that are known to be no person's.
    groups: HashSet<&'a str>,
    pub(in crate::publish) private: Private,
    pub(in crate::publish) confined: Confined,
    pub(in crate::publish) drawings: Drawings,
}

impl<'a> SiteIndex<'a> {
    /// Looks at the whole site once.
    pub fn of(site: &'a Site) -> Self {
        let private = Private::of(site);
        let mut mentioning = vec![Vec::new(); site.entities.len()];
        for (id, article) in site.articles.iter() {
            let mentions = article.mentions.iter();
            let entities: BTreeSet<_> = mentions.map(|(_, mention)| mention.entity).collect();
            for entity in entities {
                mentioning[entity.row()].push(id);
            }
        }
        let mut concerning = vec![Vec::new(); site.entities.len()];
        let mut citing = vec![Vec::new(); site.articles.len()];
        for (id, event) in site.events.iter() {
            for entity in &event.entities {
                concerning[entity.row()].push(id);
            }
            for reference in &event.text.references {
                if let Reference::Article(article, _) = reference {
                    citing[article.row()].push(id);
                }
            }
        }
        Self {
            site,
            titles: site
                .articles
                .iter()
                .map(|(_, article)| plain(&article.blocks[0].text))
                .collect(),
            mentioning,
            concerning,
            citing,
            groups: groups(site),
            confined: Confined::of(site, &private),
            private,
            drawings: Drawings::default(),
        }
    }

    /// An article's title.
    pub(in crate::publish) fn title(&self, article: Id<Article>) -> &str {
        &self.titles[article.row()]
    }

    /// The articles that mention an entity, in their order.
    pub(in crate::publish) fn mentioning(&self, entity: Id<Entity>) -> &[Id<Article>] {
        &self.mentioning[entity.row()]
    }

    /// Which other articles the note of an entity names, and how many more mention it: all that do, or the latest few
    /// where its [`mentions::page`](super::mentions) lists them.
    pub(in crate::publish) fn others(
        &self,
        entity: Id<Entity>,
        own: Id<Article>,
    ) -> (Vec<Id<Article>>, usize) {
        let mentioning = self.mentioning(entity).iter().copied();
        let mut others: Vec<_> = mentioning.filter(|article| *article != own).collect();
        if !self.has_page(entity) {
            return (others, 0);
        }
        let latest = |id: &Id<Article>| {
            let date = self.site.articles[*id].date.as_ref();
            std::cmp::Reverse(date.map(|date| date.latest))
        };
        others.sort_by_key(latest);
        let more = others.len().saturating_sub(FEW);
        others.truncate(FEW);
        (others, more)
    }

    /// Whether the articles that mention an entity are too many for each of their pages to name them all. Nothing is
    /// gathered on a private person.
    pub(in crate::publish) fn has_page(&self, entity: Id<Entity>) -> bool {
        self.mentioning(entity).len() > FEW + 1 && !self.site.entities[entity].private
    }

    /// The events that cite an article or that concern one of these entities, earliest first.
    pub(in crate::publish) fn events<'e>(
        &self,
        article: Id<Article>,
        entities: impl Iterator<Item = &'e Id<Entity>>,
    ) -> impl Iterator<Item = &'a Event> {
        let concerning = entities.flat_map(|entity| &self.concerning[entity.row()]);
        let events: BTreeSet<_> = self.citing[article.row()]
            .iter()
            .chain(concerning)
            .copied()
            .collect();
        let site = self.site;
        events.into_iter().map(move |id| &site.events[id])
    }

    /// Whether a name is known to be no person's.
    pub(in crate::publish) fn is_group(&self, name: &str) -> bool {
        self.groups.contains(name)
    }
}

fn groups(site: &Site) -> HashSet<&str> {
    let sources = site.sources.iter().map(|(_, source)| source);
    let publishers = sources.filter_map(|source| source.publisher.as_deref());
    let entities = site.entities.iter().map(|(_, entity)| entity);
    let groups = entities.filter(|entity| entity.kind != Kind::Person);
    let names = groups.flat_map(|group| group.names.iter().map(|name| name.text.as_str()));
    publishers.chain(names).collect()
}
