//! The works that a page's notes and events rest on.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::page::{Citation, Page};
use crate::model::site::{Article, Source};
use crate::model::text::plain;
use crate::publish::structured::View;
use crate::publish::structured::terms::{Address, Work};

impl View<'_> {
    /// The works that notes and events cite, in the order of the page, each once.
    pub(super) fn works(&self, page: &Page) -> Vec<Work> {
        let sources = self.site.sources.iter();
        let sources: BTreeMap<_, _> = sources
            .map(|(_, source)| (source.url.as_str(), source))
            .collect();
        let articles = self.site.articles.iter();
        let articles: BTreeMap<_, _> = articles
            .map(|(_, article)| ([self.root, &article.slug, "/"].concat(), article))
            .collect();
        // What it is called is not written, but tells whom it is about.
        let work = |href: &str| match sources.get(href) {
            Some(source) => Some((source.title.clone(), self::source(source))),
            None => {
                let article = articles.get(href.split('#').next()?)?;
                Some((plain(&article.blocks[0].text), self.other(article)))
            }
        };
        let mut seen = BTreeSet::new();
        cited(page)
            .filter_map(work)
            .filter(|(_, work)| seen.insert(work.url.text().to_owned()))
            .filter(|(title, _)| !self.private.named_in(title))
            .map(|(_, work)| work)
            .filter(|work| !self.private.named_in(work.url.text()))
            .collect()
    }

    /// Another article of this site.
    fn other(&self, article: &Article) -> Work {
        Work {
            kind: "Article",
            url: self.address(&[&article.slug, "/"]),
        }
    }
}

fn source(source: &Source) -> Work {
    Work {
        kind: "CreativeWork",
        url: Address::Absolute(source.url.clone()),
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
