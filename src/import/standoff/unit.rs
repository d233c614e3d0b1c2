//! What programs count in where they tell places of a text.

use std::ops::Range;

use crate::import::standoff::annotation::StandOff;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Unicode's characters, as in Python.
    Characters,
    /// Words of 16 bits, as in JavaScript and Java.
    Utf16,
    /// Bytes of UTF-8.
    Bytes,
}

impl Unit {
    pub(super) const ALL: [Self; 3] = [Self::Characters, Self::Utf16, Self::Bytes];

    /// How long a text is.
    pub(super) fn length(self, text: &str) -> usize {
        match self {
            Self::Characters => text.chars().count(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
            Self::Bytes => text.len(),
        }
    }

    /// The bytes of a part of a text; nothing if it has no such part.
    pub(super) fn bytes(self, text: &str, (start, end): (usize, usize)) -> Option<Range<usize>> {
        let (start, end) = (self.byte(text, start)?, self.byte(text, end)?);
        (start < end).then_some(start..end)
    }

    fn byte(self, text: &str, count: usize) -> Option<usize> {
        let length = |c: char| match self {
            Self::Characters => 1,
            Self::Utf16 => c.len_utf16(),
            Self::Bytes => c.len_utf8(),
        };
        let mut counted = 0;
        for (at, c) in text.char_indices() {
            if counted >= count {
                return (counted == count).then_some(at);
            }
            counted += length(c);
        }
        (counted == count).then_some(text.len())
    }
}

/// What the annotations of a text count in: that by which most of them are whole words, or their quotes.
pub(super) fn unit_of(row: usize, standoff: &StandOff) -> Unit {
    let text = &standoff.texts[row];
    if text.is_ascii() {
        return Unit::Characters;
    }
    let own = standoff
        .annotations
        .iter()
        .filter(|annotation| annotation.text == Some(row));
    let own: Vec<_> = own.take(200).collect();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let fits = |unit: Unit| {
        let fitting = own.iter().filter(|annotation| {
            let Some(range) = annotation.range.and_then(|range| unit.bytes(text, range)) else {
                return false;
            };
            let words = &text[range.clone()];
            if !annotation.quote.is_empty() {
                return *words == annotation.quote;
            }
            let before = text[..range.start].chars().next_back();
            let behind = text[range.end..].chars().next();
            words.trim() == words && !is_letter(before) && !is_letter(behind)
        });
        fitting.count()
    };
    let mut best = (0, Unit::Characters);
    for unit in Unit::ALL {
        let count = fits(unit);
        if count > best.0 {
            best = (count, unit);
        }
    }
    best.1
}
