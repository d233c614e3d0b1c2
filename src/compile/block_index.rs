//! The blocks of an article as citations find them: by number, by anchor, by words.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use sha2::{Digest, Sha256};

use crate::compile::normal::normal;
use crate::compile::quote_index::QuoteIndex;
use crate::model::site::{Article, Form};
use crate::model::text::plain;

/// An article's blocks. The title is the first.
#[derive(Default)]
pub(crate) struct BlockIndex {
    blocks: Vec<IndexedBlock>,
    anchors: BTreeMap<String, u32>,
    /// Quotes that were looked for so far.
    asked: AtomicUsize,
    quotes: OnceLock<QuoteIndex>,
}

/// Quotes of an article for which its blocks are read through, before an index of them is worth its making.
const READ_THROUGH: usize = 32;

/// The N of `pN`, counted from 1.
pub(crate) fn block_number(block: &str) -> Option<u32> {
    let digits = block.strip_prefix('p')?;
    digits
        .parse()
        .ok()
        .filter(|number: &u32| *number > 0 && number.to_string() == digits)
}

/// A block that can be cited.
pub(crate) struct IndexedBlock {
    pub(crate) form: Form,
    /// Its words, by which a citation is compared: without markup, with one form for each sign and space.
    pub(crate) words: String,
    /// A few letters that tell whether the words are others.
    pub(crate) digest: String,
    /// Where an anchor would be written, as a byte of the file: behind the last sign of the block.
    pub(crate) end: usize,
}

impl BlockIndex {
    /// The blocks of an article, whose ends in the file are these; that of the title counts for nothing.
    pub(crate) fn new(article: &Article, ends: &[usize], anchors: BTreeMap<String, u32>) -> Self {
        let blocks = article.blocks.iter().zip(ends);
        let blocks = blocks.map(|(block, end)| {
            let words = folded(&plain(&block.text));
            IndexedBlock {
                form: block.form,
                digest: digest(&words),
                words,
                end: *end,
            }
        });
        Self {
            blocks: blocks.collect(),
            anchors,
            ..Self::default()
        }
    }

    pub(crate) fn count(&self) -> u32 {
        self.blocks.len() as u32
    }

    /// A block by its number, counted from 1.
    pub(crate) fn block(&self, number: u32) -> Option<&IndexedBlock> {
        self.blocks.get((number as usize).checked_sub(1)?)
    }

    /// All blocks with their numbers.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (u32, &IndexedBlock)> {
        (1..).zip(&self.blocks)
    }

    /// The number of the block that bears an anchor.
    pub(crate) fn anchored(&self, anchor: &str) -> Option<u32> {
        self.anchors.get(anchor).copied()
    }

    pub(crate) fn anchors(&self) -> &BTreeMap<String, u32> {
        &self.anchors
    }

    /// The anchor of a block.
    pub(crate) fn anchor_of(&self, number: u32) -> Option<&str> {
        let mut anchors = self.anchors.iter();
        let (anchor, _) = anchors.find(|(_, block)| **block == number)?;
        Some(anchor)
    }

    /// The numbers of the blocks in which words occur.
    pub(crate) fn quoted(&self, quote: &str) -> Vec<u32> {
        let quote = folded(quote);
        let asked = self.asked.fetch_add(1, Ordering::Relaxed);
        let candidates = (asked >= READ_THROUGH).then(|| self.quotes().candidates(&quote));
        match candidates.flatten() {
            Some(rows) => self.holding(&quote, rows),
            None => self.holding(&quote, 0..self.blocks.len()),
        }
    }

    fn quotes(&self) -> &QuoteIndex {
        let words = self.blocks.iter().map(|block| &*block.words);
        self.quotes.get_or_init(|| QuoteIndex::of(words))
    }

    /// The numbers of those of these blocks that hold a quote.
    fn holding(&self, quote: &str, rows: impl IntoIterator<Item = usize>) -> Vec<u32> {
        let rows = rows.into_iter();
        let held = rows.filter(|row| self.blocks[*row].words.contains(quote));
        held.map(|row| row as u32 + 1).collect()
    }
}

/// Letters of a beginning by which a person knows a block.
const BEGINNING: usize = 60;

impl IndexedBlock {
    /// How it begins, for people.
    pub(crate) fn beginning(&self) -> &str {
        let end = self.words.char_indices().nth(BEGINNING);
        let cut = &self.words[..end.map_or(self.words.len(), |(end, _)| end)];
        match cut.rfind(' ') {
            Some(space) if cut.len() < self.words.len() => &cut[..space],
            _ => cut,
        }
    }
}

/// A text as citations compare it.
pub(crate) fn folded(text: &str) -> String {
    let text = normal(text);
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ")
}

/// Eight hexadecimal digits that tell two texts apart.
pub(crate) fn digest(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let bytes = hash.iter().take(4);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn index(blocks: Vec<String>) -> BlockIndex {
        let blocks = blocks.into_iter().map(|words| IndexedBlock {
            form: Form::Paragraph,
            digest: String::new(),
            words: folded(&words),
            end: 0,
        });
        BlockIndex {
            blocks: blocks.collect(),
            ..BlockIndex::default()
        }
    }

    proptest! {
        /// Of few letters, so that most quotes stand somewhere and many in several places.
        #[test]
        fn many_quotes_are_found_where_reading_through_finds_them(
            blocks in prop::collection::vec("[ab鴨é ]{0,60}", 0..40),
            quotes in prop::collection::vec("[ab鴨é ]{1,14}", 1..40),
        ) {
            let index = index(blocks);
            for quote in &quotes {
                let read = index.holding(&folded(quote), 0..index.blocks.len());
                index.asked.store(READ_THROUGH, Ordering::Relaxed);
                prop_assert_eq!(index.quoted(quote), read, "{}", quote);
            }
        }
    }
}
