//! Rows of letters, and the different words of all texts, each once.

use std::collections::HashMap;

/// Rows of letters, one after another.
#[derive(Default)]
pub(super) struct Rows {
    letters: Vec<u16>,
    /// Where each begins.
    starts: Vec<usize>,
}

impl Rows {
    pub(super) fn push(&mut self, letters: &[u16]) {
        self.starts.push(self.letters.len());
        self.letters.extend_from_slice(letters);
    }

    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn get(&self, row: usize) -> &[u16] {
        let start = |row| self.starts.get(row).copied().unwrap_or(self.letters.len());
        let letters = self.letters.get(start(row)..start(row + 1));
        letters.unwrap_or_default()
    }
}

/// The different words.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) rows: Rows,
    /// The row of each.
    known: HashMap<Box<[u16]>, usize>,
}

impl Vocabulary {
    /// The row of a word, made where there is none.
    pub(super) fn row(&mut self, word: &[u16]) -> usize {
        if let Some(row) = self.known.get(word) {
            return *row;
        }
        let row = self.rows.count();
        self.rows.push(word);
        self.known.insert(word.into(), row);
        row
    }
}
