//! The works that a page's notes and events rest on.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::page::{Citation, Page};
use crate::model::site::{Article, Source};
use crate::model::text::plain;
use crate::publish::structured::View;
use crate::publish::structured::terms::{Address, Words, Work};

impl<'a> View<'a> {
    /// The works that notes and events cite, in the order of the page, each once.
    pub(super) fn works(&self, page: &Page) -> Vec<Work<'a>> {
        let sources = self.site.sources.iter();
        let sources: BTreeMap<_, _> = sources
            .map(|(_, source)| (source.url.as_str(), source))
            .collect();
        let articles = self.site.articles.iter();
        let articles: BTreeMap<_, _> = articles
            .map(|(_, article)| ([self.root, &article.slug, "/"].concat(), article))
            .collect();
        let work = |href: &str| match sources.get(href) {
            Some(source) => Some(self.source(source)),
            None => Some(self.other(articles.get(href.split('#').next()?)?)),
        };
        let mut seen = BTreeSet::new();
        cited(page)
            .filter_map(work)
            .filter(|work| seen.insert(work.url.text().to_owned()))
            .filter(|work| !self.private.named_in(work.name.text()))
            .filter(|work| !self.private.named_in(work.url.text()))
            .collect()
    }

    fn source(&self, source: &'a Source) -> Work<'a> {
        let language = source.language.as_deref();
        Work {
            kind: "CreativeWork",
            url: Address::Absolute(source.url.clone()),
            name: Words::new(source.title.as_str(), language, self.language),
        }
    }

    /// Another article of this site.
    fn other(&self, article: &'a Article) -> Work<'a> {
        let title = plain(&article.blocks[0].text);
        Work {
            kind: "Article",
            url: self.address(&[&article.slug, "/"]),
            name: Words::new(title, Some(&article.language), self.language),
        }
    }
}

/// Addresses of the works that a page cites.
fn cited(page: &Page) -> impl Iterator<Item = &str> {
    let notes = page.notes.iter().flat_map(|note| {
        let facts = note.facts.iter().map(|fact| &fact.citations);
        facts.chain(note.relations.iter().map(|relation| &relation.citations))
    });
    let all = notes.chain(page.events.iter().map(|event| &event.citations));
    all.flatten().filter_map(|citation| match citation {
        Citation::Block(_) => None,
        Citation::Work { href, .. } => Some(href.as_str()),
    })
}
