//! A block of an article as suggestions read it: its text, what is linked in it already, and what is no text.

use std::ops::Range;

use crate::compile::sentence::sentences;
use crate::model::site::{Article, Form};
use crate::model::text::{Span, Text};

/// A block's text.
#[derive(Debug, Default)]
pub(crate) struct BlockText {
    /// The article's row among those that are read.
    pub(crate) article: usize,
    /// Counted from 1.
    pub(crate) number: u32,
    pub(crate) text: String,
    pub(crate) sentences: Vec<Range<usize>>,
    /// What means an entity already.
    pub(crate) linked: Vec<Range<usize>>,
    /// Links, code and the heads of tables.
    pub(crate) closed: Vec<Range<usize>>,
    /// A title or heading.
    pub(crate) is_heading: bool,
}

/// The blocks of an article.
pub(crate) fn blocks(article: &Article, row: usize) -> impl Iterator<Item = BlockText> {
    (1..).zip(&article.blocks).map(move |(number, of)| {
        let mut block = BlockText {
            article: row,
            number,
            is_heading: matches!(of.form, Form::Title | Form::Heading(_)),
            ..BlockText::default()
        };
        if of.form == Form::Preformatted {
            return block;
        }
        let mut cells = Cells {
            heads: match of.form {
                Form::Table { columns } => columns,
                _ => 0,
            },
            read: 0,
        };
        block.add(&of.text, &mut cells);
        block.sentences = sentences(&block.text);
        block
    })
}

/// The cells of a table so far.
struct Cells {
    /// Those of the first row, which say what the columns hold.
    heads: u32,
    read: u32,
}

impl BlockText {
    /// A block of nothing but words.
    #[cfg(test)]
    pub(crate) fn plain(text: &str, number: u32) -> Self {
        Self {
            number,
            text: text.to_owned(),
            sentences: sentences(text),
            ..Self::default()
        }
    }

    /// Adds words as `plain` of a text has them.
    fn add<T>(&mut self, text: &Text<T>, cells: &mut Cells) {
        for span in text {
            let start = self.text.len();
            match span {
                Span::Words(words) => self.text.push_str(words),
                Span::Code(words) => {
                    self.text.push_str(words);
                    self.closed.push(start..self.text.len());
                }
                Span::Break => self.text.push('\n'),
                Span::Footnote(_) => {}
                Span::Emphasis(inner)
                | Span::Strong(inner)
                | Span::Struck(inner)
                | Span::Superscript(inner)
                | Span::Subscript(inner) => self.add(inner, cells),
                Span::Cell { text, .. } => {
                    if cells.read > 0 {
                        self.text.push('\t');
                    }
                    cells.read += 1;
                    let (start, closed) = (self.text.len(), self.closed.len());
                    self.add(text, cells);
                    if cells.read <= cells.heads {
                        self.closed.truncate(closed);
                        self.closed.push(start..self.text.len());
                    }
                }
                Span::Link { text, .. } => {
                    self.add(text, cells);
                    self.closed.push(start..self.text.len());
                }
                Span::Marked { text, .. } => {
                    self.add(text, cells);
                    self.linked.push(start..self.text.len());
                }
            }
        }
    }

    /// Whether bytes share one with what is linked.
    pub(crate) fn is_linked(&self, range: &Range<usize>) -> bool {
        overlaps(&self.linked, range)
    }

    /// Whether bytes share one with a link or code.
    pub(crate) fn is_closed(&self, range: &Range<usize>) -> bool {
        overlaps(&self.closed, range)
    }
}

/// Whether one of several ranges, in their order and apart, shares a byte with another.
fn overlaps(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let behind = ranges.partition_point(|one| one.end <= range.start);
    ranges.get(behind).is_some_and(|one| one.start < range.end)
}
