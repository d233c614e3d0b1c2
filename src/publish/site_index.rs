//! What every page asks of the whole site, gathered once a build: without it each page would look at all others.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::site::{Article, Entity, Event, Reference, Site, Topic};
use crate::model::text::plain;
use crate::model::when::When;
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
    /// Relations by their object: the subject and the relation's row.
    relations_to: Vec<Vec<(Id<Entity>, usize)>>,
    /// Entities with a page.
    paged: BTreeSet<Id<Entity>>,
    /// The events that concern each entity.
    concerning: Vec<Vec<Id<Event>>>,
    /// The events that cite each article.
    citing: Vec<Vec<Id<Event>>>,
    /// By date, the latest first.
    newest: Vec<Id<Article>>,
    pub(in crate::publish) sections: Topics<'a>,
    pub(in crate::publish) tags: Topics<'a>,
    /// Names that are known to be no person's.
    groups: HashSet<&'a str>,
    pub(crate) private: Private,
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
        let mut relations_to = vec![Vec::new(); site.entities.len()];
        for (subject, entity) in site.entities.iter() {
            for (row, relation) in entity.relations.iter().enumerate() {
                relations_to[relation.object.row()].push((subject, row));
            }
        }
        let newest = newest(site);
        Self {
            site,
            titles: site
                .articles
                .iter()
                .map(|(_, article)| plain(&article.blocks[0].text))
                .collect(),
            relations_to,
            paged: paged(site, &mentioning, &private),
            mentioning,
            concerning,
            citing,
            sections: topics(site, &newest, |article| article.section.as_slice()),
            tags: topics(site, &newest, |article| &article.tags),
            newest,
            groups: groups(site),
            confined: Confined::of(site, &private),
            private,
            drawings: Drawings::default(),
        }
    }

    /// An article's title.
    pub(crate) fn title(&self, article: Id<Article>) -> &str {
        &self.titles[article.row()]
    }

    /// All articles, the latest first; those without a date come last.
    pub(in crate::publish) fn newest(&self) -> &[Id<Article>] {
        &self.newest
    }

    /// Whether programs that gather what there is are told of an article: no draft, nor one whose title or address names a
    /// private person.
    pub(crate) fn is_public(&self, id: Id<Article>) -> bool {
        let article = &self.site.articles[id];
        let named = |words: &str| self.private.named_in(words);
        !article.draft && !named(self.title(id)) && !named(&article.slug)
    }

    /// The public articles that have a date, the latest first.
    pub(in crate::publish) fn dated(&self) -> impl Iterator<Item = (Id<Article>, &'a When)> {
        self.newest.iter().filter_map(|&id| {
            let date = self.site.articles[id].date.as_ref()?;
            self.is_public(id).then_some((id, date))
        })
    }

    /// Whether the site has a feed: it knows its own address, and when something of it was published.
    pub(in crate::publish) fn has_feed(&self) -> bool {
        self.site.base_url.is_some() && self.dated().next().is_some()
    }

    /// Whether the site has pages beside those of its articles: of sections, of tags.
    pub(in crate::publish) fn has_lists(&self) -> bool {
        self.site.articles.len() > 1
    }

    /// Relations that lead to an entity: the subject and the relation's row.
    pub(in crate::publish) fn relations_to(&self, entity: Id<Entity>) -> &[(Id<Entity>, usize)] {
        &self.relations_to[entity.row()]
    }

    /// Whether an entity has a page of its own. A private person has none, nor what is named after one.
    pub(in crate::publish) fn has_entity_page(&self, entity: Id<Entity>) -> bool {
        self.paged.contains(&entity)
    }

    /// The articles that mention an entity, in their order.
    pub(in crate::publish) fn mentioning(&self, entity: Id<Entity>) -> &[Id<Article>] {
        &self.mentioning[entity.row()]
    }

    /// The same, the latest first.
    pub(in crate::publish) fn mentioning_newest(&self, entity: Id<Entity>) -> Vec<Id<Article>> {
        let mut articles = self.mentioning(entity).to_vec();
        articles.sort_by_key(|article| latest(self.site, *article));
        articles
    }

    /// Which other articles the note of an entity names, and how many more mention it: all that do, or the latest few
    /// where a page lists them.
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
        others.sort_by_key(|id| latest(self.site, *id));
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
    pub(crate) fn is_group(&self, name: &str) -> bool {
        self.groups.contains(name)
    }
}

/// Articles by the slug of their section or tag, with its name.
pub(in crate::publish) type Topics<'a> = BTreeMap<&'a str, (&'a str, Vec<Id<Article>>)>;

/// Sections or tags, each with its articles in the order of `newest`.
fn topics<'a>(
    site: &'a Site,
    newest: &[Id<Article>],
    of: impl Fn(&'a Article) -> &'a [Topic],
) -> Topics<'a> {
    let mut topics = Topics::new();
    for &id in newest {
        for topic in of(&site.articles[id]) {
            let (_, articles) = topics
                .entry(&topic.slug)
                .or_insert_with(|| (&topic.name, Vec::new()));
            articles.push(id);
        }
    }
    topics
}

fn newest(site: &Site) -> Vec<Id<Article>> {
    let mut newest: Vec<_> = site.articles.ids().collect();
    newest.sort_by_key(|id| latest(site, *id));
    newest
}

/// What articles are sorted by to stand in the order of their dates, the latest first.
fn latest(site: &Site, article: Id<Article>) -> Reverse<Option<(i32, i32)>> {
    let date = site.articles[article].date.as_ref();
    Reverse(date.map(|date| (date.latest, date.earliest)))
}

fn groups(site: &Site) -> HashSet<&str> {
    let sources = site.sources.iter().map(|(_, source)| source);
    let publishers = sources.filter_map(|source| source.publisher.as_deref());
    let entities = site.entities.iter().map(|(_, entity)| entity);
    let groups = entities.filter(|entity| entity.kind.like() != Kind::Person);
    let names = groups.flat_map(|group| group.names.iter().map(|name| name.text.as_str()));
    let sources = site.sources.iter().map(|(_, source)| source);
    let authors = sources.flat_map(|source| source.organisations.iter().map(String::as_str));
    publishers.chain(names).chain(authors).collect()
}

/// The entities that have a page: those that articles mention, but for private persons and what is named after one.
fn paged(site: &Site, mentioning: &[Vec<Id<Article>>], private: &Private) -> BTreeSet<Id<Entity>> {
    let entities = site.entities.iter().filter(|_| site.entity_pages);
    let mentioned = entities.filter(|(id, _)| !mentioning[id.row()].is_empty());
    let public = mentioned.filter(|(_, entity)| {
        let mut names = entity.names.iter();
        !names.any(|name| private.meant_by(&name.text, entity))
    });
    public.map(|(id, _)| id).collect()
}
