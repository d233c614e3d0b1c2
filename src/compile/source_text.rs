//! Text from a content file, with the way back to where it stands there.

use std::borrow::Cow;
use std::ops::Range;

use crate::compile::source_span::SourceSpan;

/// Text that an author wrote, which knows where each of its bytes stands.
#[derive(Clone, Debug)]
pub(crate) struct SourceText<'a> {
    pub(crate) text: Cow<'a, str>,
    /// The whole value in its file, quotes included.
    pub(crate) span: SourceSpan<'a>,
    /// Where the first byte stands, if the file holds the text byte for byte: escapes in a TOML string break that.
    pub(crate) start: Option<usize>,
}

impl<'a> SourceText<'a> {
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
