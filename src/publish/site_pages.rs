//! The pages of a site that are no article's: its front page, those of sections, tags and entities, and what programs read
//! of it.

use std::collections::BTreeMap;
use std::rc::Rc;

use rayon::prelude::*;

use crate::model::id::Id;
use crate::model::page::Elsewhere;
use crate::model::site::Entity;
use crate::model::site_page::{EntityEntry, TopicEntry};
use crate::publish::document::{self, Settings};
use crate::publish::entity_folders::{
    ENTITIES, entity_folder, former_mentions_folders, mentions_folder,
};
use crate::publish::messages::Interface;
use crate::publish::open_graph;
use crate::publish::project::entity_page::entity_page;
use crate::publish::project::topics::{SECTIONS, TAGS};
use crate::publish::site_index::{SiteIndex, Topics};
use crate::publish::site_pages::body::Content;
use crate::publish::site_parts::FEED;
use crate::publish::structured::lists;

pub(in crate::publish) mod body;
pub(in crate::publish) mod entries;
mod feed;
mod sitemap;

/// Address of the site's root from pages that stand two folders deep.
const DEEP: &str = "../../";

/// Writes all of them. `settings` are those of a page from which the site's root is at a place.
pub(in crate::publish) fn pages<'s>(
    index: &SiteIndex,
    interface: &Interface,
    settings: &(impl Fn(&'s str) -> Settings<'s> + Sync),
) -> BTreeMap<String, Vec<u8>> {
    let mut pages = BTreeMap::new();
    if index.has_lists() {
        let front = front(index, interface, &settings("./"));
        pages.insert("index.html".to_owned(), front);
        for (folder, topics) in [(SECTIONS, &index.sections), (TAGS, &index.tags)] {
            pages.extend(of_topics(index, topics, folder, interface, &settings(DEEP)));
        }
    }
    let entities: Vec<Id<Entity>> = index.site.entities.ids().collect();
    let of_entities = entities
        .par_iter()
        .flat_map_iter(|&id| of_entity(index, id, interface, &settings(DEEP)));
    pages.par_extend(of_entities);
    if index.site.entity_pages {
        let page = entity_index(index, &entities, interface, &settings("../"));
        pages.insert([ENTITIES, "index.html"].concat(), page);
    }
    if let Some(base) = &index.site.base_url {
        if index.has_feed() {
            pages.insert(FEED.to_owned(), feed::feed(index, base).into_bytes());
        }
        let sitemap = sitemap::sitemap(&sitemap::addresses(index, base));
        pages.insert("sitemap.xml".to_owned(), sitemap.into_bytes());
        if let Some(robots) = sitemap::robots(base) {
            pages.insert("robots.txt".to_owned(), robots.into_bytes());
        }
    }
    pages
}

fn front(index: &SiteIndex, interface: &Interface, settings: &Settings) -> Vec<u8> {
    let site = index.site;
    let entries = index.newest().iter();
    let entries = entries.map(|id| entries::entry(index, *id, settings.root, ""));
    let content = Content::Front {
        entries: entries.collect(),
        sections: topics(&index.sections, SECTIONS),
        tags: topics(&index.tags, TAGS),
        entities: site.entity_pages.then(|| ["./", ENTITIES].concat()),
    };
    let body = body::render(&site.title, None, content, interface, settings);
    let mut meta = open_graph::of_page(index, &site.title, "");
    if index.has_feed() {
        meta.push(document::feed_link(&interface.publish.feed, settings.root));
    }
    let structured = lists::front(index);
    document::site_page(&site.title, body, &meta, structured, settings)
}

fn topics(topics: &Topics, folder: &str) -> Vec<TopicEntry> {
    let entries = topics.iter().map(|(slug, (name, articles))| TopicEntry {
        link: Elsewhere {
            label: (*name).to_owned(),
            href: ["./", folder, slug, "/"].concat(),
        },
        count: articles.len(),
    });
    entries.collect()
}

/// A page for each section or tag, with its articles.
fn of_topics(
    index: &SiteIndex,
    topics: &Topics,
    folder: &str,
    interface: &Interface,
    settings: &Settings,
) -> Vec<(String, Vec<u8>)> {
    let pages = topics.iter().map(|(slug, (name, articles))| {
        let entries = articles.iter();
        let entries = entries.map(|id| entries::entry(index, *id, settings.root, ""));
        let content = Content::Articles {
            label: (*name).to_owned(),
            entries: entries.collect(),
        };
        let body = body::render(name, None, content, interface, settings);
        let at = [folder, slug, "/"].concat();
        let meta = open_graph::of_page(index, name, &at);
        let structured = lists::articles(index, name, articles, &at, settings.root);
        let page = document::site_page(name, body, &meta, structured, settings);
        ([&at, "index.html"].concat(), page)
    });
    pages.collect()
}

/// The pages about an entity, with those at addresses that it had.
fn of_entity(
    index: &SiteIndex,
    id: Id<Entity>,
    interface: &Interface,
    settings: &Settings,
) -> Vec<(String, Vec<u8>)> {
    let entity = &index.site.entities[id];
    let file = |folder: &str| [folder, "index.html"].concat();
    let base = index.site.base_url.as_ref();
    let is_listed = index.has_page(id);
    let listed_before = former_mentions_folders(entity).filter(|_| is_listed);
    let redirect = |old: String, at: &str, name: &str| {
        let to = [settings.root, at].concat();
        let canonical = base.map(|base| [base.as_str(), at].concat());
        let page = document::redirect(&to, name, canonical, settings);
        (file(&old), page)
    };
    if !index.has_entity_page(id) {
        let at = mentions_folder(entity);
        let name = &entity.names[0].text;
        let redirects = listed_before.map(|old| redirect(old, &at, name));
        let page = is_listed.then(|| mentioning(index, id, interface, settings));
        return redirects
            .chain(page.map(|page| (file(&at), page)))
            .collect();
    }
    let articles = entries::mentioning(index, id, settings.root);
    let Some(page) = entity_page(index, id, articles, interface, settings.root) else {
        return Vec::new();
    };
    let at = entity_folder(entity);
    let (name, language) = (page.name.text.clone(), page.name.language.clone());
    let content = Content::Entity(Rc::new(page));
    let body = body::render(&name, Some(&language), content, interface, settings);
    let meta = open_graph::of_entity(index, id, &at);
    let structured = lists::about(index, id, &at, settings.root);
    let page = document::site_page(&name, body, &meta, structured, settings);
    let former = entity.former.iter();
    let former = former.map(|old| [ENTITIES, old, "/"].concat());
    let listed = is_listed.then(|| mentions_folder(entity));
    let olds = former.chain(listed).chain(listed_before);
    let redirects = olds.map(|old| redirect(old, &at, &name));
    redirects.chain([(file(&at), page)]).collect()
}

fn entity_index(
    index: &SiteIndex,
    entities: &[Id<Entity>],
    interface: &Interface,
    settings: &Settings,
) -> Vec<u8> {
    let paged = entities.iter().copied();
    let mut paged: Vec<_> = paged.filter(|id| index.has_entity_page(*id)).collect();
    paged.sort_by_cached_key(|id| {
        let entity = &index.site.entities[*id];
        let name = entity.names[0].text.to_lowercase();
        (entity.kind, name, entity.slug.clone())
    });
    let entries = paged.iter().map(|&id| {
        let entity = &index.site.entities[id];
        let description = entity.description.clone();
        EntityEntry {
            name: entity.names[0].clone(),
            kind: entity.kind,
            description: description.filter(|words| !index.private.named_in(words)),
            href: ["./", &entity.slug, "/"].concat(),
            count: index.mentioning(id).len(),
        }
    });
    let name = &interface.page.entities;
    let content = Content::Entities(entries.collect());
    let body = body::render(name, None, content, interface, settings);
    let meta = open_graph::of_page(index, name, ENTITIES);
    let structured = lists::entities(index, name, &paged, ENTITIES, settings.root);
    document::site_page(name, body, &meta, structured, settings)
}

/// Every article that mentions an entity that many mention, since no article's page can list them all.
fn mentioning(
    index: &SiteIndex,
    id: Id<Entity>,
    interface: &Interface,
    settings: &Settings,
) -> Vec<u8> {
    let entity = &index.site.entities[id];
    let name = &entity.names[0];
    let content = Content::Articles {
        label: name.text.clone(),
        entries: entries::mentioning(index, id, settings.root).into(),
    };
    let language = Some(&*name.language);
    let body = body::render(&name.text, language, content, interface, settings);
    let at = mentions_folder(entity);
    let meta = open_graph::of_page(index, &name.text, &at);
    let articles = index.mentioning_newest(id);
    let structured = lists::articles_about(index, id, &articles, &at, settings.root);
    document::site_page(&name.text, body, &meta, structured, settings)
}
