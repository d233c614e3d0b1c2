//! What has no place in an article, said.

use std::ops::Range;

use pulldown_cmark::Tag;

use crate::compile::bare_links;
use crate::compile::characters::unseen;
use crate::compile::flat::Flat;
use crate::compile::markdown::{BlockReader, first_line, trimmed};

/// How many quotations, lists and entries may stand in each other, and how many styles. Nobody means more, and what draws
/// them goes as deep as they do.
const DEPTH: usize = 32;

impl BlockReader<'_, '_> {
    pub(super) fn refuse_html(&mut self, source: Range<usize>) {
        let source = trimmed(&self.written.text, source);
        let sign = self.written.typed("\\<");
        let change = self.written.change(source.start..source.start + 1, "\\<");
        let span = self.written.span_of(source);
        self.findings
            .error("raw-html", &span, "HTML is not read here")
            .change(change)
            .help(format!("write Markdown, or `{sign}` for the sign itself"));
        self.reports += 1;
    }

    /// Nobody means bold in bold: CommonMark takes a `**` for an opening one where the author closed.
    pub(super) fn refuse_bold(&mut self, source: Range<usize>) {
        let help = "put signs of punctuation outside the bold words: `**words**.`, or leave out the inner `**`";
        let message =
            "bold begins within bold here: `**` between a sign and a letter closes nothing";
        self.report("stray-mark", source.start..source.start + 2, message, help);
    }

    /// Nobody means the asterisks of `2*3 and 4*5` to set what is between them.
    pub(super) fn check_product(&mut self, source: &Range<usize>) {
        let text = &self.written.text;
        let is_between_digits = |at: usize| {
            let before = text[..at].chars().next_back();
            let after = text[at + 1..].chars().next();
            [before, after]
                .iter()
                .all(|c| c.is_some_and(|c| c.is_ascii_digit()))
        };
        if !text[source.clone()].starts_with('*')
            || ![source.start, source.end - 1]
                .into_iter()
                .all(is_between_digits)
        {
            return;
        }
        let sign = source.start..source.start + 1;
        let change = self.written.change(sign.clone(), "\\*");
        let help = format!(
            "write `×`, or `{}` for the sign itself",
            self.written.typed("\\*")
        );
        let message = "this `*` and the next one set in italics what stands between them";
        let span = self.written.span_of(sign);
        let report = self.findings.error("stray-mark", &span, message);
        report.change(change).help(help);
        self.reports += 1;
    }

    /// Refuses what stands in too much else.
    pub(super) fn is_too_deep(&mut self, tag: &Tag<'_>, source: &Range<usize>) -> bool {
        let (depth, what) = match tag {
            Tag::BlockQuote(_) | Tag::List(_) | Tag::Item => {
                (self.containers.len(), "quotations and lists")
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                let open = self.open.as_ref();
                let depth = open.map_or(0, |block| block.builder.depth());
                (depth, "emphasis, bold and strokes")
            }
            _ => return false,
        };
        let is_too_deep = depth >= DEPTH;
        if is_too_deep {
            let line = first_line(&self.written.text, source.clone());
            let message = format!("{what} stand in each other more than {DEPTH} deep here");
            let help = "leave out the signs of those that are not meant";
            self.report("unsupported-markdown", line, message, help);
        }
        is_too_deep
    }

    /// `&#x202E;`: what is refused as it stands is no better by its number.
    pub(super) fn check_reference(&mut self, words: &str, source: &Range<usize>) {
        let text = &self.written.text[source.clone()];
        if let Some(c) = unseen(words).filter(|_| text.starts_with('&')) {
            let message = format!("U+{:04X} is not seen, and no part of a text", u32::from(c));
            let span = self.written.span_of(source.clone());
            let change = self.written.change(source.clone(), "");
            let report = self.findings.error("control-character", &span, message);
            report.change(change).help("leave it out");
            self.reports += 1;
        }
    }

    /// An address ends where letters begin that its author may have meant as a part of it.
    pub(super) fn check_addresses(&self, flat: &Flat) {
        for range in bare_links::cut_short(flat) {
            let address = &flat.text[range.clone()];
            let source = flat.source(range);
            let message = format!(
                "`{address}` is taken for the whole address, without the letters behind it"
            );
            let help = format!(
                "write `<{address}>`, or in such brackets the address with its last letters"
            );
            let change = self.written.change(source.clone(), &format!("<{address}>"));
            let span = self.written.span_of(source);
            let report = self.findings.warning("broken-link", &span, message);
            report.change(change).help(help);
        }
    }

    /// Without an end a block of code takes all that follows.
    pub(super) fn check_fence(&mut self, source: &Range<usize>) {
        let text = &self.written.text[source.clone()];
        let sign = text.chars().next().unwrap_or('`');
        let fence = &text[..text.len() - text.trim_start_matches(sign).len()];
        let last = text.trim_end().lines().skip(1).last().unwrap_or_default();
        if !last.trim_start_matches(['>', ' ', '\t']).starts_with(fence) {
            let part = source.start..source.start + fence.len();
            let help = format!("write a line {fence} below the last line of the block");
            self.report("unclosed-code", part, "this block of code has no end", help);
        }
    }

    pub(super) fn refuse(&mut self, what: &str, source: Range<usize>, help: &str) {
        let source = trimmed(&self.written.text, source);
        let message = format!("{what} has no place here");
        self.report("unsupported-markdown", source, message, help);
    }

    pub(super) fn report(
        &mut self,
        code: &'static str,
        source: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let span = self.written.span_of(source);
        self.findings.error(code, &span, message).help(help);
        self.reports += 1;
    }
}
