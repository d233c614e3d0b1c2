//! An article's words as one text, and where in it its mentions stand, in characters: Unicode code points, as the
//! [Web Annotation Data Model](https://www.w3.org/TR/annotation-model/#text-position-selector) counts them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::id::Id;
use crate::model::site::{Article, Mention, Run};
use crate::model::text::{Span, plain};

/// What stands between two blocks.
const BETWEEN: &str = "\n\n";

/// The text of an article.
pub(super) struct ArticleText {
    /// The blocks, with an empty line between two.
    pub(super) text: String,
    /// Where each block begins.
    blocks: Vec<usize>,
    /// Where each mention stands in its block.
    mentions: BTreeMap<Id<Mention>, Range<usize>>,
}

impl ArticleText {
    pub(super) fn of(article: &Article) -> Self {
        let mut text = String::new();
        let mut at = 0;
        let mut blocks = Vec::with_capacity(article.blocks.len());
        let mut mentions = BTreeMap::new();
        for block in &article.blocks {
            if !blocks.is_empty() {
                text += BETWEEN;
                at += BETWEEN.len();
            }
            blocks.push(at);
            let words = plain(&block.text);
            at += words.chars().count();
            text += &words;
            let mut place = Place::default();
            place.walk(&block.text, &mut mentions);
        }
        Self {
            text,
            blocks,
            mentions,
        }
    }

    /// Where a mention stands in its block.
    pub(super) fn in_block(&self, mention: Id<Mention>) -> Range<usize> {
        self.mentions.get(&mention).cloned().unwrap_or_default()
    }

    /// Where a mention stands in the text.
    pub(super) fn in_text(&self, id: Id<Mention>, mention: &Mention) -> Range<usize> {
        let block = (mention.block as usize).saturating_sub(1);
        let start = self.blocks.get(block).copied().unwrap_or_default();
        let range = self.in_block(id);
        start + range.start..start + range.end
    }
}

/// How far a block is read.
#[derive(Default)]
struct Place {
    at: usize,
    /// A cell stands before.
    in_table: bool,
}

impl Place {
    /// Counts characters as [`plain`] writes them.
    fn walk(&mut self, text: &[Span<Run>], mentions: &mut BTreeMap<Id<Mention>, Range<usize>>) {
        for span in text {
            match span {
                Span::Words(words) | Span::Code(words) => self.at += words.chars().count(),
                Span::Break => self.at += 1,
                Span::Footnote(_) => {}
                Span::Cell { text, .. } => {
                    if std::mem::replace(&mut self.in_table, true) {
                        self.at += 1;
                    }
                    self.walk(text, mentions);
                }
                Span::Emphasis(text)
                | Span::Strong(text)
                | Span::Struck(text)
                | Span::Superscript(text)
                | Span::Subscript(text)
                | Span::Link { text, .. } => self.walk(text, mentions),
                Span::Marked { to, text } => {
                    let start = self.at;
                    self.walk(text, mentions);
                    for mention in to.also.iter().chain([&to.mention]) {
                        let range = mentions.entry(*mention).or_insert(start..self.at);
                        range.end = self.at;
                    }
                }
            }
        }
    }
}
