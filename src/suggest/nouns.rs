//! Common nouns where they have capitals too: what of capitals in a row is a name.

use std::ops::Range;

use crate::suggest::gazetteer;
use crate::suggest::language::List;
use crate::suggest::sequence::Finder;
use crate::suggest::statistics::is_determined;
use crate::suggest::words::{Joint, Shape};

impl Finder<'_, '_> {
    /// What is left of capitals in a row without the common nouns before and behind a name.
    pub(super) fn without_nouns(&self, range: Range<usize>) -> (usize, usize) {
        let (mut start, mut end) = (range.start, range.end);
        if !self.language.capitalises_nouns() {
            return (start, end);
        }
        while start + 1 < end && self.is_capital(start + 1) && self.stands_before_name(start) {
            start += 1;
        }
        // "Timoleons Sieg": the genitive of a name stands before a noun.
        let first = self.words[start].base;
        let is_genitive = end - start == 2
            && first.ends_with('s')
            && first.chars().count() > 4
            && !self.is_titular(start)
            && !self.language.is(List::Given, first);
        if is_genitive {
            end -= 1;
        }
        (start, end)
    }

    /// Whether a word with a capital is a common noun before a name: "the town Utica".
    pub(super) fn stands_before_name(&self, row: usize) -> bool {
        let word = self.words[row].base;
        let is_of_name = self.is_titular(row)
            || self.language.is(List::Given, word)
            || self.is_behind_adjective(row)
            || self.is_name_adjective(row);
        let next = self.words[row + 1].base;
        let count = self
            .statistics
            .of_any(word, &["n", "en", "e", "s", "es", "er", "ern"]);
        let is_noun = count.determined > 0 || count.lower > 0 || next.ends_with('s');
        let recurs = self.statistics.recurs(next, &self.language.inflection);
        !is_of_name && (self.is_common(row) || (is_noun && recurs))
    }

    /// Adjectives have capitals in names alone: "das Rote Kreuz", "die Kieler Nachrichten". Those that are made of places have one
    /// everywhere, so that the noun must be a name's.
    fn is_name_adjective(&self, row: usize) -> bool {
        let (word, next) = (&self.words[row], self.words[row + 1].base);
        if word.opens {
            return false;
        }
        let is_made_of_place = || {
            let place = word.base.strip_suffix("er");
            place.is_some_and(|place| {
                let written = ["", "e", "en"].map(|end| [place, end].concat());
                written.iter().any(|place| {
                    self.statistics.of(place).capital > 0 || !gazetteer::places(place).is_empty()
                })
            })
        };
        let endings = ["sche", "schen", "scher", "sches", "schem"].iter();
        let mut stems = endings.filter_map(|end| word.base.strip_suffix(end));
        self.language.is(List::NameAdjective, word.base)
            || (stems.any(|stem| stem.chars().count() > 3)
                && !self.language.may_be_common_noun(word.base))
            || (self.language.is_class(next) && is_made_of_place())
    }

    /// "Theodor von der Heyde", but not "Hannes von der Werft".
    pub(super) fn is_noble(&self, row: usize, start: usize) -> bool {
        let Some(next) = self.words.get(row + 1) else {
            return false;
        };
        let first = self.words[start].base;
        let is_person = self.is_titular(start) || self.language.is(List::Given, first);
        matches!(self.words[row - 1].base, "von" | "zu")
            && row > start + 1
            && is_person
            && !self.language.is_class(next.base)
            && !self.is_common_noun(next.base)
    }

    /// Whether a word is a common noun, or ends with one.
    fn is_common_noun(&self, word: &str) -> bool {
        self.language.may_be_common_noun(word) || self.language.ends(List::CommonEnding, word)
    }

    /// "the Adriatic sea", where the adjective is written small and the noun large.
    pub(super) fn is_behind_adjective(&self, row: usize) -> bool {
        let word = &self.words[row];
        let before = row.checked_sub(1).map(|before| &self.words[before]);
        self.language.capitalises_nouns()
            && word.joint == Joint::Space
            && self.language.is(List::Adjectival, word.base)
            && before.is_some_and(|before| {
                let endings = ["ische", "ischen", "ischer", "isches", "ischem"];
                before.shape == Shape::Lower
                    && endings.iter().any(|ending| before.base.ends_with(ending))
            })
    }

    /// Whether a word with a capital is a common noun, in a language where they have one.
    pub(super) fn is_common(&self, row: usize) -> bool {
        let word = self.words[row].base;
        if self.is_titular(row) || self.language.is(List::Given, word) {
            return false;
        }
        let count = self.statistics.of(word);
        let is_inflected_adjective = ["e", "en", "er", "es"]
            .iter()
            .any(|end| word.ends_with(end));
        let is_behind_article = is_determined(self.words, row, self.language);
        (is_behind_article && !is_inflected_adjective)
            || count.determined > count.bare
            || self.language.ends(List::CommonEnding, word)
    }
}
