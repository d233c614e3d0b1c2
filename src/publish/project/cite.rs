//! What a claim rests on, as marks that lead there.

use crate::model::id::Id;
use crate::model::messages::Messages;
use crate::model::page::Citation;
use crate::model::site::{Passage, Reference, Source};
use crate::publish::project::projector::Projector;
use crate::publish::project::works::{label, name};

impl Projector<'_> {
    /// A mark for each reference, this article's first. What the mark before it says already is not said again.
    pub(super) fn citations(&self, references: &[Reference]) -> Vec<Citation> {
        let mut references: Vec<_> = references.iter().collect();
        references.sort_by_key(|reference| !self.is_own(reference));
        let mut before = None;
        let cited = references.into_iter().map(|reference| match reference {
            Reference::Article(id, block) if *id == self.id => Citation::Block(*block),
            Reference::Article(id, block) => {
                let article = &self.site.articles[*id];
                let place = self.interface.page.fill_mark(&block.to_string());
                Citation::Work {
                    href: Some(format!("{}{}/#p{block}", self.root, article.slug)),
                    label: format!("{}, {place}", self.index.title(*id)),
                    archived: None,
                }
            }
            Reference::Work(id, passage) => {
                let label = self.label(*id, passage.as_ref(), before.replace(*id));
                self.mark(*id, label)
            }
        });
        cited.collect()
    }

    /// Whether this article itself is cited.
    fn is_own(&self, reference: &Reference) -> bool {
        matches!(reference, Reference::Article(id, _) if *id == self.id)
    }

    /// The mark of a work.
    pub(super) fn mark(&self, work: Id<Source>, label: String) -> Citation {
        let work = &self.site.sources[work];
        Citation::Work {
            label,
            href: work.url.clone(),
            archived: work.archived.clone(),
        }
    }

    /// What a mark says: whose the work is and of when, and where in it. Beside the mark of another work by the same it
    /// says only what is the work's own, beside a mark of the work itself only where in it. A date alone tells two apart where
    /// both have one.
    fn label(
        &self,
        id: Id<Source>,
        passage: Option<&Passage>,
        before: Option<Id<Source>>,
    ) -> String {
        let work = &self.site.sources[id];
        let passage = passage.map(|passage| self.passage(passage));
        let other = before.map(|other| &self.site.sources[other]);
        let other = other.filter(|other| name(other) == name(work));
        let title = work.title.as_ref().filter(|title| **title != name(work));
        let work = match (other, &work.date, title) {
            (Some(_), ..) if before == Some(id) && passage.is_some() => None,
            (Some(other), Some(date), title)
                if other.date.as_ref() != Some(date)
                    && (other.date.is_some() || title.is_none()) =>
            {
                Some(date.words.clone())
            }
            (Some(_), _, Some(title)) => Some(title.clone()),
            _ => Some(label(&name(work), work.date.as_ref())),
        };
        let parts: Vec<_> = work.into_iter().chain(passage).collect();
        parts.join(", ")
    }

    /// "pp. 12–14".
    fn passage(&self, passage: &Passage) -> String {
        match passage {
            Passage::Pages(pages) => self.pages(pages),
            Passage::Place(place) => place.clone(),
        }
    }

    /// "p. 12", "pp. 12–14".
    pub(super) fn pages(&self, pages: &str) -> String {
        let several = pages.contains(['-', '–', ',', ';']);
        let messages = &self.interface.publish;
        let pattern = if several {
            &messages.of_pages
        } else {
            &messages.of_page
        };
        Messages::fill(pattern, &pages.replace('-', "–"))
    }
}
