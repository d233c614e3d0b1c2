//! Where words stand in the articles.

use std::ops::Range;

/// Words of a block.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The article's row among those that were read.
    pub article: usize,
    /// Counted from 1: `#pN`.
    pub block: u32,
    /// Bytes of the block's plain text.
    pub start: usize,
    pub end: usize,
}

impl Occurrence {
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}
