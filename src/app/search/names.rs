//! Entities ranked by how near the query comes to their names.

use crate::app::search::fold::{SPACE, is_word};
use crate::app::search::likeness::{Likeness, Pattern};
use crate::app::search::rank::{BEGUN, Rank, WHOLE};
use crate::app::search::unit_range::UnitRange;
use crate::app::search::words::Rows;

/// A typo in a whole name weighs as many letters of a name that is only begun: "chine" may mean China, although it
/// begins Chinese flag, Chinese Kazakhs and Chinese government.
const TYPO: usize = 8;

/// A name that is like a query.
pub(super) struct Named {
    pub(super) rank: Rank,
    pub(super) row: usize,
    likeness: Likeness,
}

/// The best of an entity's names among its texts.
pub(super) fn best(
    rows: &Rows,
    texts: UnitRange,
    mentions: u32,
    pattern: &Pattern,
) -> Option<Named> {
    let mut best: Option<Named> = None;
    // The last is the description.
    for row in texts.start..texts.end.saturating_sub(1) {
        let text = rows.get(row);
        let Some(likeness) = pattern.likeness(text, true) else {
            continue;
        };
        let Likeness { errors, end, left } = likeness;
        // A word that is only begun counts twice: "xi" rather means Xi Jinping than Xinjiang.
        let more = (left + rest(text, end) + errors * TYPO).min(0xFF);
        let distance = match errors {
            0 if left == 0 => WHOLE,
            errors if errors < left => BEGUN * (1 + errors),
            _ => BEGUN,
        };
        let rank = Rank::new(distance + more, mentions);
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
    pub(super) fn letters(&self, rows: &Rows, pattern: &Pattern) -> UnitRange {
        let text = rows.get(self.row);
        let Likeness { errors, end, .. } = self.likeness;
        // Back over so many letters, then to the beginning of a word.
        let letter = |at: usize| text.get(at).copied().unwrap_or(SPACE);
        let (mut start, mut left) = (end, pattern.length.saturating_sub(errors));
        while start > 0 && (left > 0 || letter(start - 1) != SPACE && !is_word(letter(start))) {
            start -= 1;
            left = left.saturating_sub(usize::from(letter(start) != SPACE));
        }
        let more = if errors > 0 { rest(text, end) } else { 0 };
        UnitRange {
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
