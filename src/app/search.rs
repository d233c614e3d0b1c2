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
use crate::app::search::gather::Sought;
use crate::app::search::query::Query;
use crate::app::search::words::{Rows, Vocabulary};

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
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// Something that can be found: an entity, a block, a fact, an event, a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Where it stands in the page.
    pub id: String,
    /// Slug of an entity's kind.
    pub kind: String,
    /// How often the text mentions an entity.
    pub mentions: u32,
    texts: Span,
    words: Span,
}

/// One thing found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit {
    /// Row of the entry in its group.
    pub entry: usize,
    /// What to highlight, in order; it may stand in several texts of the entry.
    pub marks: Vec<Span>,
    /// Smaller is better.
    rank: u64,
}

/// What a group has for a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How many there are in all.
    pub total: usize,
    /// The best of them, best first.
    pub hits: Vec<Hit>,
}

/// What there is for a query, by [`Group`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub groups: [Results; 5],
}

/// All that can be found in a page. It only ever grows: entries come in the order of the document, and what is added
/// later never changes the order of what was there.
pub struct Index {
    folding: Folding,
    vocabulary: Vocabulary,
    /// A row for each text of the entities: names as they are compared, nothing for descriptions.
    names: Rows,
    shelves: [Shelf; 5],
}

/// The entries of one group.
#[derive(Default)]
struct Shelf {
    entries: Vec<Entry>,
    /// The texts, one after another; each is followed by a space.
    units: Vec<u16>,
    /// Where each text begins in the units.
    texts: Vec<usize>,
    words: Vec<Word>,
}

/// A word in its place; after each text stands the empty one, which nothing matches.
#[derive(Clone, Copy, Default)]
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
            shelves: std::array::from_fn(|_| Shelf::default()),
        }
    }

    /// Adds an entity with its names: those that head its note, in other languages, and aliases.
    pub fn add_entity(
        &mut self,
        slug: &str,
        kind: &str,
        mentions: u32,
        names: &[&str],
        description: &str,
    ) {
        self.begin(Group::Entities, slug, kind, mentions);
        for name in names {
            self.say(Group::Entities, name);
            self.names.push(&Query::of(&self.folding, name).phrase);
        }
        self.say(Group::Entities, description);
        self.names.push(&[]);
    }

    /// Adds a block (`p12`), a fact (`fact-ENTITY-N`), an event or a source, with what it says.
    pub fn add(&mut self, group: Group, id: &str, texts: &[&str]) {
        self.begin(group, id, "", 0);
        for text in texts {
            self.say(group, text);
        }
    }

    fn begin(&mut self, group: Group, id: &str, kind: &str, mentions: u32) {
        let shelf = &mut self.shelves[group as usize];
        let here = |end: usize| Span { start: end, end };
        shelf.entries.push(Entry {
            id: id.to_owned(),
            kind: kind.to_owned(),
            mentions,
            texts: here(shelf.texts.len()),
            words: here(shelf.words.len()),
        });
    }

    /// Adds a text to the entry begun last.
    fn say(&mut self, group: Group, text: &str) {
        let shelf = &mut self.shelves[group as usize];
        let start = shelf.units.len();
        shelf.texts.push(start);
        shelf.units.extend(text.encode_utf16());
        let units = shelf.units.get(start..).unwrap_or_default();
        self.folding.words(units, &mut |place, word, _| {
            shelf.words.push(Word {
                start: start + place,
                row: self.vocabulary.row(word),
            });
        });
        shelf.words.push(Word { start, row: 0 });
        shelf.units.push(SPACE);
        if let Some(entry) = shelf.entries.last_mut() {
            entry.texts.end = shelf.texts.len();
            entry.words.end = shelf.words.len();
        }
    }

    /// What there is for a query: its words next to each other, else all of them in one entry, else with typos;
    /// of each group the best, at most `limit`.
    pub fn find(&self, query: &str, limit: usize) -> Found {
        let mut found = Found {
            groups: std::array::from_fn(|_| Results::default()),
        };
        let query = Query::of(&self.folding, query);
        if !query.phrase.is_empty() {
            let sought = Sought::new(self, &query, limit);
            for way in 0..4 {
                sought.look(&query.way(way & 1 != 0, way & 2 != 0), &mut found);
            }
        }
        found
    }
}
