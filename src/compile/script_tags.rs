//! `H<sub>2</sub>O` and `m<sup>2</sup>`: what Markdown had for letters set lower and higher before it had signs of its own.

use std::ops::Range;

use crate::compile::emphasis::set_pairs;
use crate::compile::flat::{Flat, InlineStyle, InlineStyles};

/// What begins and ends the letters of each style.
const TAGS: [(&str, &str, InlineStyle); 2] = [
    ("<sup>", "</sup>", InlineStyle::Superscript),
    ("<sub>", "</sub>", InlineStyle::Subscript),
];

/// Whether a tag is one of these.
pub(crate) fn is_tag(tag: &str) -> bool {
    TAGS.iter()
        .any(|(open, close, _)| tag == *open || tag == *close)
}

/// The text with such letters set.
pub(crate) fn set(flat: Flat) -> Flat {
    let mut flat = flat;
    for (open, close, style) in &TAGS {
        if flat.text.contains(open) {
            let pairs = pairs(&flat, open, close);
            flat = set_pairs(flat, &pairs, style);
        }
    }
    flat
}

/// Tags that open or close nothing, in the text.
pub(crate) fn stray(flat: &Flat) -> Vec<Range<usize>> {
    let signs = flat.signs();
    let tags = TAGS.iter().flat_map(|(open, close, _)| [open, close]);
    let found = tags.flat_map(|tag| signs.match_indices(tag).map(|(at, tag)| at..at + tag.len()));
    found.collect()
}

fn pairs(flat: &Flat, open: &str, close: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let signs = flat.signs();
    let styles = InlineStyles::of(flat);
    let around = |at: usize| -> Vec<Range<usize>> {
        let touching = styles.touching(at..at + 1);
        touching.map(|(range, _)| range.clone()).collect()
    };
    let mut pairs = Vec::new();
    let mut from = 0;
    while let Some(start) = signs[from..].find(open).map(|at| from + at) {
        from = start + open.len();
        let Some(end) = signs[from..].find(close).map(|at| from + at) else {
            break;
        };
        if !signs[from..end].contains(open) && end > from && around(start) == around(end) {
            pairs.push((start..from, end..end + close.len()));
            from = end + close.len();
        }
    }
    pairs
}
