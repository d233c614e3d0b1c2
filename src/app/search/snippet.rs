//! What is drawn of a hit.

use crate::app::search::entry::{Entry, Group};
use crate::app::search::fold::SPACE;
use crate::app::search::index::Index;
use crate::app::search::results::Hit;
use crate::app::search::unit_range::UnitRange;

/// UTF-16 units of a snippet: two lines on a phone.
const LENGTH: usize = 90;

impl Index {
    /// The entry of a hit.
    pub fn entry(&self, group: Group, hit: &Hit) -> Option<&Entry> {
        Some(&self.groups[group as usize].entries.get(hit.entry)?.entry)
    }

    /// One of the texts of a hit's entry, counted from 0, in the order in which they were added.
    pub fn text(&self, group: Group, hit: &Hit, text: usize) -> Option<UnitRange> {
        let group_index = &self.groups[group as usize];
        let texts = group_index.entries.get(hit.entry)?.texts;
        let row = texts.start + text;
        if row >= texts.end {
            return None;
        }
        let bound = |row: usize| group_index.texts.get(row).copied();
        Some(UnitRange {
            start: bound(row)?,
            end: bound(row + 1).unwrap_or(group_index.units.len()) - 1,
        })
    }

    /// About 90 units around what was found first in a text, from word to word: "how her truck driver husband had".
    pub fn snippet(&self, group: Group, text: UnitRange, hit: &Hit) -> UnitRange {
        let units = &self.groups[group as usize].units;
        let inside = |mark: &&UnitRange| mark.start >= text.start && mark.end <= text.end;
        let begin = text.start;
        let first = hit.marks.iter().find(inside).copied();
        let UnitRange { start, end } = first.unwrap_or(UnitRange {
            start: begin,
            end: begin,
        });
        // More of what follows, where other words of the query may stand; what one side lacks the other has.
        let from = start.saturating_sub(LENGTH / 3).max(begin);
        let to = (from + LENGTH).max(end).min(text.end);
        let from = to.saturating_sub(LENGTH).max(begin).min(from);
        let parts = |at: usize| {
            let unit = units.get(at).copied().unwrap_or(SPACE);
            self.folding.fold(unit) == SPACE
        };
        UnitRange {
            start: (from..start)
                .find(|&at| parts(at.wrapping_sub(1)))
                .unwrap_or(from),
            end: (end..=to).rfind(|&at| parts(at)).unwrap_or(to),
        }
    }

    /// Part of a text in pieces, those to highlight and the others in turn; the first is none to highlight.
    pub fn pieces(&self, group: Group, part: UnitRange, marks: &[UnitRange]) -> Vec<String> {
        let units = &self.groups[group as usize].units;
        let words = |start: usize, end: usize| {
            String::from_utf16_lossy(units.get(start..end).unwrap_or_default())
        };
        let (mut pieces, mut at) = (Vec::new(), part.start);
        for mark in marks {
            if mark.start >= at && mark.end <= part.end {
                pieces.push(words(at, mark.start));
                pieces.push(words(mark.start, mark.end));
                at = mark.end;
            }
        }
        pieces.push(words(at, part.end));
        pieces
    }
}
