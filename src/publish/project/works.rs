//! Which works the page cites.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::model::id::Id;
use crate::model::page::{Citation, EventRow, Note};
use crate::model::site::{Article, Source};
use crate::model::when::When;
use crate::model::work::{Read, Reliability, Work};
use crate::publish::project::projector::Projector;

/// The works in the order in which notes, then events, first cite them; each once.
pub(super) fn works(projector: &Projector, notes: &[Rc<Note>], events: &[EventRow]) -> Vec<Work> {
    let mut listed = BTreeSet::new();
    let in_notes = notes.iter().flat_map(|note| {
        let facts = note.facts.iter().map(|fact| &fact.citations);
        facts.chain(note.relations.iter().map(|relation| &relation.citations))
    });
    let in_events = events.iter().map(|event| &event.citations);
    in_notes
        .chain(in_events)
        .flatten()
        .filter_map(|citation| match citation {
            Citation::Block(_) => None,
            Citation::Work { href, .. } => Some(address(href)),
        })
        .filter(|address| listed.insert(*address))
        .filter_map(|address| projector.work(address))
        .collect()
}

/// Other articles of this site are cited by their blocks, and are one work each.
fn address(href: &str) -> &str {
    match href.rsplit_once("/#p") {
        Some((article, _)) if href.starts_with('.') => article,
        _ => href,
    }
}

impl Projector<'_> {
    /// What stands at an address.
    fn work(&self, address: &str) -> Option<Work> {
        let other = address.strip_prefix(self.root);
        match other.and_then(|slug| self.index.article(slug)) {
            Some(article) => Some(self.other(article, address)),
            None => self.index.work(address).map(|source| self.source(source)),
        }
    }

    fn source(&self, source: &Source) -> Work {
        Work {
            title: source.title.clone(),
            language: self.foreign(source.language.as_ref()),
            citation: Citation::Work {
                label: label(&source.publisher, source.date.as_ref()),
                href: source.url.clone(),
            },
            read: source.read,
            reliability: source.reliability,
        }
    }

    /// Another article of this site.
    fn other(&self, id: Id<Article>, address: &str) -> Work {
        let article = &self.site.articles[id];
        let publisher = article.publisher.as_ref().unwrap_or(&self.site.title);
        Work {
            title: self.index.title(id).to_owned(),
            language: self.foreign(Some(&article.language)),
            citation: Citation::Work {
                label: label(publisher, article.date.as_ref()),
                href: [address, "/"].concat(),
            },
            read: Read::Page,
            reliability: Reliability::Good,
        }
    }

    /// A language that is not the page's own.
    fn foreign(&self, language: Option<&String>) -> Option<String> {
        language
            .filter(|language| **language != self.article.language)
            .cloned()
    }
}

/// "Reuters, 25 June 2021": what a mark says.
pub(super) fn label(publisher: &str, date: Option<&When>) -> String {
    match date {
        Some(date) => [publisher, ", ", &date.words].concat(),
        None => publisher.to_owned(),
    }
}
