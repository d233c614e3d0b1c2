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

mod fold;
mod gather;
mod likeness;
mod names;
mod query;
pub mod snippet;
mod words;

use crate::app::search::fold::{Folding, SPACE};
use crate::app::search::gather::Matcher;
use crate::app::search::query::Query;
use crate::app::search::words::{Rows, Vocabulary};
use crate::model::kind::Kind;

/// Takes a UTF-16 unit to lower case, decomposed for compatibility (NFKD), as the browser does it:
/// `s.toLowerCase().normalize("NFKD")`. It is asked once for each unit beyond ASCII.
pub type Decompose = fn(u16) -> Vec<u16>;

/// What is found together, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Entities,
    Text,
    Facts,
    Timeline,
    Sources,
}

impl Group {
    pub const ALL: [Self; 5] = [
        Self::Entities,
        Self::Text,
        Self::Facts,
        Self::Timeline,
        Self::Sources,
    ];
}

/// Part of what a group holds, in UTF-16 units from the beginning of its first text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitRange {
    pub start: usize,
    pub end: usize,
}

/// Something that can be found: an entity, a block, a fact, an event, a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What it is called in the page: `xi-jinping`, `p12`, `fact-xi-jinping-3`.
    pub id: String,
    /// The kind of the entity that it is, or is about.
    pub kind: Option<Kind>,
    /// How often the text mentions an entity.
    pub mentions: u32,
}

impl Entry {
    /// An entry with nothing but a name.
    pub fn named(id: String) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// One thing found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit {
    /// Row of the entry in its group.
    pub entry: usize,
    /// What to highlight, in order; it may stand in several texts of the entry.
    pub marks: Vec<UnitRange>,
    /// Smaller is better.
    rank: u32,
}

/// What a group has for a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupResults {
    /// How many there are in all.
    pub total: usize,
    /// The best of them, best first.
    pub hits: Vec<Hit>,
}

/// What there is for a query, by [`Group`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    pub groups: [GroupResults; 5],
}

/// All that can be found in a page. It only ever grows: entries come in the order of the document, and what is added
/// later never changes the order of what was there.
pub struct Index {
    folding: Folding,
    vocabulary: Vocabulary,
    /// The texts of entities as they are compared, a row for each.
    names: Rows,
    groups: [GroupIndex; 5],
}

/// The entries of one group.
#[derive(Default)]
struct GroupIndex {
    entries: Vec<IndexedEntry>,
    /// The texts, one after another; each is followed by a space.
    units: Vec<u16>,
    /// Where each text begins in the units.
    texts: Vec<usize>,
    words: Vec<Word>,
}

/// An entry with the rows of its texts and of their words.
struct IndexedEntry {
    entry: Entry,
    texts: UnitRange,
    words: UnitRange,
}

/// A word in its place; after each text stands the empty one, which nothing matches.
#[derive(Clone, Copy)]
struct Word {
    start: usize,
    /// Its row in the vocabulary.
    row: usize,
}

impl Index {
    pub fn new(decompose: Decompose) -> Self {
        Self {
            folding: Folding::new(decompose),
            vocabulary: Vocabulary::default(),
            names: Rows::default(),
            groups: Default::default(),
        }
    }

    /// Adds an entry with what it says: an entity's names in all languages, its aliases and last its description; the
    /// text of a block, fact or event; a source's label and title.
    pub fn add(&mut self, group: Group, entry: Entry, texts: &[&str]) {
        let group_index = &mut self.groups[group as usize];
        let (first, begin) = (group_index.texts.len(), group_index.words.len());
        for text in texts {
            let start = group_index.units.len();
            group_index.texts.push(start);
            group_index.units.extend(text.encode_utf16());
            let units = group_index.units.get(start..).unwrap_or_default();
            self.folding.words(units, &mut |place, word, _| {
                group_index.words.push(Word {
                    start: start + place,
                    row: self.vocabulary.row(word),
                });
            });
            group_index.words.push(Word {
                start,
                row: self.vocabulary.row(&[]),
            });
            group_index.units.push(SPACE);
            if group == Group::Entities {
                self.names.push(&Query::of(&self.folding, text).phrase);
            }
        }
        group_index.entries.push(IndexedEntry {
            entry,
            texts: UnitRange {
                start: first,
                end: group_index.texts.len(),
            },
            words: UnitRange {
                start: begin,
                end: group_index.words.len(),
            },
        });
    }

    /// What there is for a query: its words next to each other, else all of them in one entry, else with typos;
    /// of each group the best, at most `limit`.
    pub fn find(&self, query: &str, limit: usize) -> SearchResults {
        let query = Query::of(&self.folding, query);
        Matcher::new(self, &query, limit).find()
    }
}

#[cfg(test)]
mod tests;
