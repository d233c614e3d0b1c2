//! Headings, those too that nobody meant.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use crate::compile::markdown::{BlockReader, trimmed};
use crate::model::site::Form;

/// Letters of a line from which it is hardly a heading.
const LONG: usize = 100;

impl BlockReader<'_, '_> {
    pub(super) fn heading(&mut self, level: HeadingLevel, source: Range<usize>) {
        self.close_block();
        if level == HeadingLevel::H1 {
            let help = "write `##`; the title stands in the front matter";
            self.refuse("a heading of level 1", source.clone(), help);
        }
        if !self.containers.is_empty() {
            let what = "a heading within a list or quotation";
            self.refuse(what, source.clone(), "write it as a paragraph");
        }
        self.open_block(Form::Heading(level as u8), &source);
    }

    /// A line of hyphens right below a paragraph makes it a heading: most who write that want a section break.
    pub(super) fn check_underline(&mut self, source: Range<usize>) {
        let text = &self.written.text;
        let source = trimmed(text, source);
        let written = &text[source.clone()];
        let Some((words, line)) = written.rsplit_once('\n') else {
            return;
        };
        let is_sentence = words
            .trim_end()
            .ends_with(['.', '?', '!', '…', '”', '"', '。']);
        let is_meant = !words.contains('\n') && words.chars().count() < LONG && !is_sentence;
        if written.starts_with('#') || !line.trim_start().starts_with('-') || is_meant {
            return;
        }
        let line = source.end - line.len()..source.end;
        let span = self.written.span_of(line.clone());
        let message = "this line makes the paragraph above it a heading";
        let report = self.findings.warning("accidental-heading", &span, message);
        report
            .change(self.written.change(line.start..line.start, "\n"))
            .help("write an empty line above it for a section break, or `## ` before the words of a heading");
    }
}
