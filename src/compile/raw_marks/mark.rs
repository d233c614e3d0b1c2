//! One mark, with what to type instead of it.

use std::ops::Range;

use crate::compile::findings::Findings;
use crate::compile::flat::Flat;
use crate::compile::source_text::SourceText;

/// Markup that is not read here.
pub(super) struct Mark {
    code: &'static str,
    /// In the text.
    pub(super) range: Range<usize>,
    message: String,
    /// What to type instead; between two `\u{1}` stands Markdown as it is typed at this place.
    help: String,
    /// What a change puts in the place of parts of the text.
    instead: Vec<(Range<usize>, String)>,
}

impl Mark {
    pub(super) fn dialect(range: Range<usize>, message: impl Into<String>) -> Self {
        Self::new("other-dialect", range, message)
    }

    pub(super) fn stray(range: Range<usize>, message: impl Into<String>) -> Self {
        Self::new("stray-mark", range, message)
    }

    pub(super) fn missing_footnote(range: Range<usize>) -> Self {
        Self::new("missing-footnote", range, "there is no such footnote here")
    }

    fn new(code: &'static str, range: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code,
            range,
            message: message.into(),
            help: String::new(),
            instead: Vec::new(),
        }
    }

    /// Other words in the place of the mark.
    pub(super) fn instead(self, words: impl Into<String>) -> Self {
        let range = self.range.clone();
        self.part(range, words)
    }

    /// Other words in the place of a part.
    pub(super) fn part(mut self, range: Range<usize>, words: impl Into<String>) -> Self {
        self.instead.push((range, words.into()));
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    pub(super) fn report(&self, flat: &Flat, written: &SourceText<'_>, findings: &Findings) {
        let span = written.span_of(flat.source(self.range.clone()));
        let mut report = findings.error(self.code, &span, &self.message);
        // In a string with escapes only one change can be told.
        let changes = self.instead.iter().map(|(range, words)| {
            let source = flat.source(range.clone());
            written.change(source, words)
        });
        let told = written.start.is_some() || self.instead.len() == 1;
        for change in changes.take_while(|_| told) {
            report = report.change(change);
        }
        let help = self.help.split('\u{1}').enumerate();
        let help = help.map(|(row, part)| match row % 2 {
            0 => part.to_owned(),
            _ => format!("`{}`", written.typed(part)),
        });
        report.help(help.collect::<String>());
    }
}

/// Each sign of some words behind a backslash: the signs themselves.
pub(super) fn escaped(signs: &str) -> String {
    signs.chars().flat_map(|sign| ['\\', sign]).collect()
}

/// Markdown in a help, as it is typed at its place.
pub(super) fn typed(markdown: impl AsRef<str>) -> String {
    ["\u{1}", markdown.as_ref(), "\u{1}"].concat()
}

/// Where a sign ends what begins before `from`, if it does so soon: no mark is longer than a line or two.
pub(super) fn end(text: &str, from: usize, sign: &str) -> Option<usize> {
    let limit = text.floor_char_boundary(from + 200);
    text[from..limit].find(sign).map(|length| from + length)
}
