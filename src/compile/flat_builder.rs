//! Laying out inline Markdown flat, event by event.

use std::ops::Range;

use crate::compile::flat::{Flat, FootnoteReference, InlineStyle};

/// A block's text while it is read.
#[derive(Default)]
pub(crate) struct FlatBuilder {
    flat: Flat,
    /// Styles that have begun: their places in the list of all.
    begun: Vec<usize>,
    /// Where the last style begins or ends: what stands before it stays.
    border: usize,
}

impl FlatBuilder {
    /// Appends words; `text` is what they were written in. A sign behind a backslash is no syntax.
    pub(crate) fn words(&mut self, words: &str, text: &str, source: Range<usize>) {
        let before = text[..source.start].bytes().rev();
        let escaped = before.take_while(|byte| *byte == b'\\').count() % 2 == 1;
        match words.chars().next() {
            _ if &text[source.clone()] != words => self.flat.push_fixed(words, source),
            Some(sign) if escaped => {
                let (sign, rest) = words.split_at(sign.len_utf8());
                let border = source.start + sign.len();
                self.flat.push_fixed(sign, source.start..border);
                self.flat.push_plain(rest, border..source.end);
            }
            _ => self.flat.push_plain(words, source),
        }
    }

    /// Appends the space that a line's end in the source stands for.
    pub(crate) fn space(&mut self, source: Range<usize>) {
        self.flat.push_fixed(" ", source);
    }

    /// Appends words in a style that holds no other.
    pub(crate) fn leaf(&mut self, words: &str, style: InlineStyle, source: Range<usize>) {
        let start = self.flat.text.len();
        self.flat.push_fixed(words, source);
        self.border = self.flat.text.len();
        self.flat.styles.push((start..self.border, style));
    }

    /// Appends letters of a text that is all set letter for letter.
    pub(crate) fn code(&mut self, words: &str, source: Range<usize>) {
        self.flat.push_fixed(words, source);
    }

    /// Ends such a text, without the end of its last line.
    pub(crate) fn end_code(&mut self) {
        let length = self.flat.text.trim_end_matches('\n').len();
        self.flat.trim_end(length);
        if length > 0 {
            self.flat.styles.push((0..length, InlineStyle::Code));
        }
    }

    /// Sets the sign of a footnote, close to the word before it.
    pub(crate) fn footnote_reference(&mut self, label: &str, source: Range<usize>) {
        self.flat.trim_end(self.border);
        self.flat.footnote_references.push(FootnoteReference {
            at: self.flat.text.len(),
            label: label.to_owned(),
            source,
        });
    }

    /// How long the text is so far.
    pub(crate) fn length(&self) -> usize {
        self.flat.text.len()
    }

    /// In how many styles words are set now.
    pub(crate) fn depth(&self) -> usize {
        self.begun.len()
    }

    pub(crate) fn begin(&mut self, style: InlineStyle) {
        let start = self.flat.text.len();
        self.border = start;
        self.begun.push(self.flat.styles.len());
        self.flat.styles.push((start..start, style));
    }

    /// Whether words are set in a style now.
    pub(crate) fn is_in(&self, style: &InlineStyle) -> bool {
        let mut begun = self.begun.iter();
        begun.any(|row| self.flat.styles[*row].1 == *style)
    }

    /// Ends the style begun last.
    pub(crate) fn end(&mut self) {
        if let Some(style) = self.begun.pop() {
            self.border = self.flat.text.len();
            self.flat.styles[style].0.end = self.border;
        }
    }

    pub(crate) fn finish(self) -> Flat {
        self.flat
    }
}
