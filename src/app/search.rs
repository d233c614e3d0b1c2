//! Finds names, words, facts, events and sources in what a page says, while the reader types.
//!
//! Texts are kept as the page has them, in UTF-16 units, so that places in them are places in the page. Each is cut
//! into words once, as it is added; a word that occurs often is kept once. A query is compared with every *different*
//! word, and a text is then a row of numbers to look through. Names are compared whole as well, spaces and all.
//!
//! # Why
//! Looking through the text itself for something two typos away takes 13 ms of the 16 a keystroke may cost in a book of
//! 100,000 words and its facts; its 30,000 different words take 2. What that gives up, a typo that swallows the space
//! between two words, is found in names, where readers make it.

mod entry;
mod fold;
mod gather;
mod index;
mod likeness;
mod names;
mod query;
mod rank;
mod results;
pub mod snippet;
mod unit_range;
mod words;

pub use crate::app::search::entry::{Entry, Group};
pub use crate::app::search::fold::Decompose;
pub use crate::app::search::index::Index;
pub use crate::app::search::results::{GroupResults, Hit, SearchResults};
pub use crate::app::search::unit_range::UnitRange;

use crate::app::search::gather::Matcher;
use crate::app::search::query::Query;

impl Index {
    /// What there is for a query: its words next to each other, else all of them in one entry, else with typos;
    /// of each group the best, at most `limit`.
    pub fn find(&self, query: &str, limit: usize) -> SearchResults {
        let query = Query::of(&self.folding, query);
        Matcher::new(self, &query, limit).find()
    }
}

#[cfg(test)]
mod tests;
