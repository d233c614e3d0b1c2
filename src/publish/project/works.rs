//! Which works the page cites.

use std::collections::BTreeSet;

use crate::model::id::Id;
use crate::model::page::Citation;
use crate::model::site::{Article, Entity, Event, Reference, Source, SourceKind};
use crate::model::when::When;
use crate::model::work::{Read, Reliability, Work};
use crate::publish::project::note::cited_in;
use crate::publish::project::projector::Projector;

/// What is one row of the list: of another article of this site several blocks are cited, of a work several pages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cited {
    Article(Id<Article>),
    Work(Id<Source>),
}

/// The works in the order in which notes, then events, first cite them; each once.
pub(super) fn works(projector: &Projector, noted: &[Id<Entity>], events: &[&Event]) -> Vec<Work> {
    let in_notes = noted.iter().flat_map(|&entity| cited_in(projector, entity));
    let in_events = events.iter().map(|event| &*event.text.references);
    let cited = in_notes.chain(in_events).flatten();
    let mut listed = BTreeSet::new();
    cited
        .filter_map(|reference| match reference {
            Reference::Article(id, _) if *id == projector.id => None,
            Reference::Article(id, _) => Some(Cited::Article(*id)),
            Reference::Work(id, _) => Some(Cited::Work(*id)),
        })
        .filter(|cited| listed.insert(*cited))
        .map(|cited| match cited {
            Cited::Article(article) => projector.other(article),
            Cited::Work(source) => projector.source(source),
        })
        .collect()
}

impl Projector<'_> {
    fn source(&self, id: Id<Source>) -> Work {
        let source = &self.site.sources[id];
        let name = name(source);
        let title = source.title.clone().filter(|title| *title != name);
        Work {
            language: title
                .as_ref()
                .and_then(|_| self.foreign(source.language.as_ref())),
            title,
            citation: self.mark(id, label(&name, source.date.as_ref())),
            details: self.details(source, &name),
            read: source.read,
            reliability: source.reliability,
        }
    }

    /// What helps to find a work, but for what its mark says.
    fn details(&self, source: &Source, name: &str) -> Vec<String> {
        let messages = &self.interface.publish;
        let kind = match source.kind {
            SourceKind::Web => None,
            SourceKind::Article => Some(&messages.article_kind),
            SourceKind::Book => Some(&messages.book),
            SourceKind::Report => Some(&messages.report_kind),
            SourceKind::Interview => Some(&messages.interview),
            SourceKind::Letter => Some(&messages.letter),
            SourceKind::CourtFile => Some(&messages.court_file),
            SourceKind::Archive => Some(&messages.archive),
            SourceKind::Recording => Some(&messages.recording),
        };
        let keeper = source.held_by.iter().filter(|keeper| *keeper != name);
        let held: Vec<_> = keeper.chain(&source.call_number).cloned().collect();
        let numbered = |scheme: &str, number: &Option<String>| {
            number.as_ref().map(|number| [scheme, " ", number].concat())
        };
        let author = source.author.join(", ");
        let details = [
            Some(author).filter(|author| !author.is_empty()),
            source.publisher.clone(),
            kind.cloned(),
            source.pages.as_ref().map(|pages| self.pages(pages)),
            Some(held.join(", ")).filter(|held| !held.is_empty()),
            numbered("ISBN", &source.isbn),
            numbered("DOI", &source.doi),
        ];
        let details = details.into_iter().flatten();
        details.filter(|detail| detail != name).collect()
    }

    /// Another article of this site.
    fn other(&self, id: Id<Article>) -> Work {
        let article = &self.site.articles[id];
        let publisher = article.publisher.as_ref().unwrap_or(&self.site.title);
        Work {
            title: Some(self.index.title(id).to_owned()),
            language: self.foreign(Some(&article.language)),
            citation: Citation::Work {
                label: label(publisher, article.date.as_ref()),
                href: Some([self.root, &article.slug, "/"].concat()),
                archived: None,
            },
            details: Vec::new(),
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

/// Whom a work is known by.
pub(super) fn name(source: &Source) -> String {
    let author = match &*source.author {
        [] => None,
        [authors @ .., _] if authors.len() > 2 => Some([&authors[0], " et al."].concat()),
        authors => Some(authors.join(", ")),
    };
    let publisher = source.publisher.clone();
    let named = if source.kind.is_known_by_author() {
        author.or(publisher)
    } else {
        publisher.or(author)
    };
    let named = named.or_else(|| source.held_by.clone());
    named
        .or_else(|| source.title.clone())
        .unwrap_or_else(|| source.slug.clone())
}

/// "Reuters, 25 June 2021": what a mark says.
pub(super) fn label(name: &str, date: Option<&When>) -> String {
    match date {
        Some(date) => [name, ", ", &date.words].concat(),
        None => name.to_owned(),
    }
}
