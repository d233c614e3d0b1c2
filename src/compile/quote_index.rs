//! Where in an article words may stand: an index of its grams, the runs of a few letters, by which many quotes are found
//! without reading all blocks for each.

use std::ops::Range;

/// Letters of a gram. Of eight letters few occur twice in an article; four are for short quotes.
const LENGTHS: [usize; 2] = [8, 4];

/// Grams of a quote that are looked up, spread over it.
const LOOKED_UP: usize = 16;

/// So few blocks are read rather than narrowed down.
const FEW: usize = 4;

/// Each gram's hash above the row of a block that has it, in order, each once.
pub(crate) struct QuoteIndex(Vec<u64>);

impl QuoteIndex {
    pub(crate) fn of<'b>(blocks: impl Iterator<Item = &'b str>) -> Self {
        let mut entries = Vec::new();
        for (row, words) in (0..).zip(blocks) {
            for length in LENGTHS {
                let grams = grams(words, length).into_iter();
                entries.extend(grams.map(|gram| entry(&words[gram], row)));
            }
        }
        entries.sort_unstable();
        entries.dedup();
        Self(entries)
    }

    /// Rows of blocks among which are all that hold the quote, in order; nothing where it is too short to tell.
    pub(crate) fn candidates(&self, quote: &str) -> Option<Vec<usize>> {
        let mut all = LENGTHS.iter().map(|length| grams(quote, *length));
        let grams = all.find(|grams| !grams.is_empty())?;
        let step = grams.len().div_ceil(LOOKED_UP);
        let mut found: Vec<_> = grams
            .into_iter()
            .step_by(step)
            .map(|gram| self.entries(&quote[gram]))
            .collect();
        found.sort_unstable_by_key(|entries| entries.len());
        let mut found = found.into_iter();
        let mut rows: Vec<u32> = found.next()?.iter().map(|entry| *entry as u32).collect();
        for entries in found {
            if rows.len() <= FEW {
                break;
            }
            rows.retain(|row| {
                let at = entries.binary_search_by_key(row, |entry| *entry as u32);
                at.is_ok()
            });
        }
        Some(rows.into_iter().map(|row| row as usize).collect())
    }

    /// What there is of a gram: rows in order.
    fn entries(&self, gram: &str) -> &[u64] {
        let first = entry(gram, 0);
        let start = self.0.partition_point(|entry| *entry < first);
        let rest = &self.0[start..];
        let end = rest.partition_point(|entry| entry >> 32 == first >> 32);
        &rest[..end]
    }
}

/// Where the grams of so many letters stand in a text.
fn grams(text: &str, length: usize) -> Vec<Range<usize>> {
    let starts = text.char_indices().map(|(start, _)| start);
    let ends = starts.clone().chain([text.len()]).skip(length);
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

/// FNV-1a, folded to half its width: grams that share a hash only cost reading.
fn entry(gram: &str, row: u32) -> u64 {
    let hash = gram.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    ((hash >> 32) ^ (hash & 0xffff_ffff)) << 32 | u64::from(row)
}
