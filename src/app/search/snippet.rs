//! What is drawn of a hit.

use crate::app::search::fold::SPACE;
use crate::app::search::{Entry, Group, Hit, Index, Span};

/// UTF-16 units of a snippet: two lines on a phone.
const LENGTH: usize = 90;

/// Words of a text, to be highlighted or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub words: String,
    pub marked: bool,
}

impl Index {
    /// An entry of a group by its row.
    pub fn entry(&self, group: Group, row: usize) -> Option<&Entry> {
        self.shelves[group as usize].entries.get(row)
    }

    /// One of the texts of an entry, counted from 0: an entity's names and its description, a source's label and title.
    pub fn text(&self, group: Group, entry: &Entry, text: usize) -> Option<Span> {
        let shelf = &self.shelves[group as usize];
        let row = entry.texts.start + text;
        if row >= entry.texts.end {
            return None;
        }
        let bound = |row: usize| shelf.texts.get(row).copied();
        Some(Span {
            start: bound(row)?,
            end: bound(row + 1).unwrap_or(shelf.units.len()) - 1,
        })
    }

    /// About 90 units around what was found in a text, from word to word: "her truck driver husband had".
    pub fn snippet(&self, group: Group, text: Span, hit: &Hit) -> Span {
        let units = &self.shelves[group as usize].units;
        let (mut start, mut end) = (text.start, text.start);
        for mark in &hit.marks {
            if mark.start >= text.start && mark.end <= text.end {
                if end == text.start {
                    start = mark.start;
                }
                if end == text.start || mark.end - start <= LENGTH {
                    end = mark.end;
                }
            }
        }
        let around = LENGTH.saturating_sub(end - start) / 2;
        // What one side lacks the other has.
        let from = start.saturating_sub(around).max(text.start);
        let to = (from + LENGTH).max(end).min(text.end);
        let from = to.saturating_sub(LENGTH).max(text.start).min(start);
        let parts = |at: usize| {
            units
                .get(at)
                .is_none_or(|&unit| self.folding.fold(unit) == SPACE)
        };
        Span {
            start: (from..start)
                .find(|&at| parts(at.wrapping_sub(1)))
                .unwrap_or(from),
            end: (end..=to).rfind(|&at| parts(at)).unwrap_or(to),
        }
    }

    /// Part of a text in pieces, those to highlight told apart.
    pub fn pieces(&self, group: Group, part: Span, marks: &[Span]) -> Vec<Piece> {
        let units = &self.shelves[group as usize].units;
        let mut pieces = Vec::new();
        let mut at = part.start;
        let mut cut = |end: usize, marked: bool| {
            // Places outside the part and those that overlap leave nothing between them.
            let end = end.min(part.end);
            let words = units.get(at..end).unwrap_or_default();
            if !words.is_empty() {
                let words = String::from_utf16_lossy(words);
                pieces.push(Piece { words, marked });
                at = end;
            }
        };
        for mark in marks {
            cut(mark.start, false);
            cut(mark.end, true);
        }
        cut(part.end, false);
        pieces
    }
}
