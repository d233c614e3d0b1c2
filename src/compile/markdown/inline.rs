//! Words and how they are set: emphasis, strokes, links, breaks.

use std::ops::Range;

use pulldown_cmark::{LinkType, Tag};

use crate::compile::flat::InlineStyle;
use crate::compile::markdown::BlockReader;
use crate::compile::scripts;
use crate::model::site::Form;

impl BlockReader<'_, '_> {
    pub(super) fn words(&mut self, words: &str, source: Range<usize>) {
        let words = self.unmasked(words, &source).into_owned();
        self.check_reference(&words, &source);
        let text = &self.written.text;
        let block = self.block(&source);
        if block.form == Form::Preformatted {
            block.builder.code(&words, source);
        } else {
            block.builder.words(&words, text, source);
        }
    }

    pub(super) fn hard_break(&mut self, source: Range<usize>) {
        let block = self.block(&source);
        block.builder.leaf("\n", InlineStyle::Break, source);
        block.line = block.builder.length();
    }

    /// `: words`, the definition of the term on the line above, as other dialects have it.
    pub(super) fn check_definition(&mut self, line_end: Range<usize>) {
        let text = &self.written.text;
        let rest = &text[line_end.end..];
        let start = line_end.end + rest.len() - rest.trim_start_matches(['>', ' ']).len();
        if text[start..].starts_with(": ") {
            let message = "lists of definitions are not read here";
            let help = "write the term and what it means on one line: `**Term:** words`";
            self.report("other-dialect", start..start + 1, message, help);
        }
    }

    pub(super) fn start_style(&mut self, tag: Tag<'_>, source: Range<usize>) {
        match tag {
            Tag::Emphasis => {
                self.check_product(&source);
                self.builder(&source).begin(InlineStyle::Emphasis);
            }
            Tag::Strong => {
                if self.builder(&source).is_in(&InlineStyle::Strong) {
                    self.refuse_bold(source.clone());
                }
                self.builder(&source).begin(InlineStyle::Strong);
            }
            Tag::Strikethrough => self.start_strike(source),
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => {
                self.labels.insert(id.to_lowercase());
                if !title.is_empty() {
                    let help = "leave out the quoted words";
                    self.refuse("a link's title", source.clone(), help);
                }
                let style = self.link(link_type, &dest_url, &source);
                self.builder(&source).begin(style);
            }
            _ => self.refuse("this", source, "write plain CommonMark"),
        }
    }

    /// Between `~~` words are struck out; between `~` they stand lower, which is told later, where they may.
    fn start_strike(&mut self, source: Range<usize>) {
        if self.is_struck(&source) {
            return self.builder(&source).begin(InlineStyle::Struck);
        }
        let sign = source.start..source.start + 1;
        if !scripts::is_lower(&self.written.text, &source) {
            let end = source.end - 1..source.end;
            let span = self.written.span_of(source.clone());
            let message = "words between single `~` are not read here";
            let written = self.written;
            let report = self.findings.error("other-dialect", &span, message);
            let told = written.start.is_some();
            report
                .changes(told.then(|| written.change(sign.clone(), "~~")))
                .changes(told.then(|| written.change(end, "~~")))
                .help("write `~~` on both sides to strike them out");
            self.reports += 1;
        }
        let text = &self.written.text;
        self.builder(&source).words("~", text, sign);
    }

    pub(super) fn end_strike(&mut self, source: Range<usize>) {
        if self.is_struck(&source) {
            return self.builder(&source).end();
        }
        let text = &self.written.text;
        let sign = source.end - 1..source.end;
        self.builder(&source).words("~", text, sign);
    }

    fn is_struck(&self, source: &Range<usize>) -> bool {
        self.written.text[source.clone()].starts_with("~~")
    }

    fn link(&mut self, kind: LinkType, url: &str, source: &Range<usize>) -> InlineStyle {
        if !self.check_link(source) {
            // Nobody will see it; any style but a link, whose address would be faulted too.
            return InlineStyle::Emphasis;
        }
        match kind {
            LinkType::Email => InlineStyle::Link(format!("mailto:{url}")),
            _ => InlineStyle::Link(url.to_owned()),
        }
    }

    /// Whether a link is no mention that happens to read as one.
    pub(super) fn check_link(&mut self, source: &Range<usize>) -> bool {
        let is_mention = self.written.text[source.clone()].starts_with("[[");
        if is_mention {
            self.report(
                "mention-in-link",
                source.clone(),
                "brackets and parentheses make this a link, not a mention",
                format!("write `{}` after the brackets", self.written.typed("\\(")),
            );
        }
        !is_mention
    }
}
