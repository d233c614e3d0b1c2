//! Where settings, links and mentions begin and end: one within the other or apart, as Markdown has them.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::import::document::Style;
use crate::import::writer::letters::{Letter, STYLES};

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
pub(super) fn runs(letters: &[Letter], fit: Fit) -> Vec<Run> {
    let parts = parts(letters);
    let mut waiting: BTreeSet<_> = parts.iter().map(|run| key(run.clone())).collect();
    for (_, bit) in STYLES {
        let all = stretches(letters, |letter| letter.styles & bit).into_iter();
        let cut = all.flat_map(|(_, rows)| cut(rows, &parts));
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

fn parts(letters: &[Letter]) -> Vec<Run> {
    let all = stretches(letters, |letter| letter.part_of).into_iter();
    let runs = all.map(|(part, rows)| Run {
        mark: Mark::Part(part),
        rows,
    });
    runs.collect()
}

/// A style's letters, parted where a link begins or ends of which only a part has the style.
fn cut(rows: Range<usize>, parts: &[Run]) -> Vec<Range<usize>> {
    let around = |row: usize| {
        let next = parts.partition_point(|part| part.rows.start < row);
        let part = parts.get(next.checked_sub(1)?)?;
        Some(part.rows.clone()).filter(|part| row < part.end)
    };
    let mut at = vec![rows.start];
    at.extend(
        around(rows.start)
            .map(|part| part.end)
            .filter(|end| *end < rows.end),
    );
    at.extend(
        around(rows.end)
            .map(|part| part.start)
            .filter(|start| *start > rows.start),
    );
    at.push(rows.end);
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
