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

/// The different words; row 0 is the empty one.
pub(super) struct Vocabulary {
    pub(super) rows: Rows,
    /// Rows by hash, with open addressing, at most half full; 0 is free.
    slots: Vec<u32>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut rows = Rows::default();
        rows.push(&[]);
        Self {
            rows,
            slots: vec![0; 1 << 10],
        }
    }
}

impl Vocabulary {
    /// The row of a word, made where there is none.
    pub(super) fn row(&mut self, word: &[u16]) -> usize {
        if self.rows.count() * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 2];
            for row in 1..self.rows.count() {
                let slot = self.slot(self.rows.get(row));
                self.set(slot, row);
            }
        }
        let slot = self.slot(word);
        match self.slots.get(slot) {
            Some(&row) if row > 0 => row as usize,
            _ => {
                let row = self.rows.count();
                self.rows.push(word);
                self.set(slot, row);
                row
            }
        }
    }

    fn set(&mut self, slot: usize, row: usize) {
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = row as u32;
        }
    }

    /// Where the word stands or would stand. FNV-1a, by letters: Fowler, Noll, Vo; draft-eastlake-fnv.
    fn slot(&self, word: &[u16]) -> usize {
        let hash = word.iter().fold(0x811C_9DC5_u32, |hash, &letter| {
            (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
        });
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(&row) = self.slots.get(at)
            && row > 0
            && self.rows.get(row as usize) != word
        {
            at = (at + 1) & mask;
        }
        at
    }
}
