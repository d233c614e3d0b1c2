//! Every running text of a site, one after the other.

use crate::model::site::Site;
use crate::model::text::Text;

/// Goes over every running text of a site.
pub trait TextVisitor {
    fn visit<T>(&mut self, text: &mut Text<T>);
}

impl Site {
    /// Hands every running text to a visitor.
    pub fn visit_texts(&mut self, visitor: &mut impl TextVisitor) {
        for id in self.articles.ids() {
            let article = &mut self.articles[id];
            for block in &mut article.blocks {
                visitor.visit(&mut block.text);
            }
            for mention in article.mentions.ids() {
                let note = article.mentions[mention].note.iter_mut();
                note.for_each(|text| visitor.visit(text));
            }
            article
                .standfirst
                .iter_mut()
                .for_each(|text| visitor.visit(text));
            if let Some(lead) = &mut article.lead {
                visitor.visit(&mut lead.caption);
            }
            for correction in &mut article.corrections {
                visitor.visit(&mut correction.text);
            }
            for footnote in &mut article.footnotes {
                let paragraphs = footnote.paragraphs.iter_mut();
                paragraphs.for_each(|text| visitor.visit(text));
            }
        }
        for id in self.entities.ids() {
            let entity = &mut self.entities[id];
            entity
                .summary
                .iter_mut()
                .for_each(|text| visitor.visit(text));
            for fact in &mut entity.facts {
                visitor.visit(&mut fact.text.value);
            }
        }
        for id in self.events.ids() {
            visitor.visit(&mut self.events[id].text.value);
        }
    }
}
