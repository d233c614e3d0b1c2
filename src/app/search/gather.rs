//! Looks through a group's entries for the words of a query.

use crate::app::search::fold::goes_on;
use crate::app::search::likeness::Pattern;
use crate::app::search::names::{BEGUN, Named, SCATTERED, WHOLE, best, rank};
use crate::app::search::query::{Query, Way};
use crate::app::search::{Group, Hit, Index, Results, Shelf, Span, Word};

/// A query on its way through the groups.
pub(super) struct Sought<'a> {
    index: &'a Index,
    query: &'a Query,
    phrase: Pattern,
    /// For each word of the vocabulary the words of the query that it is, that it begins with, that it is like: bits of
    /// its first, second and third byte.
    known: Vec<u32>,
    limit: usize,
}

/// A term of the query in its place.
#[derive(Clone, Copy)]
struct Place {
    /// The query's word that ends the term.
    bit: u32,
    /// That word stands there whole.
    whole: bool,
    span: Span,
}

impl<'a> Sought<'a> {
    pub(super) fn new(index: &'a Index, query: &'a Query, limit: usize) -> Self {
        let rows = &index.vocabulary.rows;
        let mut known = vec![0; rows.count()];
        for bit in 0..query.words.count() {
            let pattern = Pattern::new(query.words.get(bit));
            for (row, known) in known.iter_mut().enumerate() {
                *known |= match pattern.likeness(rows.get(row), false) {
                    None => 0,
                    Some(likeness) if likeness.errors > 0 => 0x1_0000,
                    Some(likeness) if likeness.left > 0 => 0x1_0100,
                    Some(_) => 0x1_0101,
                } << bit;
            }
        }
        Self {
            index,
            query,
            phrase: Pattern::new(&query.phrase),
            known,
            limit,
        }
    }

    /// What a group has for the query, taken in the best way in which there is something.
    pub(super) fn look(&self, group: Group, results: &mut Results) {
        let entities = group == Group::Entities;
        for way in 0..4 {
            let way = self.query.way(way & 1 != 0, way & 2 != 0);
            // Names are compared whole. Elsewhere one scattered term is the whole query.
            let suits = if entities {
                way.scattered
            } else {
                !way.scattered || way.ends.count_ones() > 1
            };
            if suits && results.total == 0 && self.query.words.count() > 0 {
                self.gather(&way, group, results);
            }
        }
    }

    /// Adds what a group has. In the text each place of the query counts, elsewhere each entry.
    fn gather(&self, way: &Way, group: Group, results: &mut Results) {
        let shelf = &self.index.shelves[group as usize];
        let entities = group == Group::Entities;
        let length = if group == Group::Text && !way.scattered {
            1
        } else {
            usize::MAX
        };
        let every = self.known.iter().fold(0, |every, known| every | known);
        let all = (1 << self.query.words.count()) - 1;
        let words = if way.mark(every) & all == all {
            shelf.words.as_slice()
        } else {
            &[]
        };
        for (row, shelved) in shelf.entries.iter().enumerate() {
            let mentions = shelved.entry.mentions;
            let words = words.get(shelved.words.start..shelved.words.end);
            // Typos in a name were looked for with all else about names.
            if entities
                && !way.typos
                && let Some(named) = best(&self.index.names, shelved.texts, mentions, &self.phrase)
            {
                if let Some(marks) = results.offer(row, named.rank, self.limit) {
                    marks.push(self.named(shelf, &named));
                }
                continue;
            }
            let places = self.places(shelf, words.unwrap_or_default(), way);
            for places in places.chunks(length) {
                let class = if entities {
                    SCATTERED
                } else if places.iter().any(|place| place.whole) {
                    WHOLE
                } else {
                    BEGUN
                };
                let rank = rank(class, mentions);
                if let Some(marks) = results.offer(row, rank, self.limit) {
                    marks.extend(places.iter().map(|place| place.span));
                }
            }
        }
    }

    /// Where an entry holds the query: each place of its one term, or the first part with all its terms.
    fn places(&self, shelf: &Shelf, words: &[Word], way: &Way) -> Vec<Place> {
        let mut places = Vec::new();
        // Bit N: the words up to here are those of a term up to the query's word N.
        let mut state = 0;
        for (at, word) in words.iter().enumerate() {
            let known = self.known.get(word.row).copied().unwrap_or(0);
            state = ((state << 1) | way.begins) & way.mark(known);
            let mut ended = state & way.ends;
            while ended != 0 {
                let bit = ended.trailing_zeros();
                ended &= ended - 1;
                let begins = way.begins & (u32::MAX >> (31 - bit));
                let before = (begins.leading_zeros() + bit - 31) as usize;
                let first = words.get(at - before).unwrap_or(word);
                if way.scattered {
                    places.retain(|other: &Place| other.bit != bit);
                } else {
                    state = 0;
                }
                let place = self.place(shelf, first, word, bit);
                let before = |other: &&Place| other.span.start <= place.span.start;
                places.insert(places.iter().filter(before).count(), place);
                if way.scattered && places.len() as u32 == way.ends.count_ones() {
                    return places;
                }
            }
        }
        if way.scattered {
            places.clear();
        }
        places
    }

    fn place(&self, shelf: &Shelf, first: &Word, last: &Word, bit: u32) -> Place {
        let known = self.known.get(last.row).copied().unwrap_or(0) >> bit;
        // What was typed, or with typos the whole word.
        let letters = if known & 0x100 != 0 {
            self.query.words.get(bit as usize)
        } else {
            self.index.vocabulary.rows.get(last.row)
        };
        Place {
            bit,
            whole: known & 1 != 0,
            span: Span {
                start: first.start,
                end: self.end(shelf, last.start, letters.len()),
            },
        }
    }

    fn named(&self, shelf: &Shelf, named: &Named) -> Span {
        let letters = named.letters(&self.index.names, &self.phrase);
        let begin = shelf.texts.get(named.row).copied().unwrap_or_default();
        let units = shelf.units.get(begin..).unwrap_or_default();
        Span {
            start: begin + self.index.folding.place(units, letters.start),
            end: self.end(shelf, begin, letters.end),
        }
    }

    /// Where so many letters end, with the marks on the last.
    fn end(&self, shelf: &Shelf, begin: usize, letters: usize) -> usize {
        let units = shelf.units.get(begin..).unwrap_or_default();
        let end = self.index.folding.place(units, letters.saturating_sub(1)) + 1;
        let rest = units.get(end..).unwrap_or_default();
        begin + end + rest.iter().take_while(|&&unit| goes_on(unit)).count()
    }
}

impl Results {
    /// Counts a hit; where its highlights belong, if it is among the best. Of equals the first come stays first.
    fn offer(&mut self, entry: usize, rank: u32, limit: usize) -> Option<&mut Vec<Span>> {
        self.total += 1;
        let at = self.hits.iter().filter(|hit| hit.rank <= rank).count();
        if at >= limit {
            return None;
        }
        if self.hits.len() == limit {
            self.hits.pop();
        }
        let marks = Vec::new();
        self.hits.insert(at, Hit { entry, marks, rank });
        self.hits.get_mut(at).map(|hit| &mut hit.marks)
    }
}
