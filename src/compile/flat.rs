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
    pub(crate) styles: Vec<(Range<usize>, Style)>,
    /// What the text is made of, without gaps.
    pieces: Vec<Piece>,
}

/// How words are set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Emphasis,
    Strong,
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

impl Flat {
    /// Appends words that stand in the source as they are.
    pub(crate) fn push_plain(&mut self, words: &str, source: Range<usize>) {
        self.push(words, source, true);
    }

    /// Appends words that no mention can begin in, or that the author wrote in another way.
    pub(crate) fn push_fixed(&mut self, words: &str, source: Range<usize>) {
        self.push(words, source, false);
    }

    /// Brackets and bars that may be mention syntax: byte of the text, byte of the source, character.
    pub(crate) fn syntax(&self) -> Vec<(usize, usize, u8)> {
        let mut found = Vec::new();
        for piece in self.pieces.iter().filter(|piece| piece.plain) {
            for (offset, byte) in self.text[piece.text.clone()].bytes().enumerate() {
                if matches!(byte, b'[' | b']' | b'|') {
                    found.push((piece.text.start + offset, piece.source.start + offset, byte));
                }
            }
        }
        found
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

    /// The part alone, with what styles it has.
    pub(crate) fn slice(&self, part: Range<usize>) -> Flat {
        self.edit(&[
            (0..part.start, String::new()),
            (part.end..self.text.len(), String::new()),
        ])
    }

    /// The text with some stretches replaced; `edits` are in order and apart.
    pub(crate) fn edit(&self, edits: &[Edit]) -> Flat {
        let mut out = Flat::default();
        let mut from = 0;
        for (range, words) in edits {
            out.append(self, from..range.start);
            if !words.is_empty() {
                out.push_fixed(words, self.source(range.clone()));
            }
            from = range.end;
        }
        out.append(self, from..self.text.len());
        for (range, style) in &self.styles {
            let range = moved(range.start, edits)..moved(range.end, edits);
            if !range.is_empty() {
                out.styles.push((range, style.clone()));
            }
        }
        out
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

/// Where a byte of the text stands after the edits.
pub(crate) fn moved(byte: usize, edits: &[Edit]) -> usize {
    let mut removed = 0;
    let mut added = 0;
    for (range, words) in edits {
        if range.end <= byte && !range.is_empty() {
            removed += range.len();
            added += words.len();
        } else if range.start < byte {
            removed += byte - range.start;
        }
    }
    byte + added - removed
}
