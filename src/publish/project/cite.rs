//! What a claim rests on, as marks that lead there.

use crate::model::page::Citation;
use crate::model::site::{Read, Reference};
use crate::model::text::plain;
use crate::publish::project::View;

impl View<'_> {
    /// A mark for each reference, this article's first.
    pub(super) fn citations(&self, references: &[Reference]) -> Vec<Citation> {
        let mut citations: Vec<_> = references
            .iter()
            .map(|reference| self.citation(*reference))
            .collect();
        citations.sort_by_key(|citation| matches!(citation, Citation::Work { .. }));
        citations
    }

    fn citation(&self, reference: Reference) -> Citation {
        match reference {
            Reference::Article(id, block) if id == self.id => Citation::Block(block),
            Reference::Article(id, block) => {
                let article = &self.site.articles[id];
                let title = plain(&article.blocks[0].text);
                Citation::Work {
                    href: format!("{}{}/#p{block}", self.root, article.slug),
                    label: title.clone(),
                    title,
                }
            }
            Reference::Work(id) => {
                let work = &self.site.sources[id];
                let label = match &work.date {
                    Some(date) => [&work.publisher, ", ", &date.words].concat(),
                    None => work.publisher.clone(),
                };
                let title = match work.read {
                    Read::Page => work.title.clone(),
                    Read::Copy => format!("{} ({})", work.title, self.words.copy_read()),
                };
                Citation::Work {
                    label,
                    title,
                    href: work.url.clone(),
                }
            }
        }
    }
}
