//! Text in which signs that differ between programs are alike, with the way back.

use std::ops::Range;

use crate::compile::normal::Normal;

/// A text with one form for each letter, quotation mark and hyphen, and one space for any run of spaces.
pub(super) struct Folded {
    pub(super) text: String,
    /// For each byte, and the end, the byte of the original.
    origins: Vec<u32>,
    pub(super) original: String,
}

impl Folded {
    pub(super) fn new(original: &str) -> Self {
        let normal = Normal::new(original);
        let mut folded = Self {
            text: String::with_capacity(normal.text.len()),
            origins: Vec::with_capacity(normal.text.len() + 1),
            original: original.to_owned(),
        };
        for (at, c) in normal.text.char_indices() {
            let is_space = c.is_whitespace();
            if is_space && folded.text.ends_with(' ') {
                continue;
            }
            folded.text.push(if is_space { ' ' } else { c });
            let origin = normal.origin(at) as u32;
            folded.origins.resize(folded.text.len(), origin);
        }
        folded.origins.push(original.len() as u32);
        folded
    }

    /// The byte of the original that a byte of the text comes from.
    pub(super) fn origin(&self, byte: usize) -> usize {
        self.origins[byte] as usize
    }

    /// Whether no letter goes on with the words, before or behind.
    pub(super) fn is_whole(&self, range: &Range<usize>) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (first, last) = (
            self.text[range.clone()].chars().next(),
            self.text[range.clone()].chars().next_back(),
        );
        let before = self.text[..range.start].chars().next_back();
        let behind = self.text[range.end..].chars().next();
        !(is_letter(first) && is_letter(before) || is_letter(last) && is_letter(behind))
    }
}

/// Words in that form.
pub(super) fn folded(words: &str) -> String {
    Folded::new(words).text.trim().to_owned()
}
