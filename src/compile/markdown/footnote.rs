//! Footnotes as they are written: `[^label]: words`, in paragraphs.

use std::ops::Range;

use pulldown_cmark::Tag;

use crate::compile::markdown::{BlockReader, FlatFootnote, first_line};

impl BlockReader<'_, '_> {
    pub(super) fn open_footnote(&mut self, label: &str, source: Range<usize>) {
        self.close_block();
        let text = &self.written.text[source.clone()];
        let end = text
            .find("]:")
            .map_or(source.end, |at| source.start + at + 1);
        self.footnote = Some(FlatFootnote {
            label: label.to_owned(),
            paragraphs: Vec::new(),
            sign: source.start..end,
            source,
            reports_before: self.reports,
        });
    }

    pub(super) fn end_footnote(&mut self, source: Range<usize>) {
        self.close_block();
        let Some(footnote) = self.footnote.take() else {
            return;
        };
        if footnote.paragraphs.is_empty() && footnote.reports_before == self.reports {
            let line = first_line(&self.written.text, source);
            let (what, help) = (
                "a footnote without words",
                "write its words or leave it out",
            );
            self.refuse(what, line, help);
        }
        self.out.footnotes.push(footnote);
    }

    /// Whether a part of a footnote is none that it can hold, which is said.
    pub(super) fn is_refused_in_footnote(&mut self, tag: &Tag<'_>, source: &Range<usize>) -> bool {
        let what = match tag {
            Tag::Heading { .. } => "a heading in a footnote",
            Tag::BlockQuote(_) => "a quotation in a footnote",
            Tag::List(_) => "a list in a footnote",
            Tag::CodeBlock(_) => "preformatted text in a footnote",
            Tag::Table(_) => "a table in a footnote",
            _ => return false,
        };
        let line = first_line(&self.written.text, source.clone());
        self.refuse(
            what,
            line,
            "write paragraphs; a second one is indented by four spaces",
        );
        true
    }
}
