//! The lines of a text by their places: a text with thousands of findings is not read through for each.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::compile::files::Files;

/// Texts of files by their paths.
pub(crate) struct Texts<'f>(BTreeMap<&'f str, Cow<'f, str>>);

impl<'f> Texts<'f> {
    /// Of those files that are there.
    pub(crate) fn of(paths: impl Iterator<Item = &'f str>, files: &'f Files) -> Self {
        let mut texts = BTreeMap::new();
        for path in paths {
            if let Some(bytes) = files.files.get(path) {
                texts
                    .entry(path)
                    .or_insert_with(|| String::from_utf8_lossy(bytes));
            }
        }
        Self(texts)
    }

    /// The lines of each.
    pub(crate) fn lines(&self) -> BTreeMap<&str, Lines<'_>> {
        let texts = self.0.iter();
        texts.map(|(path, text)| (*path, Lines::of(text))).collect()
    }
}

/// Where the lines of a text begin.
pub(crate) struct Lines<'t> {
    pub(crate) text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: [0].into_iter().chain(ends).collect(),
        }
    }

    /// Line and column of a byte, both from 1, columns in characters.
    pub(crate) fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= byte);
        let column = self.text[self.starts[line - 1]..byte].chars().count();
        (line, column + 1)
    }

    /// The bytes of the whole lines in which a part stands, without the last one's end, and the number of the first.
    pub(crate) fn around(&self, part: &Range<usize>) -> (Range<usize>, usize) {
        let line = |byte: usize| self.starts.partition_point(|start| *start <= byte);
        let (first, last) = (line(part.start), line(part.end.max(part.start)));
        let end = self
            .starts
            .get(last)
            .map_or(self.text.len(), |next| next - 1);
        (
            self.starts[first - 1]..end.max(part.end.min(self.text.len())),
            first,
        )
    }
}
