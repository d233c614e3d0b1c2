//! The texts of a page, cut into words as they are added.

use crate::app::search::entry::{Entry, Group};
use crate::app::search::fold::{Decompose, Folding, SPACE};
use crate::app::search::query::Query;
use crate::app::search::unit_range::UnitRange;
use crate::app::search::words::{Rows, Vocabulary};

/// All that can be found in a page. It only ever grows: entries come in the order of the document, and what is added
/// later never changes the order of what was there.
pub struct Index {
    pub(super) folding: Folding,
    pub(super) vocabulary: Vocabulary,
    /// The texts of entities as they are compared, a row for each.
    pub(super) names: Rows,
    pub(super) groups: [GroupIndex; 6],
}

/// The entries of one group.
#[derive(Default)]
pub(super) struct GroupIndex {
    pub(super) entries: Vec<IndexedEntry>,
    /// The texts, one after another; each is followed by a space.
    pub(super) units: Vec<u16>,
    /// Where each text begins in the units.
    pub(super) texts: Vec<usize>,
    pub(super) words: Vec<Word>,
}

/// An entry with the rows of its texts and of their words.
pub(super) struct IndexedEntry {
    pub(super) entry: Entry,
    pub(super) texts: UnitRange,
    pub(super) words: UnitRange,
}

/// A word in its place; after each text stands the empty one, which nothing matches.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) start: usize,
    /// Its row in the vocabulary.
    pub(super) row: usize,
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
}
