//! Looks through a group's entries for the words of a query.

use crate::app::search::entry::Group;
use crate::app::search::fold::goes_on;
use crate::app::search::index::{GroupIndex, Index, Word};
use crate::app::search::likeness::Pattern;
use crate::app::search::names::{Named, best};
use crate::app::search::query::{Known, MatchMode, Query};
use crate::app::search::rank::{BEGUN, Rank, SCATTERED, WHOLE};
use crate::app::search::results::{GroupResults, Hit, SearchResults};
use crate::app::search::unit_range::UnitRange;

/// A query on its way through the groups.
pub(super) struct Matcher<'a> {
    index: &'a Index,
    query: &'a Query,
    phrase: Pattern,
    /// What each word of the vocabulary has of the query.
    known: Vec<Known>,
    limit: usize,
    /// The mode of the query, and for each word of the vocabulary the words of the query that it then stands for.
    mode: MatchMode,
    marks: Vec<u32>,
}

/// A term of the query in its place.
#[derive(Clone, Copy)]
struct TermMatch {
    /// The query's word that ends the term.
    bit: u32,
    first: Word,
    last: Word,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(index: &'a Index, query: &'a Query, limit: usize) -> Self {
        let rows = &index.vocabulary.rows;
        let mut known = vec![Known::default(); rows.count()];
        for bit in 0..query.words.count() {
            let pattern = Pattern::new(query.words.get(bit));
            for (row, known) in known.iter_mut().enumerate() {
                if let Some(likeness) = pattern.likeness(rows.get(row), false) {
                    let (exact, whole) = (likeness.errors == 0, likeness.left == 0);
                    known.like |= 1 << bit;
                    known.begins |= u8::from(exact) << bit;
                    known.is |= u8::from(exact && whole) << bit;
                }
            }
        }
        Self {
            index,
            query,
            phrase: Pattern::new(&query.phrase),
            known,
            limit,
            mode: MatchMode::default(),
            marks: Vec::new(),
        }
    }

    /// What there is, of each group in the strictest mode that finds something.
    pub(super) fn find(mut self) -> SearchResults {
        let mut found = SearchResults::default();
        for bits in 0..4 {
            self.mode = self.query.mode(bits & 1 != 0, bits & 2 != 0);
            self.marks.clear();
            self.marks
                .extend(self.known.iter().map(|known| self.mode.mark(*known)));
            for (&group, results) in Group::ALL.iter().zip(&mut found.groups) {
                // Names are compared whole. Elsewhere one scattered term is the whole query.
                let suits = if group == Group::Entities {
                    self.mode.scattered
                } else {
                    !self.mode.scattered || self.mode.ends.count_ones() > 1
                };
                if suits && results.total == 0 && self.query.words.count() > 0 {
                    self.gather(group, results);
                }
            }
        }
        found
    }

    /// Adds what a group has. In the text each place of the query counts, elsewhere each entry.
    fn gather(&self, group: Group, results: &mut GroupResults) {
        let group_index = &self.index.groups[group as usize];
        let entities = group == Group::Entities;
        let length = if group == Group::Text && !self.mode.scattered {
            1
        } else {
            usize::MAX
        };
        for (row, indexed) in group_index.entries.iter().enumerate() {
            let mentions = indexed.entry.mentions;
            let words = group_index
                .words
                .get(indexed.words.start..indexed.words.end);
            let words = words.unwrap_or_default();
            // Typos in a name were looked for with all else about names.
            if entities
                && !self.mode.typos
                && let Some(named) = best(&self.index.names, indexed.texts, mentions, &self.phrase)
            {
                if let Some(marks) = results.offer(row, named.rank, self.limit) {
                    marks.push(self.named(group_index, &named));
                }
                continue;
            }
            // Most entries lack a word of the query: they are passed over fast.
            let all = words.iter().fold(0, |all, word| all | self.mark(word));
            if all.trailing_ones() < self.query.words.count() as u32 {
                continue;
            }
            let places = self.places(words);
            for places in places.chunks(length) {
                let distance = if entities {
                    SCATTERED
                } else if places.iter().any(|place| self.is(place)) {
                    WHOLE
                } else {
                    BEGUN
                };
                let rank = Rank::new(distance, mentions);
                if let Some(marks) = results.offer(row, rank, self.limit) {
                    marks.extend(places.iter().map(|place| self.span(group_index, place)));
                }
            }
        }
    }

    /// Where an entry holds the query: each place of its one term, or the first part with all its terms.
    fn places(&self, words: &[Word]) -> Vec<TermMatch> {
        let (mut places, mode) = (Vec::new(), &self.mode);
        // Bit N: the words up to here are those of a term up to the query's word N.
        let mut state = 0;
        for (at, word) in words.iter().enumerate() {
            state = ((state << 1) | mode.begins) & self.mark(word);
            let mut ended = state & mode.ends;
            while ended != 0 {
                let bit = ended.trailing_zeros();
                ended &= ended - 1;
                let before = (mode.begins << (31 - bit)).leading_zeros() as usize;
                let (first, last) = (*words.get(at - before).unwrap_or(word), *word);
                if mode.scattered {
                    places.retain(|other: &TermMatch| other.bit != bit);
                } else {
                    state = 0;
                }
                let before = |other: &TermMatch| other.first.start <= first.start;
                places.insert(
                    places.partition_point(before),
                    TermMatch { bit, first, last },
                );
                if mode.scattered && places.len() as u32 == mode.ends.count_ones() {
                    return places;
                }
            }
        }
        if mode.scattered {
            places.clear();
        }
        places
    }

    /// The query's words that a word stands for, in the mode of the query.
    fn mark(&self, word: &Word) -> u32 {
        self.marks.get(word.row).copied().unwrap_or(0)
    }

    /// Whether a place's last word is the query's word there.
    fn is(&self, place: &TermMatch) -> bool {
        self.known(place).is >> place.bit & 1 != 0
    }

    /// Whether it begins with it.
    fn begins(&self, place: &TermMatch) -> bool {
        self.known(place).begins >> place.bit & 1 != 0
    }

    fn known(&self, place: &TermMatch) -> Known {
        self.known.get(place.last.row).copied().unwrap_or_default()
    }

    fn span(&self, group_index: &GroupIndex, place: &TermMatch) -> UnitRange {
        // What was typed, or with typos the whole word.
        let letters = if self.begins(place) {
            self.query.words.get(place.bit as usize)
        } else {
            self.index.vocabulary.rows.get(place.last.row)
        };
        UnitRange {
            start: place.first.start,
            end: self.end(group_index, place.last.start, letters.len()),
        }
    }

    fn named(&self, group_index: &GroupIndex, named: &Named) -> UnitRange {
        let letters = named.letters(&self.index.names, &self.phrase);
        let begin = group_index
            .texts
            .get(named.row)
            .copied()
            .unwrap_or_default();
        let units = group_index.units.get(begin..).unwrap_or_default();
        UnitRange {
            start: begin + self.index.folding.place(units, letters.start),
            end: self.end(group_index, begin, letters.end),
        }
    }

    /// Where so many letters end, with the marks on the last.
    fn end(&self, group_index: &GroupIndex, begin: usize, letters: usize) -> usize {
        let units = group_index.units.get(begin..).unwrap_or_default();
        let end = self.index.folding.place(units, letters.saturating_sub(1)) + 1;
        let rest = units.get(end..).unwrap_or_default();
        begin + end + rest.iter().take_while(|&&unit| goes_on(unit)).count()
    }
}

impl GroupResults {
    /// Counts a hit; where its highlights belong, if it is among the best. Of equals the first come stays first.
    fn offer(&mut self, entry: usize, rank: Rank, limit: usize) -> Option<&mut Vec<UnitRange>> {
        self.total += 1;
        let at = self.hits.partition_point(|hit| hit.rank <= rank);
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
