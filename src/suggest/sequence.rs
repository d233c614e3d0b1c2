//! Words in a row that may be a name: capitals, and what stands between two of them.

use std::ops::Range;

use crate::suggest::gazetteer;
use crate::suggest::language::{Language, List};
use crate::suggest::statistics::{Statistics, is_determined};
use crate::suggest::words::{Joint, Shape, Word};

/// Articles within names: "Count of the Lateran", "Charles the Second".
pub(super) const ARTICLES: [&str; 8] = ["the", "la", "le", "les", "l", "der", "die", "das"];

/// Saints, whose word is a part of their name.
const SAINTS: [&str; 5] = ["St", "Saint", "Ste", "Sainte", "Sankt"];

/// Whether a word says that the name behind it is a saint's.
pub(crate) fn is_saint(word: &str) -> bool {
    SAINTS.contains(&word)
}

/// Words that a name has at most.
const LONGEST: usize = 7;

/// Words in a row that may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Sequence {
    /// The words of the name.
    pub(crate) name: Range<usize>,
    /// Where a title before it begins; where the name does if there is none.
    pub(crate) titled: usize,
    /// All that speaks for it stands at the beginning of a sentence.
    pub(crate) opens: bool,
    /// Behind an article or the like.
    pub(crate) is_determined: bool,
    /// The word before is a common noun, as in "the town Utica".
    pub(crate) is_apposition: bool,
    /// A part of it is linked already.
    pub(crate) is_partly_linked: bool,
}

/// Finds them in the words of a block.
pub(crate) struct Finder<'s, 't> {
    pub(crate) words: &'s [Word<'t>],
    pub(crate) language: &'s Language,
    pub(crate) statistics: &'s Statistics,
}

impl Finder<'_, '_> {
    /// All sequences, in their order.
    pub(crate) fn sequences(&self) -> Vec<Sequence> {
        let mut sequences = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            if !self.may_begin(at) {
                at += 1;
                continue;
            }
            let end = self.end(at);
            let before = sequences.len();
            self.split(at..end, &mut sequences);
            if let Some(first) = sequences.get_mut(before) {
                let longer = self.with_head(first);
                sequences.extend(longer);
            }
            at = end;
        }
        sequences
    }

    /// Peoples that are written small: each a sequence of its own.
    pub(crate) fn small_peoples(&self) -> impl Iterator<Item = Sequence> {
        let rows = (0..self.words.len()).filter(|row| {
            let word = &self.words[*row];
            word.shape == Shape::Lower
                && !word.is_linked
                && self.language.is(List::SmallPeople, word.base)
        });
        rows.map(|row| Sequence {
            name: row..row + 1,
            titled: row,
            opens: false,
            is_determined: false,
            is_apposition: false,
            is_partly_linked: false,
        })
    }

    /// Takes in a word that is written small right before the name: "rue Vivienne". With a particle between, "battle of
    /// Dunbar" is a name beside "Dunbar".
    fn with_head(&self, sequence: &mut Sequence) -> Option<Sequence> {
        let start = sequence.name.start;
        if sequence.titled != start || self.words[start].joint != Joint::Space {
            return None;
        }
        let is_head = |row: usize| {
            let word = &self.words[row];
            word.shape == Shape::Lower && !word.is_linked && self.language.is(List::Head, word.base)
        };
        let is_elided = self.words[start].is_elided;
        let before = start.checked_sub(1)?;
        if is_head(before) && !is_elided {
            sequence.name.start = before;
            sequence.titled = before;
            sequence.is_determined = false;
            return None;
        }
        let mut head = start;
        while !is_elided && head > 0 && start - head < 2 && self.is_small_particle(head - 1) {
            head -= 1;
        }
        let head = head
            .checked_sub(1)
            .filter(|row| (is_elided || head < start) && is_head(*row))?;
        Some(Sequence {
            name: head..sequence.name.end,
            titled: head,
            ..sequence.clone()
        })
    }

    fn is_small_particle(&self, row: usize) -> bool {
        let word = &self.words[row];
        let is_small = self.language.is(List::Particle, word.base) || ARTICLES.contains(&word.base);
        word.shape == Shape::Lower && is_small && self.words[row + 1].joint == Joint::Space
    }

    fn word(&self, row: usize) -> Option<&Word<'_>> {
        self.words.get(row)
    }

    pub(super) fn is_capital(&self, row: usize) -> bool {
        self.word(row).is_some_and(|word| {
            word.shape.is_capital() && !self.language.is(List::Never, word.base)
        })
    }

    fn may_begin(&self, row: usize) -> bool {
        if !self.is_capital(row) {
            return false;
        }
        let word = &self.words[row];
        let lower = word.base.to_lowercase();
        let is_function = self.language.is_function(&lower) && !self.is_titular(row);
        if word.opens || self.language.capitalises_nouns() {
            let is_by_chance = word.opens && self.is_mostly_lower(word);
            return !is_function && !is_by_chance;
        }
        let joined = self
            .word(row + 1)
            .is_some_and(|next| next.joint == Joint::Space && !next.opens);
        !is_function || (joined && self.is_capital(row + 1))
    }

    /// A word that the texts have in small letters, and never with a capital inside a sentence.
    fn is_mostly_lower(&self, word: &Word<'_>) -> bool {
        let count = self.statistics.of(word.base);
        count.lower > 0 && count.capital == 0
    }

    pub(super) fn is_titular(&self, row: usize) -> bool {
        let word = self.words[row].base;
        self.language.is(List::Honorific, word) || self.language.is(List::Title, word)
    }

    /// Where the sequence ends that begins here.
    fn end(&self, start: usize) -> usize {
        let mut end = start + 1;
        while end - start < LONGEST && self.may_go_on(end - 1) {
            if self.is_capital(end) && self.goes_on(end) {
                end += 1;
                continue;
            }
            let mut next = end;
            while next - end < 3 && self.is_particle(next, start) {
                next += 1;
            }
            let goes_on =
                next > end && self.is_capital(next) && self.words[next].joint == Joint::Space;
            if !goes_on || self.words[next].opens || next + 1 - start > LONGEST {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// No name goes on behind a possessive, but "King's Bench" does.
    fn may_go_on(&self, row: usize) -> bool {
        let is_saints = row > 0 && is_saint(self.words[row - 1].base);
        !self.words[row].is_possessive || self.is_titular(row) || is_saints
    }

    /// Whether a word belongs to the one before.
    fn goes_on(&self, row: usize) -> bool {
        let (before, word) = (&self.words[row - 1], &self.words[row]);
        match word.joint {
            Joint::Space => !word.opens,
            Joint::Stop => {
                before.shape == Shape::Initial
                    || before.base.contains('.')
                    || self.is_titular(row - 1)
            }
            Joint::Apart => false,
        }
    }

    /// Whether a word may stand within the name that began there.
    fn is_particle(&self, row: usize, start: usize) -> bool {
        let Some(word) = self.word(row).filter(|word| word.joint == Joint::Space) else {
            return false;
        };
        if word.base == "&" || (word.shape == Shape::Lower && self.connects(row, start)) {
            return true;
        }
        if word.shape != Shape::Lower {
            return false;
        }
        let before = self.words[row - 1].base;
        let next = self.word(row + 1).map_or("", |next| next.base);
        if ARTICLES.contains(&word.base) {
            let is_of = matches!(before, "of" | "de") && self.may_be_of_the(start, row - 1);
            return is_of
                || self.language.is(List::Epithet, next)
                || self.follows_connective(row, start)
                || self.is_of_field(row)
                || self.is_noble(row, start);
        }
        // Of common nouns no name is made by what they are of.
        let is_name = !self.language.capitalises_nouns()
            || self.language.is_class(self.words[start].base)
            || !self.is_common(start);
        self.language.is(List::Particle, word.base)
            && !self.language.is(List::People, before)
            && is_name
    }

    /// "Museum of the City", but not "Elena Marsh of the Courier".
    fn may_be_of_the(&self, start: usize, of: usize) -> bool {
        let head = &self.words[start..of];
        head.len() == 1 || head.iter().any(|word| self.language.is_class(word.base))
    }

    /// Takes titles off, and common nouns where they have capitals.
    fn split(&self, range: Range<usize>, sequences: &mut Vec<Sequence>) {
        let linked = |row: usize| self.words[row].is_linked;
        let mut capitals = range
            .clone()
            .filter(|row| self.words[*row].shape.is_capital());
        if capitals.all(linked) {
            return;
        }
        let (start, end) = self.without_nouns(range.clone());
        let is_apposition = start > range.start;
        let mut titled = start;
        if start == range.start && self.begins_by_chance(start, end) {
            titled += if self.is_capital(start + 1) { 1 } else { 2 };
        }
        let mut start = titled;
        while start + 1 < end && self.is_capital(start + 1) && self.is_before_name(start, end) {
            start += 1;
        }
        if (start..end).all(|row| self.is_titular(row)) {
            return;
        }
        let word = &self.words[start];
        let is_single = end - start == 1;
        if is_single
            && self.language.capitalises_nouns()
            && self.language.is_class(word.base)
            && !self.is_behind_adjective(start)
        {
            return;
        }
        let is_adjective = self.language.is(List::People, word.base)
            && self.word(end).is_some_and(|next| {
                next.joint == Joint::Space
                    && next.shape == Shape::Lower
                    && !self.language.is_function(next.base)
                    && !self.language.is(List::Says, next.base)
            });
        if is_single && is_adjective && titled == start {
            return;
        }
        let adjective = start - usize::from(is_single && self.is_behind_adjective(start));
        let recurs =
            self.statistics.of(word.base).capital > 0 || self.language.is(List::Given, word.base);
        sequences.push(Sequence {
            opens: self.words[titled].opens && titled == start && (is_single || !recurs),
            is_determined: is_single
                && !is_apposition
                && is_determined(self.words, start, self.language),
            is_apposition: is_apposition || word.is_quoted,
            is_partly_linked: (start..end).any(linked),
            titled: titled.min(adjective),
            name: adjective..end,
        });
    }

    /// Whether a word is a title before a name, and no part of it. In English words for what persons do are titles where they
    /// have capitals: "Harbourmaster Jenna Pascoe".
    fn is_before_name(&self, row: usize, end: usize) -> bool {
        let word = self.words[row].base;
        if self.is_titular(row) {
            return !is_saint(word);
        }
        let next = self.words[row + 1].base;
        let is_person = end - row == 3 && !self.language.is_class(self.words[row + 2].base)
            || self.language.is(List::Given, next);
        is_person
            && self.statistics.of(word).lower > 0
            && !self.language.is(List::Given, word)
            && !self.language.is_class(word)
            && !self.language.is_class(next)
            && self.language.ends(List::PersonEnding, word)
    }

    /// Whether the first of several words only has a capital because a sentence begins with it.
    fn begins_by_chance(&self, start: usize, end: usize) -> bool {
        let word = &self.words[start];
        word.opens
            && end - start > 1
            && self.statistics.of(word.base).capital == 0
            && !self.is_titular(start)
            && !self.language.is(List::Given, word.base)
            && !self.language.is_class(word.base)
            && match self.is_capital(start + 1) {
                true => self
                    .statistics
                    .recurs(self.words[start + 1].base, &self.language.inflection),
                false => {
                    end - start == 3 && !gazetteer::places(self.words[end - 1].base).is_empty()
                }
            }
    }
}
