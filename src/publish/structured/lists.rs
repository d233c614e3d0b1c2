//! The data blocks of a site's own pages: which articles or entities a page lists, or which entity it is about.

use crate::model::id::Id;
use crate::model::site::{Article, Entity};
use crate::publish::site_index::SiteIndex;
use crate::publish::structured::terms::{self, CollectionPage, Item, ItemList, Thing, WebPage};
use crate::publish::structured::{Scope, block};

/// The front page of a site with several articles.
pub(in crate::publish) fn front(index: &SiteIndex) -> String {
    let scope = scope(index, "./");
    block(CollectionPage {
        is_part_of: None,
        ..scope.listing(Some(&index.site.title), "", scope.works(index.newest()))
    })
}

/// A page `at` a place below the site's root that lists articles, those of a section or a tag.
pub(in crate::publish) fn articles(
    index: &SiteIndex,
    name: &str,
    articles: &[Id<Article>],
    at: &str,
    root: &str,
) -> String {
    let scope = scope(index, root);
    block(scope.listing(Some(name), at, scope.works(articles)))
}

/// The page that lists the articles which mention an entity.
pub(in crate::publish) fn articles_about(
    index: &SiteIndex,
    entity: Id<Entity>,
    articles: &[Id<Article>],
    at: &str,
    root: &str,
) -> String {
    let scope = scope(index, root);
    let about = scope.mention(entity, None);
    let name = about.as_ref().map(|_| scope.name(entity));
    let listing = scope.listing(name, at, scope.works(articles));
    block(CollectionPage { about, ..listing })
}

/// The index of entities, in the order in which it shows them.
pub(in crate::publish) fn entities(
    index: &SiteIndex,
    name: &str,
    entities: &[Id<Entity>],
    at: &str,
    root: &str,
) -> String {
    let scope = scope(index, root);
    let listed = entities.iter().filter_map(|id| scope.mention(*id, None));
    let listed = listed.map(|thing| {
        // What more there is to know stands in its own page.
        Item::Entity(Box::new(Thing {
            same_as: Vec::new(),
            geo: None,
            image: None,
            ..thing
        }))
    });
    block(scope.listing(Some(name), at, listed.collect()))
}

/// An entity's own page.
pub(in crate::publish) fn about(
    index: &SiteIndex,
    entity: Id<Entity>,
    at: &str,
    root: &str,
) -> String {
    let scope = scope(index, root);
    let thing = scope.mention(entity, None);
    block(WebPage {
        name: thing.as_ref().map(|_| scope.name(entity)),
        in_language: Some(scope.language),
        url: scope.stated(at),
        is_part_of: scope.whole(),
        main_entity: thing,
        ..WebPage::default()
    })
}

/// Of a page in the site's language, from which the site's root is at `root`.
fn scope<'a>(index: &'a SiteIndex<'a>, root: &'a str) -> Scope<'a> {
    Scope {
        index,
        root,
        language: &index.site.language,
    }
}

impl<'a> Scope<'a> {
    fn name(&self, entity: Id<Entity>) -> &'a str {
        &self.index.site.entities[entity].names[0].text
    }

    /// The address of a page, where the publisher states the site's.
    fn stated(&self, at: &str) -> Option<String> {
        let base = self.index.site.base_url.as_deref()?;
        Some([base, at].concat())
    }

    fn listing(&self, name: Option<&'a str>, at: &str, items: Vec<Item<'a>>) -> CollectionPage<'a> {
        CollectionPage {
            name,
            in_language: self.language,
            url: self.stated(at),
            is_part_of: Some(self.whole()),
            about: None,
            main_entity: ItemList {
                item_list_element: items,
            },
        }
    }

    /// Articles with their addresses, but for drafts and those that name a private person in title or address.
    fn works(&self, articles: &[Id<Article>]) -> Vec<Item<'a>> {
        let public = articles.iter().filter(|id| self.index.is_public(**id));
        let works = public.map(|id| {
            let article = &self.index.site.articles[*id];
            Item::Article(Box::new(terms::Article {
                url: Some(self.address(&[&article.slug, "/"])),
                ..self.work(article)
            }))
        });
        works.collect()
    }
}
