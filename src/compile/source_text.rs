//! Text from a content file, with the way back to where it stands there.

use std::borrow::Cow;
use std::ops::Range;

use crate::compile::change::Change;
use crate::compile::escapes::Escapes;
use crate::compile::source_span::SourceSpan;

/// Text that an author wrote, which knows where each of its bytes stands.
#[derive(Clone, Debug)]
pub(crate) struct SourceText<'a> {
    pub(crate) text: Cow<'a, str>,
    /// The whole value in its file, quotes included.
    pub(crate) span: SourceSpan<'a>,
    /// Where the first byte stands, if that can be told.
    pub(crate) start: Option<usize>,
    /// What the file has in other bytes than the text.
    pub(crate) escapes: Escapes,
    pub(crate) quotes: Quotes,
    /// What was left out of the text: where, and how many bytes up to there in all. In order.
    pub(crate) cuts: Vec<(usize, usize)>,
}

/// What stands around a text in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quotes {
    /// Markdown.
    None,
    /// A TOML string in which a backslash is written twice.
    Basic,
    /// A TOML string in which nothing is escaped.
    Literal,
}

impl<'a> SourceText<'a> {
    /// Where a part of the text stands; the whole value where that cannot be told.
    pub(crate) fn span_of(&self, part: Range<usize>) -> SourceSpan<'a> {
        let Some(start) = self.start else {
            return self.span.clone();
        };
        let first = part.start + self.left_out(|at| at <= part.start);
        let end = first.max(part.end + self.left_out(|at| at < part.end));
        let [first, end] = [first, end].map(|byte| start + byte + self.escapes.longer(byte));
        SourceSpan::new(self.span.file, first..end)
    }

    /// Whether the file holds a part byte for byte.
    pub(crate) fn is_verbatim(&self, part: &Range<usize>) -> bool {
        self.start.is_some() && self.span_of(part.clone()).range.len() == part.len()
    }

    /// Bytes that were left out at the places up to one, or before it.
    fn left_out(&self, counts: impl Fn(usize) -> bool) -> usize {
        let counted = self.cuts.partition_point(|(at, _)| counts(*at));
        counted.checked_sub(1).map_or(0, |last| self.cuts[last].1)
    }

    /// Notes that bytes were left out at a place of the text, behind all such places so far.
    pub(crate) fn cut(&mut self, at: usize, length: usize) {
        let before = self.cuts.last().map_or(0, |(_, all)| *all);
        self.cuts.push((at, before + length));
    }

    /// A part of the text, as a text of its own.
    pub(crate) fn part(&self, part: Range<usize>) -> Self {
        let before = self.left_out(|at| at <= part.start);
        let inside = |(at, _): &&(usize, usize)| part.start < *at && *at <= part.end;
        let cuts = self.cuts.iter().filter(inside);
        Self {
            span: self.span_of(part.clone()),
            start: self.start.map(|start| {
                let first = part.start + before;
                start + first + self.escapes.longer(first)
            }),
            escapes: self.escapes.from(part.start + before),
            quotes: self.quotes,
            cuts: cuts
                .map(|(at, all)| (at - part.start, all - before))
                .collect(),
            text: self.text[part].to_owned().into(),
        }
    }

    /// The same words in a file that holds the same text.
    pub(crate) fn in_file<'b>(&self, file: &'b str) -> SourceText<'b> {
        SourceText {
            text: self.text.to_string().into(),
            span: self.span.in_file(file),
            start: self.start,
            escapes: self.escapes.clone(),
            quotes: self.quotes,
            cuts: self.cuts.clone(),
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

    /// Words as they are typed here: in a TOML string a backslash is written twice.
    pub(crate) fn typed(&self, words: &str) -> String {
        match self.quotes {
            Quotes::None | Quotes::Literal => words.to_owned(),
            Quotes::Basic => escaped(words),
        }
    }

    /// The change that puts other words in the place of a part.
    pub(crate) fn change(&self, part: Range<usize>, words: &str) -> Change {
        let span = self.span_of(part.clone());
        let text = if self.start.is_some() {
            self.typed(words)
        } else {
            let whole = [&self.text[..part.start], words, &self.text[part.end..]].concat();
            format!("\"{}\"", escaped(&whole))
        };
        Change::replace(span.file, span.range, text)
    }
}

impl<'a> SourceText<'a> {
    /// A text that is a whole file, of no name that matters.
    pub(crate) fn whole(text: &'a str) -> Self {
        Self {
            text: text.into(),
            span: SourceSpan::new("a.md", 0..text.len()),
            start: Some(0),
            escapes: Escapes::default(),
            quotes: Quotes::None,
            cuts: Vec::new(),
        }
    }
}

/// Words in a basic string of TOML.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | '"' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
