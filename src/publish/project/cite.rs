//! What a claim rests on, as marks that lead there.

use crate::model::page::Citation;
use crate::model::site::Reference;
use crate::publish::project::projector::Projector;
use crate::publish::project::works::label;

impl Projector<'_> {
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
                let place = self.interface.page.fill_mark(&block.to_string());
                Citation::Work {
                    href: format!("{}{}/#p{block}", self.root, article.slug),
                    label: format!("{}, {place}", self.index.title(id)),
                }
            }
            Reference::Work(id) => {
                let work = &self.site.sources[id];
                Citation::Work {
                    label: label(&work.publisher, work.date.as_ref()),
                    href: work.url.clone(),
                }
            }
        }
    }
}
