//! How near a text comes to what is looked for, errors counted.
//!
//! An error is a letter too many, one missing, one wrong, or two neighbours swapped, whatever else is wrong between
//! them (Damerau, CACM 7(3), 1964). A machine reads the text letter by letter; its states, one for each number of
//! letters matched and of errors made, are bits of a word for each number of errors: Baeza-Yates and Gonnet, "A new
//! approach to text searching", CACM 35(10), 1992; Wu and Manber, "Fast text searching allowing errors", same issue;
//! swaps: Navarro, "NR-grep", Software: Practice and Experience 31, 2001.
//!
//! # Why
//! Myers (JACM 46(3), 1999; with swaps Hyyrö 2003) keeps a column of the distance matrix in two words, whatever the
//! number of errors. With two at most that is no less work, and it cannot begin anew at each word of a name: there the
//! differences between neighbouring cells, which it keeps, exceed one. Optimal string alignment, where a letter is
//! touched once, is no metric: "spsport" is two slips from "passport" and three errors. Spaces are passed over, so that
//! no slip that makes or removes a word counts for more than one.

use crate::app::search::fold::{SPACE, is_word};

/// Letters that are looked for; more are cut off. That none is matched takes a bit too.
const LONGEST: usize = 63;

/// A word or phrase that is looked for.
pub(super) struct Pattern {
    pub(super) length: usize,
    /// Its different letters in order, each with its places: bit N for the letter N.
    letters: Vec<(u16, u64)>,
}

/// How a text matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Likeness {
    pub(super) errors: usize,
    /// How much of the text has been read by then.
    pub(super) end: usize,
    /// How many more letters the text has, or fewer.
    pub(super) left: usize,
}

/// How many errors so many letters may have.
fn errors(length: usize) -> usize {
    usize::from(length >= 5) + usize::from(length >= 8)
}

impl Pattern {
    pub(super) fn new(text: &[u16]) -> Self {
        let mut pattern = Self {
            length: 0,
            letters: Vec::new(),
        };
        for &letter in text {
            if letter != SPACE && pattern.length < LONGEST {
                let place = 1 << pattern.length;
                match pattern.row(letter) {
                    Ok(row) => pattern.letters[row].1 |= place,
                    Err(row) => pattern.letters.insert(row, (letter, place)),
                }
                pattern.length += 1;
            }
        }
        pattern
    }

    /// The row of a letter, or the one where it belongs.
    fn row(&self, letter: u16) -> Result<usize, usize> {
        self.letters.binary_search_by_key(&letter, |known| known.0)
    }

    /// Where a letter occurs, by bits.
    fn places(&self, letter: u16) -> u64 {
        self.row(letter).map_or(0, |row| self.letters[row].1)
    }

    /// How the beginning of the text matches best, or with `within` what begins at any word in it. To its end it may
    /// match with the errors that its own length allows.
    pub(super) fn likeness(&self, text: &[u16], within: bool) -> Option<Likeness> {
        let length = text.iter().filter(|&&letter| letter != SPACE).count();
        let left = length.abs_diff(self.length);
        let allowed = errors(self.length);
        let whole = if left <= errors(length) {
            errors(length).max(allowed)
        } else {
            allowed
        };
        if length + whole < self.length {
            return None;
        }
        let mut best: Option<Likeness> = None;
        let goal = 1 << self.length;
        // With no error, one, two: bit N is set when N letters are matched.
        let (mut none, mut one, mut two) = (0_u64, 0_u64, 0_u64);
        // The same, half way through a swap: with one error and two, and with a letter in between in text or query.
        let (mut half_one, mut half_two, mut wide, mut long) = (0, 0, 0, 0);
        let mut begins = true;
        for (place, &letter) in text.iter().enumerate() {
            if letter == SPACE {
                begins = within;
                continue;
            }
            if begins || within && is_word(letter) {
                (none, one, two) = (none | 1, one | 3, two | 7);
            }
            begins = false;
            let equal = self.places(letter);
            let (old_none, old_one) = (none, one);
            none = (none & equal) << 1;
            one = ((one & equal) << 1)
                | ((half_one & equal) << 2)
                | old_none
                | ((old_none | none) << 1);
            two = ((two & equal) << 1)
                | (((half_two | wide) & equal) << 2)
                | ((long & equal) << 3)
                | old_one
                | ((old_one | one) << 1);
            wide = half_one;
            half_one = old_none & (equal >> 1);
            half_two = old_one & (equal >> 1);
            long = old_none & (equal >> 2);
            if !within && two == 0 {
                break;
            }
            // What is matched with fewer errors is matched with more.
            if two & goal != 0 {
                let errors = usize::from(none & goal == 0) + usize::from(one & goal == 0);
                let end = place + 1;
                let allowed = if end == text.len() { whole } else { allowed };
                if errors <= allowed && best.is_none_or(|best| errors < best.errors) {
                    best = Some(Likeness { errors, end, left });
                }
            }
        }
        best
    }
}

#[cfg(test)]
mod tests;
