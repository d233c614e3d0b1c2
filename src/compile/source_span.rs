//! Source spans: where words stand in the content files.

use std::borrow::Cow;
use std::ops::Range;

/// Bytes of one content file; empty at 0 when the file as a whole is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SourceSpan<'a> {
    pub(crate) file: &'a str,
    pub(crate) range: Range<usize>,
}

impl<'a> SourceSpan<'a> {
    pub(crate) fn new(file: &'a str, range: Range<usize>) -> Self {
        Self { file, range }
    }

    pub(crate) fn whole(file: &'a str) -> Self {
        Self::new(file, 0..0)
    }
}

/// Text that an author wrote, which knows where each of its bytes stands.
#[derive(Clone, Debug)]
pub(crate) struct Written<'a> {
    pub(crate) text: Cow<'a, str>,
    /// The whole value in its file, quotes included.
    pub(crate) span: SourceSpan<'a>,
    /// Where the first byte stands, if the file holds the text byte for byte: escapes in a TOML string break that.
    pub(crate) start: Option<usize>,
}

impl<'a> Written<'a> {
    /// Where a part of the text stands; the whole value where that cannot be told.
    pub(crate) fn span_of(&self, part: Range<usize>) -> SourceSpan<'a> {
        match self.start {
            Some(start) => SourceSpan::new(self.span.file, start + part.start..start + part.end),
            None => self.span.clone(),
        }
    }

    /// No text, at the same span.
    pub(crate) fn empty(&self) -> Self {
        Self {
            text: "".into(),
            ..self.clone()
        }
    }

    /// Where the words without their quotes stand.
    pub(crate) fn words(&self) -> SourceSpan<'a> {
        self.span_of(0..self.text.len())
    }
}
