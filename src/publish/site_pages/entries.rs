//! Articles as lists of them show each.

use crate::model::id::Id;
use crate::model::site::{Article, Entity};
use crate::model::site_page::ArticleEntry;
use crate::publish::project::picture::picture;
use crate::publish::project::{description, topics};
use crate::publish::site_index::SiteIndex;

/// An article with the way to it, from a page from which the site's root is at `root`; `place` is a fragment of its page.
pub(in crate::publish) fn entry(
    index: &SiteIndex,
    id: Id<Article>,
    root: &str,
    place: &str,
) -> ArticleEntry {
    let article = &index.site.articles[id];
    let names = article.byline.iter().map(|author| author.name.clone());
    let date = article.date.as_ref().map(|date| date.words.clone());
    let section = article.section.as_ref();
    let lead = article.lead.as_ref();
    ArticleEntry {
        title: index.title(id).replace('\n', " "),
        href: [root, &article.slug, "/", place].concat(),
        language: article.language.clone(),
        draft: article.draft,
        section: section.map(|topic| topics::section(index, topic, root)),
        details: names.chain(article.publisher.clone()).chain(date).collect(),
        description: description::of_article(article),
        picture: lead.map(|lead| picture(index.site, &lead.image, root)),
    }
}

/// The articles that mention an entity, the latest first, each with the way to its note. What they say is left out where
/// it names a private person.
pub(in crate::publish) fn mentioning(
    index: &SiteIndex,
    id: Id<Entity>,
    root: &str,
) -> Vec<ArticleEntry> {
    let articles = index.mentioning_newest(id);
    let place = ["#ent-", &index.site.entities[id].slug].concat();
    let entries = articles.into_iter().map(|article| {
        let mut entry = entry(index, article, root, &place);
        if index.private.named_in(&entry.description) {
            entry.description.clear();
        }
        entry
    });
    entries.collect()
}
