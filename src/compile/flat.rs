//! A block's text laid out flat: its characters, the styles over them, and where each stands in what the author wrote.
//!
//! # Why
//! Mentions may cross emphasis and each other, so they cannot be read from a tree. Everything is an interval
//! over flat text until the very end, when `weave` makes one tree of all intervals.

use std::ops::Range;

/// Text with intervals over it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flat {
    pub(crate) text: String,
    /// Properly nested, the outer first.
    pub(crate) styles: Vec<(Range<usize>, InlineStyle)>,
    /// Signs of footnotes, in their order.
    pub(crate) footnote_references: Vec<FootnoteReference>,
    /// What the text is made of, without gaps.
    pieces: Vec<Piece>,
}

/// The sign of a footnote: between two bytes of the text, and no part of it.
#[derive(Clone, Debug)]
pub(crate) struct FootnoteReference {
    pub(crate) at: usize,
    pub(crate) label: String,
    pub(crate) source: Range<usize>,
}

/// How words are set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum InlineStyle {
    Emphasis,
    Strong,
    Struck,
    Superscript,
    Subscript,
    Code,
    Link(String),
    /// Over the one newline that stands for the break.
    Break,
}

#[derive(Clone, Debug)]
struct Piece {
    /// Bytes of the flat text.
    text: Range<usize>,
    /// Bytes of what the author wrote.
    source: Range<usize>,
    /// The author wrote exactly this, and a bracket in it may begin a mention: no escape, no code.
    plain: bool,
}

/// A stretch of text to be replaced.
pub(crate) type Edit = (Range<usize>, String);

/// Stretches to be replaced, which knows how far each moves what stands behind it.
pub(crate) struct Edits {
    /// In order, apart, none empty.
    rows: Vec<Edit>,
    /// Bytes taken away and put in by the edits before each row, and by all.
    before: Vec<(usize, usize)>,
}

impl Edits {
    /// `rows` are apart and not empty, in whatever order.
    pub(crate) fn new(mut rows: Vec<Edit>) -> Self {
        rows.sort_by_key(|(range, _)| range.start);
        let mut before = vec![(0, 0)];
        let (mut removed, mut added) = (0, 0);
        for (range, words) in &rows {
            removed += range.len();
            added += words.len();
            before.push((removed, added));
        }
        Self { rows, before }
    }

    /// Where a byte of the text stands after the edits.
    pub(crate) fn moved(&self, byte: usize) -> usize {
        let passed = self.rows.partition_point(|(range, _)| range.end <= byte);
        let (removed, added) = self.before[passed];
        let within = self
            .rows
            .get(passed)
            .map_or(0, |(range, _)| byte.saturating_sub(range.start));
        byte + added - removed - within
    }
}

/// Stands for `\|` among signs that may be syntax.
pub(crate) const ESCAPED_BAR: u8 = b'\\';

/// Stands for a byte that is no sign; no text holds it.
const HIDDEN: char = '\u{1}';

impl Flat {
    /// Appends words that stand in the source as they are.
    pub(crate) fn push_plain(&mut self, words: &str, source: Range<usize>) {
        self.push(words, source, true);
    }

    /// Appends words that no mention can begin in, or that the author wrote in another way.
    pub(crate) fn push_fixed(&mut self, words: &str, source: Range<usize>) {
        self.push(words, source, false);
    }

    /// Brackets and bars that may be mention syntax: byte of the text, byte of the source, character. [`ESCAPED_BAR`] is a
    /// bar behind a backslash.
    pub(crate) fn syntax(&self) -> Vec<(usize, usize, u8)> {
        let mut found = Vec::new();
        for piece in &self.pieces {
            if !piece.plain {
                // One byte for one: not code, nor a character reference.
                if &self.text[piece.text.clone()] == "|" && piece.source.len() == 1 {
                    found.push((piece.text.start, piece.source.start, ESCAPED_BAR));
                }
                continue;
            }
            for (offset, byte) in self.text[piece.text.clone()].bytes().enumerate() {
                if matches!(byte, b'[' | b']' | b'|') {
                    found.push((piece.text.start + offset, piece.source.start + offset, byte));
                }
            }
        }
        found
    }

    /// The text, byte for byte, with nothing but what may be a sign of Markdown: code, escaped signs and the like are
    /// put out of sight.
    pub(crate) fn signs(&self) -> String {
        let mut signs = String::with_capacity(self.text.len());
        for piece in &self.pieces {
            let words = &self.text[piece.text.clone()];
            // A line's end.
            if piece.plain || matches!(words, " " | "\n") {
                signs.push_str(words);
            } else {
                signs.extend(std::iter::repeat_n(HIDDEN, words.len()));
            }
        }
        signs
    }

    /// Where a part of the text stands in the source.
    pub(crate) fn source(&self, part: Range<usize>) -> Range<usize> {
        let piece_at = |byte| self.pieces.get(self.piece_at(byte)).or(self.pieces.last());
        let (Some(first), Some(last)) = (
            piece_at(part.start),
            piece_at(part.end.saturating_sub(1).max(part.start)),
        ) else {
            return 0..0;
        };
        let within =
            |piece: &Piece, byte: usize| piece.source.start + byte.saturating_sub(piece.text.start);
        let start = if first.plain {
            within(first, part.start)
        } else {
            first.source.start
        };
        let end = if last.plain {
            within(last, part.end)
        } else {
            last.source.end
        };
        start..end.max(start)
    }

    /// The part alone, with what styles it has; `styles` are this text's.
    pub(crate) fn slice(&self, part: Range<usize>, styles: &InlineStyles<'_>) -> Flat {
        let mut out = Flat::default();
        out.append(self, part.clone());
        for (range, style) in styles.touching(part.clone()) {
            let range =
                range.start.max(part.start) - part.start..range.end.min(part.end) - part.start;
            out.styles.push((range, style.clone()));
        }
        let all = &self.footnote_references;
        let first = all.partition_point(|sign| sign.at <= part.start && part.start > 0);
        let signs = all[first..].iter().cloned();
        let signs = signs.take_while(|sign| sign.at <= part.end);
        out.footnote_references
            .extend(signs.map(|sign| FootnoteReference {
                at: sign.at - part.start,
                ..sign
            }));
        out
    }

    /// The text with some stretches replaced.
    pub(crate) fn edit(&self, edits: &Edits) -> Flat {
        let mut out = Flat::default();
        let mut from = 0;
        for (range, words) in &edits.rows {
            out.append(self, from..range.start);
            if !words.is_empty() {
                out.push_fixed(words, self.source(range.clone()));
            }
            from = range.end;
        }
        out.append(self, from..self.text.len());
        for (range, style) in &self.styles {
            let range = edits.moved(range.start)..edits.moved(range.end);
            if !range.is_empty() {
                out.styles.push((range, style.clone()));
            }
        }
        // Those within what is taken out go with it.
        let stays = |sign: &&FootnoteReference| {
            let row = edits
                .rows
                .partition_point(|(range, _)| range.end <= sign.at);
            let row = edits.rows.get(row);
            row.is_none_or(|(range, _)| sign.at <= range.start)
        };
        let signs = self.footnote_references.iter().filter(stays).cloned();
        out.footnote_references
            .extend(signs.map(|sign| FootnoteReference {
                at: edits.moved(sign.at),
                ..sign
            }));
        out
    }

    /// Takes spaces off the end, down to a byte that is to stay.
    pub(crate) fn trim_end(&mut self, stays: usize) {
        while self.text.len() > stays && self.text.ends_with([' ', '\n']) {
            self.text.pop();
            let Some(last) = self.pieces.last_mut() else {
                return;
            };
            last.text.end -= 1;
            if last.plain {
                last.source.end -= 1;
            }
            if last.text.is_empty() {
                self.pieces.pop();
            }
        }
    }

    fn push(&mut self, words: &str, source: Range<usize>, plain: bool) {
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.push(Piece {
            text: start..self.text.len(),
            source,
            plain,
        });
    }

    /// The row of the piece that holds a byte.
    fn piece_at(&self, byte: usize) -> usize {
        self.pieces.partition_point(|piece| piece.text.end <= byte)
    }

    fn append(&mut self, other: &Flat, part: Range<usize>) {
        for piece in &other.pieces[other.piece_at(part.start)..] {
            if piece.text.start >= part.end {
                break;
            }
            let text = piece.text.start.max(part.start)..piece.text.end.min(part.end);
            if text.start >= text.end {
                continue;
            }
            let source = if piece.plain {
                piece.source.start + text.start - piece.text.start
                    ..piece.source.start + text.end - piece.text.start
            } else {
                piece.source.clone()
            };
            self.push(&other.text[text], source, piece.plain);
        }
    }
}

/// The styles of a text by their places: a crowded block has thousands, and asks thousands of times which touch a stretch.
pub(crate) struct InlineStyles<'f> {
    styles: &'f [(Range<usize>, InlineStyle)],
    /// For each the row of the style right around it.
    around: Vec<Option<usize>>,
}

impl<'f> InlineStyles<'f> {
    /// Of a text, whose styles nest, the outer first.
    pub(crate) fn of(flat: &'f Flat) -> Self {
        let styles = &flat.styles;
        let mut open: Vec<usize> = Vec::new();
        let mut around = Vec::with_capacity(styles.len());
        for (row, (range, _)) in styles.iter().enumerate() {
            while open
                .pop_if(|outer| styles[*outer].0.end <= range.start)
                .is_some()
            {}
            around.push(open.last().copied());
            open.push(row);
        }
        Self { styles, around }
    }

    /// The styles that share a byte with a stretch, the outer first; none if it is empty.
    pub(crate) fn touching(
        &self,
        part: Range<usize>,
    ) -> impl Iterator<Item = &'f (Range<usize>, InlineStyle)> {
        let begun = self
            .styles
            .partition_point(|(style, _)| style.start < part.start);
        let within = self.styles[begun..]
            .iter()
            .take_while(move |(style, _)| style.start < part.end);
        // Whatever is around the stretch is around the last style that began before it, or is this style.
        let mut outer = Vec::new();
        let mut next = begun.checked_sub(1);
        while let Some(row) = next.filter(|_| !part.is_empty()) {
            if self.styles[row].0.end > part.start {
                outer.push(&self.styles[row]);
            }
            next = self.around[row];
        }
        let touching = outer.into_iter().rev().chain(within);
        touching.filter(|(style, _)| !style.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text of 40 letters with styles that nest.
    fn flat(mut ranges: Vec<Range<usize>>) -> Flat {
        ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut flat = Flat::default();
        flat.push_plain(&"x".repeat(40), 0..40);
        for range in ranges {
            let crosses = |(other, _): &(Range<usize>, InlineStyle)| {
                other.start < range.start && range.start < other.end && other.end < range.end
            };
            if !flat.styles.iter().any(crosses) {
                flat.styles.push((range, InlineStyle::Strong));
            }
        }
        flat
    }

    fn ranges() -> impl Strategy<Value = Vec<Range<usize>>> {
        prop::collection::vec((0..39_usize, 1..20_usize), 0..12).prop_map(|ends| {
            ends.into_iter()
                .map(|(start, length)| start..(start + length).min(40))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn a_stretch_meets_every_style_that_shares_a_byte_with_it(ranges in ranges(), start in 0..40_usize, length in 0..20_usize) {
            let flat = flat(ranges);
            let part = start..(start + length).min(40);
            let found: Vec<_> = InlineStyles::of(&flat).touching(part.clone()).cloned().collect();
            let shares = |(style, _): &&(Range<usize>, InlineStyle)| style.start < part.end && part.start < style.end;
            let expected: Vec<_> = flat.styles.iter().filter(shares).filter(|_| !part.is_empty()).cloned().collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn a_byte_moves_by_what_is_put_in_and_taken_away_before_it(ranges in ranges(), words in prop::collection::vec("[a-z]{0,5}", 12)) {
            let mut rows: Vec<Edit> = Vec::new();
            for (range, words) in ranges.into_iter().zip(words) {
                if rows.iter().all(|(other, _)| other.end <= range.start || range.end <= other.start) {
                    rows.push((range, words));
                }
            }
            let text: String = ('A'..='Z').chain('a'..='n').collect();
            let mut edited = text.clone();
            rows.sort_by_key(|(range, _)| range.start);
            for (range, words) in rows.iter().rev() {
                edited.replace_range(range.clone(), words);
            }
            let edits = Edits::new(rows.clone());
            for byte in 0..text.len() {
                if rows.iter().all(|(range, _)| !range.contains(&byte)) {
                    prop_assert_eq!(&edited[edits.moved(byte)..][..1], &text[byte..=byte]);
                }
            }
        }
    }
}
