//! Small words within the names of institutions: "Department for Transport", "Maritime and Coastguard Agency".

use crate::suggest::gazetteer;
use crate::suggest::language::List;
use crate::suggest::sequence::{ARTICLES, Finder};
use crate::suggest::words::{Joint, Shape, Word};

/// Words before "and" in a name that ends with what the institution is.
const FIRST: usize = 2;

impl Finder<'_, '_> {
    /// Whether a small word belongs to the name of an institution, which begins at `start` or ends behind it.
    pub(super) fn connects(&self, row: usize, start: usize) -> bool {
        let word = &self.words[row];
        let leads = (start..row).any(|row| self.is_institution(row));
        if self.language.is(List::Purpose, word.base) {
            return leads;
        }
        if !self.language.is(List::And, word.base) {
            return false;
        }
        let Some(next) = self.next_capital(row + 1) else {
            return false;
        };
        let last = self.last_capital(next);
        let ends = last > next && self.is_institution(last);
        if leads {
            !ends && self.language.is(List::Field, self.words[next].base)
        } else {
            ends && self.may_be_half(start, row)
        }
    }

    /// Whether an article goes on behind such a word: "Society for the Protection of Birds".
    pub(super) fn follows_connective(&self, row: usize, start: usize) -> bool {
        let before = self.words[row - 1].base;
        let lists = [List::Purpose, List::And];
        row > start + 1 && lists.iter().any(|list| self.language.is(*list, before))
    }

    /// "Gesellschaft der Wissenschaften", but not "Gesellschaft der Mutter".
    pub(super) fn is_of_field(&self, row: usize) -> bool {
        let next = self.words.get(row + 1).map_or("", |next| next.base);
        self.is_institution(row - 1) && self.language.is(List::Field, next)
    }

    fn is_institution(&self, row: usize) -> bool {
        let word = &self.words[row];
        word.shape.is_capital()
            && (self.language.is(List::Institution, word.base)
                || self
                    .language
                    .ends(List::InstitutionEnding, &word.base.to_lowercase()))
    }

    /// The next word with a capital, behind articles.
    fn next_capital(&self, row: usize) -> Option<usize> {
        let next = (row..row + 3).find(|row| {
            let word = self.words.get(*row);
            word.is_none_or(|word| !ARTICLES.contains(&word.base))
        })?;
        let is_near = (row..=next).all(|row| {
            let word = self.words.get(row);
            word.is_some_and(|word| word.joint == Joint::Space && !word.opens)
        });
        (is_near && self.is_capital(next)).then_some(next)
    }

    /// The last of the words with capitals that follow each other from here.
    fn last_capital(&self, row: usize) -> usize {
        let goes_on = |row: &usize| self.is_capital(*row) && self.words[*row].joint == Joint::Space;
        (row + 1..).take_while(goes_on).last().unwrap_or(row)
    }

    /// Whether words may be the first half of what an institution is about: no name by themselves, and announced by an article.
    fn may_be_half(&self, start: usize, end: usize) -> bool {
        let words = &self.words[start..end];
        let is_named = |word: &Word<'_>| {
            word.shape != Shape::Capital
                || self.language.is_class(word.base)
                || self.language.is(List::Given, word.base)
                || self.language.is(List::People, word.base)
                || !gazetteer::places(word.base).is_empty()
        };
        let is_field = words
            .iter()
            .all(|word| self.language.is(List::Field, word.base));
        let before = start.checked_sub(1).map(|row| &self.words[row]);
        let is_announced = self.words[start].joint == Joint::Space
            && before.is_some_and(|word| {
                self.language
                    .is(List::Determiner, &word.base.to_lowercase())
            });
        is_field || (words.len() <= FIRST && is_announced && !words.iter().any(is_named))
    }
}
