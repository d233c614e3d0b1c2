//! Source spans: where words stand in the content files.

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

    /// The same bytes of another file.
    pub(crate) fn in_file<'b>(&self, file: &'b str) -> SourceSpan<'b> {
        SourceSpan::new(file, self.range.clone())
    }
}
