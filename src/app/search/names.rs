//! Entities ranked by how near the query comes to their names.

use crate::app::search::fold::{SPACE, is_word};
use crate::app::search::likeness::{Likeness, Pattern};
use crate::app::search::words::Rows;
use crate::app::search::{Entry, Span};

/// The classes of hits, best first.
#[derive(Clone, Copy)]
pub(super) enum Class {
    Whole,
    /// The beginning of a name, or of a word in it.
    Begun,
    /// The words of the query are scattered over an entity's names and description.
    Scattered,
    Typos,
}

/// A class, then fewer errors, then fewer letters left over, then more mentions.
pub(super) fn rank(class: Class, errors: usize, left: usize, mentions: u32) -> u64 {
    let left = left.min(0xFFFF) as u32;
    let high = ((class as u32) << 24) | ((errors as u32) << 16) | left;
    (u64::from(high) << 32) | u64::from(u32::MAX - mentions)
}

/// A name that is like a query.
pub(super) struct Named {
    pub(super) rank: u64,
    pub(super) row: usize,
    likeness: Likeness,
}

/// The best of an entity's names.
pub(super) fn best(rows: &Rows, entry: &Entry, pattern: &Pattern) -> Option<Named> {
    let mut best: Option<Named> = None;
    for row in entry.texts.start..entry.texts.end {
        let text = rows.get(row);
        let Some(likeness) = pattern.likeness(text, true) else {
            continue;
        };
        let Likeness { errors, end } = likeness;
        let class = match errors {
            0 if text.len() == pattern.length => Class::Whole,
            0 => Class::Begun,
            _ => Class::Typos,
        };
        // A word that is only begun counts twice: "xi" rather means Xi Jinping than Xinjiang.
        let left = text.len().abs_diff(pattern.length) + rest(text, end);
        let rank = rank(class, errors, left, entry.mentions);
        if best.as_ref().is_none_or(|best| rank < best.rank) {
            best = Some(Named {
                rank,
                row,
                likeness,
            });
        }
    }
    best
}

impl Named {
    /// The letters that match: those typed, or with typos whole words.
    pub(super) fn letters(&self, rows: &Rows, pattern: &Pattern) -> Span {
        let text = rows.get(self.row);
        let Likeness { errors, end } = self.likeness;
        // From where it begins at the latest back to the beginning of a word.
        let mut start = (end + errors).saturating_sub(pattern.length);
        let letter = |at: usize| text.get(at).copied().unwrap_or(SPACE);
        while start > 0 && letter(start - 1) != SPACE && !is_word(letter(start)) {
            start -= 1;
        }
        let more = if errors > 0 { rest(text, end) } else { 0 };
        Span {
            start,
            end: end + more,
        }
    }
}

/// How many letters the word goes on for.
fn rest(text: &[u16], end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    rest.iter().take_while(|&&letter| letter != SPACE).count()
}
