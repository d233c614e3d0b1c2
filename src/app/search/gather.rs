//! Looks through a group's entries for the words of a query.

use crate::app::search::fold::goes_on;
use crate::app::search::likeness::Pattern;
use crate::app::search::names::{Class, Named, best, rank};
use crate::app::search::query::{Query, Way};
use crate::app::search::{Entry, Found, Group, Hit, Index, Results, Shelf, Span, Word};

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
            let word = query.words.get(bit);
            let pattern = Pattern::new(word);
            for (row, known) in known.iter_mut().enumerate() {
                let text = rows.get(row);
                *known |= match pattern.likeness(text, false) {
                    None => 0,
                    Some(likeness) if likeness.errors > 0 => 0x1_0000,
                    Some(_) if text.len() > word.len() => 0x1_0100,
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

    /// Adds what there is for the query taken in a way, in groups that have nothing better.
    pub(super) fn look(&self, way: &Way, found: &mut Found) {
        let marks = self.marks(way);
        for (group, results) in Group::ALL.iter().zip(&mut found.groups) {
            // Names are compared whole. Elsewhere one scattered term is the whole query.
            let suits = match *group {
                Group::Entities => way.scattered,
                _ => !way.scattered || way.ends.count_ones() > 1,
            };
            if suits && results.total == 0 {
                self.group(way, &marks, *group, results);
            }
        }
    }

    /// The words of the query that each word of the vocabulary stands for; empty where one has none.
    fn marks(&self, way: &Way) -> Vec<u8> {
        let mut all = 0;
        let mark = |known: &u32| {
            let mark = if way.typos {
                known >> 16
            } else {
                known | ((known >> 8) & u32::from(way.ends))
            } as u8;
            all |= mark;
            mark
        };
        let marks = self.known.iter().map(mark).collect();
        if all.count_ones() as usize == self.query.words.count() {
            marks
        } else {
            Vec::new()
        }
    }

    /// Adds what a group has. In the text each place of the query counts, elsewhere each entry.
    fn group(&self, way: &Way, marks: &[u8], group: Group, results: &mut Results) {
        let shelf = &self.index.shelves[group as usize];
        let entities = group == Group::Entities;
        let each = group == Group::Text && !way.scattered;
        let scattered = rank(Class::Scattered, 0, 0, 0);
        for (row, entry) in shelf.entries.iter().enumerate() {
            let places = self.places(shelf, entry, way, marks);
            // Typos in a name were looked for with all else about names.
            if entities
                && !way.typos
                && let Some(named) = best(&self.index.names, entry, &self.phrase)
                && (places.is_empty() || named.rank < scattered)
            {
                if let Some(marks) = results.offer(row, named.rank, self.limit) {
                    marks.push(self.named(shelf, &named));
                }
                continue;
            }
            let length = if each { 1 } else { places.len().max(1) };
            for places in places.chunks(length) {
                let class = if way.typos {
                    Class::Typos
                } else if entities {
                    Class::Scattered
                } else if places.iter().any(|place| place.whole) {
                    Class::Whole
                } else {
                    Class::Begun
                };
                let rank = rank(class, 0, 0, entry.mentions);
                if let Some(marks) = results.offer(row, rank, self.limit) {
                    marks.extend(places.iter().map(|place| place.span));
                }
            }
        }
    }

    /// Where an entry holds the query: each place of its one term, or the shortest part with all its terms.
    fn places(&self, shelf: &Shelf, entry: &Entry, way: &Way, marks: &[u8]) -> Vec<Place> {
        let (mut places, mut recent) = (Vec::new(), Vec::new());
        let words = shelf.words.get(entry.words.start..entry.words.end);
        let words = words.unwrap_or_default();
        let mut shortest = usize::MAX;
        // Bit N: the words up to here are those of a term up to the query's word N.
        let mut state = 0_u8;
        for (at, word) in words.iter().enumerate() {
            state = ((state << 1) | way.begins) & marks.get(word.row).copied().unwrap_or(0);
            let mut ended = state & way.ends;
            while ended != 0 {
                let bit = ended.trailing_zeros();
                ended &= ended - 1;
                let begins = way.begins & (u8::MAX >> (7 - bit));
                let before = (begins.leading_zeros() + bit - 7) as usize;
                let first = words.get(at - before).unwrap_or(word);
                let place = self.place(shelf, first, word, bit);
                if !way.scattered {
                    state = 0;
                    places.push(place);
                    continue;
                }
                recent.retain(|other: &Place| other.bit != bit);
                recent.push(place);
                let length = place.span.end - recent.first().map_or(0, |place| place.span.start);
                if recent.len() as u32 == way.ends.count_ones() && length < shortest {
                    shortest = length;
                    places.clone_from(&recent);
                }
            }
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
    fn offer(&mut self, entry: usize, rank: u64, limit: usize) -> Option<&mut Vec<Span>> {
        self.total += 1;
        let mut at = self.hits.len();
        while let Some(before) = at.checked_sub(1)
            && self.hits.get(before).is_some_and(|hit| hit.rank > rank)
        {
            at = before;
        }
        if at >= limit {
            return None;
        }
        self.hits.truncate(limit - 1);
        let marks = Vec::new();
        self.hits.insert(at, Hit { entry, marks, rank });
        self.hits.get_mut(at).map(|hit| &mut hit.marks)
    }
}
