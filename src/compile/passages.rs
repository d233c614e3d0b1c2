//! An article's passages, its paragraphs, cells and the like, as plain words with the way back into the file: what other
//! programs count in.

use std::ops::Range;
use std::rc::Rc;

use crate::compile::anchor::Anchors;
use crate::compile::comments;
use crate::compile::escapes::Escapes;
use crate::compile::findings::Findings;
use crate::compile::flat::{Flat, InlineStyle};
use crate::compile::front;
use crate::compile::markdown;
use crate::compile::mention;
use crate::compile::paragraph;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::{Quotes, SourceText};
use crate::compile::syntax;
use crate::model::site::Form;

/// Words of one block.
pub(crate) struct Passage<'a> {
    /// The number of its block, counted from 1; the title is the first.
    pub(crate) block: u32,
    flat: Flat,
    /// The author's mentions: their words, and what is called by them.
    pub(crate) mentions: Vec<(Range<usize>, String)>,
    written: Rc<SourceText<'a>>,
}

impl Passage<'_> {
    /// Its words, without markup.
    pub(crate) fn text(&self) -> &str {
        &self.flat.text
    }

    /// Where a part of the words stands in the file, if the file holds it byte for byte.
    pub(crate) fn source(&self, part: Range<usize>) -> Option<Range<usize>> {
        self.written.start?;
        Some(self.written.span_of(self.flat.source(part)).range)
    }

    /// Words that no mention may share: those of links, and code.
    pub(crate) fn is_closed(&self, part: &Range<usize>) -> bool {
        let closed =
            |style: &InlineStyle| matches!(style, InlineStyle::Link(_) | InlineStyle::Code);
        let mut styles = self.flat.styles.iter().filter(|(_, style)| closed(style));
        styles.any(|(range, _)| range.start < part.end && part.start < range.end)
    }
}

/// The passages of an article, whatever is wrong with it. `first_name` gives the words for `[[id]]`.
pub(crate) fn passages<'a, 'n>(
    path: &'a str,
    text: &'a str,
    first_name: impl Fn(&str) -> Option<&'n str>,
) -> Vec<Passage<'a>> {
    let findings = Findings::default();
    let Some((front, body)) = front::split(path, text, &findings) else {
        return Vec::new();
    };
    let mut passages = Vec::new();
    let mut push = |block, flat: &Flat, written: &Rc<SourceText<'a>>| {
        let parsed = mention::parse(flat, &first_name);
        let mentions = parsed
            .found
            .into_iter()
            .map(|found| (found.range, found.slug));
        passages.push(Passage {
            block,
            mentions: mentions.collect(),
            flat: parsed.flat,
            written: Rc::clone(written),
        });
    };
    if let Some(title) = title(path, text, front) {
        let title = comments::left_out(title, &findings);
        let flat = paragraph::read(&title, &findings);
        push(1, &flat, &Rc::new(title));
    }
    let body = SourceText {
        text: text[body.clone()].into(),
        span: SourceSpan::new(path, body.clone()),
        start: Some(body.start),
        quotes: Quotes::None,
        cuts: Vec::new(),
        escapes: Escapes::default(),
    };
    let body = Rc::new(comments::left_out(body, &findings));
    let mut anchors = Anchors::default();
    for (number, mut block) in (2..).zip(markdown::read(&body, &findings).blocks) {
        // Captions are texts of their own.
        if block.figure.is_some() {
            continue;
        }
        if block.form != Form::Preformatted
            && let Some(flat) = block.flats.last_mut()
        {
            anchors.take(flat, number, &body, &findings);
        }
        for flat in &block.flats {
            push(number, flat, &body);
        }
    }
    passages
}

/// The title, with its place in the file.
fn title<'a>(path: &'a str, text: &'a str, front: Range<usize>) -> Option<SourceText<'a>> {
    // Their places outlive what is found wrong with them.
    let findings = Findings::default();
    let mut table = syntax::parse_part(path, text, front, &findings);
    let title = table.string("title")?;
    Some(SourceText {
        text: title.text.into_owned().into(),
        span: SourceSpan::new(path, title.span.range.clone()),
        start: title.start,
        quotes: title.quotes,
        cuts: title.cuts,
        escapes: title.escapes,
    })
}
