//! Where settings, links and mentions begin and end: one within the other or apart, as Markdown has them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::import::document::Style;
use crate::import::writer::letters::{Letter, Outers, STYLES, chain};

/// What letters have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// The row of a link or mention, from 1.
    Part(u32),
    /// The bit of a style.
    Style(u8),
}

/// Letters from and to that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) mark: Mark,
    pub(super) rows: Range<usize>,
}

/// Where a style may begin and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Not at spaces.
    Signs,
    /// Nor at punctuation with a letter before it or behind it: in most languages no `**` begins or ends there.
    Letters,
}

/// The runs of some letters, in their order, the outer before the inner. Where two styles overlap, the one that begins later
/// is parted; no link is.
pub(super) fn runs(letters: &[Letter], outers: &Outers, fit: Fit) -> Vec<Run> {
    let parts = parts(letters, outers);
    let mut waiting: BTreeSet<_> = parts.iter().map(|run| key(run.clone())).collect();
    let ranges = parts.into_iter().filter_map(|run| match run.mark {
        Mark::Part(part) => Some((part, run.rows)),
        Mark::Style(_) => None,
    });
    let ranges: BTreeMap<_, _> = ranges.collect();
    for (_, bit) in STYLES {
        let all = stretches(letters, |letter| letter.styles & bit).into_iter();
        let cut = all.flat_map(|(_, rows)| cut(rows, letters, outers, &ranges));
        waiting.extend(cut.map(|rows| {
            key(Run {
                mark: Mark::Style(bit),
                rows,
            })
        }));
    }
    let mut nested: Vec<Run> = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    while let Some((start, Reverse(end), mark)) = waiting.pop_first() {
        while ends.pop_if(|outer| *outer <= start).is_some() {}
        let outer = ends.last().copied().unwrap_or(end);
        if outer < end {
            waiting.insert((outer, Reverse(end), mark));
        }
        let rows = start..end.min(outer);
        ends.push(rows.end);
        nested.push(Run { mark, rows });
    }
    fitted(letters, nested, fit)
}

/// Such that what begins first, and of these what ends last, comes first.
fn key(run: Run) -> (usize, Reverse<usize>, Mark) {
    (run.rows.start, Reverse(run.rows.end), run.mark)
}

/// Letters side by side for which something is the same, and not zero.
fn stretches<T: Copy + Default + PartialEq>(
    letters: &[Letter],
    of: impl Fn(&Letter) -> T,
) -> Vec<(T, Range<usize>)> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for same in letters.chunk_by(|a, b| of(a) == of(b)) {
        let value = same.first().map(&of).unwrap_or_default();
        if value != T::default() {
            stretches.push((value, start..start + same.len()));
        }
        start += same.len();
    }
    stretches
}

/// Links and mentions in the order in which they begin, the outer before the inner.
fn parts(letters: &[Letter], outers: &Outers) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    // The rows of those that are open.
    let mut open: Vec<usize> = Vec::new();
    let mut last = 0;
    for (row, letter) in letters.iter().enumerate() {
        if letter.part_of != last {
            let chain = chain(letter.part_of, outers);
            let same = open.iter().zip(&chain);
            let same = same.take_while(|(run, part)| runs[**run].mark == Mark::Part(**part));
            let shared = same.count();
            open.truncate(shared);
            for part in &chain[shared..] {
                open.push(runs.len());
                runs.push(Run {
                    mark: Mark::Part(*part),
                    rows: row..row,
                });
            }
            last = letter.part_of;
        }
        for run in &open {
            runs[*run].rows.end = row + 1;
        }
    }
    runs
}

/// A style's letters, parted where a link begins or ends of which only a part has the style.
fn cut(
    rows: Range<usize>,
    letters: &[Letter],
    outers: &Outers,
    parts: &BTreeMap<u32, Range<usize>>,
) -> Vec<Range<usize>> {
    // Those that hold the letters on both sides.
    let around = |row: usize| {
        let sides = [row.wrapping_sub(1), row].map(|row| letters.get(row));
        let [before, after] = sides.map(|one| chain(one.map_or(0, |one| one.part_of), outers));
        let both = before.into_iter().zip(after);
        let both = both.take_while(|(one, other)| one == other);
        both.filter_map(|(part, _)| parts.get(&part))
    };
    let ends = around(rows.start).map(|part| part.end);
    let starts = around(rows.end).map(|part| part.start);
    let mut at = vec![rows.start, rows.end];
    at.extend(ends.filter(|end| *end < rows.end));
    at.extend(starts.filter(|start| *start > rows.start));
    at.sort_unstable();
    at.dedup();
    at.windows(2)
        .map(|two| two[0]..two[1])
        .filter(|rows| !rows.is_empty())
        .collect()
}

/// The runs without what a style may not begin or end with.
fn fitted(letters: &[Letter], nested: Vec<Run>, fit: Fit) -> Vec<Run> {
    let mut fitted = Vec::new();
    // Where those that are open end, and what was left of each.
    let mut open: Vec<(usize, Range<usize>)> = Vec::new();
    for Run { mark, rows } in nested {
        while open.pop_if(|(end, _)| *end <= rows.start).is_some() {}
        let within = open
            .last()
            .map_or(0..letters.len(), |(_, left)| left.clone());
        let start = rows.start.max(within.start);
        let left = start..rows.end.min(within.end).max(start);
        let left = match mark {
            Mark::Part(_) => left,
            Mark::Style(bit) => shrunk(letters, left, bit, fit),
        };
        open.push((rows.end, left.clone()));
        if !left.is_empty() {
            fitted.push(Run { mark, rows: left });
        }
    }
    fitted
}

fn shrunk(letters: &[Letter], mut rows: Range<usize>, bit: u8, fit: Fit) -> Range<usize> {
    let by_sign = STYLES[..3].iter().any(|(_, own)| *own == bit);
    let is_word = |row: Option<usize>| {
        let letter = row.and_then(|row| letters.get(row));
        letter.is_some_and(|letter| letter.what.is_word())
    };
    let may_stand = |row: usize, outside: Option<usize>| {
        let what = letters[row].what;
        let is_free = fit == Fit::Signs || !by_sign || what.is_word() || !is_word(outside);
        !what.is_gap() && is_free
    };
    while !rows.is_empty() && !may_stand(rows.start, rows.start.checked_sub(1)) {
        rows.start += 1;
    }
    while !rows.is_empty() && !may_stand(rows.end - 1, Some(rows.end)) {
        rows.end -= 1;
    }
    rows
}

/// The bit of a style.
pub(super) fn bit(style: Style) -> u8 {
    let found = STYLES.iter().find(|(one, _)| *one == style);
    found.map_or(0, |(_, bit)| *bit)
}
