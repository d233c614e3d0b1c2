//! What the reader typed, and the ways in which it may be meant.

use crate::app::search::fold::{Folding, SPACE};
use crate::app::search::words::Rows;

/// Words of a query; what follows is left out.
const MOST: usize = 8;

/// A query.
#[derive(Default)]
pub(super) struct Query {
    /// All of it, with one space between words.
    pub(super) phrase: Vec<u16>,
    /// Its words; of scripts without spaces its letters.
    pub(super) words: Rows,
    /// Bit N is set where a space stands before word N.
    begins: u32,
}

/// A way to take a query: as terms, each of which is some words next to each other.
#[derive(Default)]
pub(super) struct MatchMode {
    /// Several terms, all in one entry; else the whole query is one.
    pub(super) scattered: bool,
    pub(super) typos: bool,
    /// First word of each term, by bits.
    pub(super) begins: u32,
    /// Last word of each term.
    pub(super) ends: u32,
}

impl Query {
    pub(super) fn of(folding: &Folding, text: &str) -> Self {
        let mut units = Vec::new();
        units.extend(text.encode_utf16());
        let mut query = Self::default();
        folding.words(&units, &mut |_, word, parted| {
            if parted && !query.phrase.is_empty() {
                query.phrase.push(SPACE);
            }
            query.phrase.extend_from_slice(word);
            if query.words.count() < MOST {
                query.begins |= u32::from(parted) << query.words.count();
                query.words.push(word);
            }
        });
        query
    }

    pub(super) fn mode(&self, scattered: bool, typos: bool) -> MatchMode {
        // A word ends a term where the next begins one or none follows.
        let last = 1 << self.words.count() >> 1;
        let (begins, ends) = if scattered {
            (self.begins, (self.begins >> 1) | last)
        } else {
            (1, last)
        };
        MatchMode {
            scattered,
            typos,
            begins,
            ends,
        }
    }
}

/// How a word of the vocabulary matches the words of a query: bit N is for the query's word N.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// It equals the query's word.
    pub(super) is: u8,
    /// It equals it or begins with it.
    pub(super) begins: u8,
    /// It equals it or begins with it, with or without typos.
    pub(super) like: u8,
}

impl MatchMode {
    /// The words of the query that a word stands for.
    pub(super) fn mark(&self, known: Known) -> u32 {
        if self.typos {
            known.like.into()
        } else {
            u32::from(known.is) | (u32::from(known.begins) & self.ends)
        }
    }
}
