//! Rows of letters, and the different words of all texts, each once.

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
    /// Rows by hash, counted from 1, with open addressing, at most half full; 0 is free.
    slots: Vec<usize>,
}

impl Vocabulary {
    /// The row of a word, made where there is none.
    pub(super) fn row(&mut self, word: &[u16]) -> usize {
        let count = self.rows.count();
        if count * 2 >= self.slots.len() {
            self.slots = vec![0; count * 4 + 64];
            for row in 0..count {
                self.set(row);
            }
        }
        let slot = self.slot(word);
        if let Some(row) = self.slots.get(slot).and_then(|row| row.checked_sub(1)) {
            return row;
        }
        self.rows.push(word);
        self.set(count);
        count
    }

    fn set(&mut self, row: usize) {
        let slot = self.slot(self.rows.get(row));
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = row + 1;
        }
    }

    /// Where the word stands or would stand. FNV-1a, by letters: Fowler, Noll, Vo; draft-eastlake-fnv.
    fn slot(&self, word: &[u16]) -> usize {
        let hash = word.iter().fold(0x811C_9DC5_u32, |hash, &letter| {
            (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
        });
        let mut at = hash as usize;
        loop {
            at %= self.slots.len();
            match self.slots.get(at) {
                Some(&row) if row > 0 && self.rows.get(row - 1) != word => at += 1,
                _ => return at,
            }
        }
    }
}
