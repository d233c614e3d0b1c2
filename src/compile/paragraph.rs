//! A value that is one paragraph: a title, a summary, the text of a fact.

use std::ops::Range;

use crate::compile::anchor;
use crate::compile::findings::Findings;
use crate::compile::flat::Flat;
use crate::compile::markdown::{self, FlatBlock, FlatText};
use crate::compile::source_text::SourceText;
use crate::model::site::Form;

/// The text of the paragraph; anything else is a finding.
pub(crate) fn read(written: &SourceText<'_>, findings: &Findings) -> Flat {
    let flat = anchored(written, findings);
    anchor::refuse(&flat, written, findings);
    flat
}

/// The same, but that an anchor may stand at its end.
pub(crate) fn anchored(written: &SourceText<'_>, findings: &Findings) -> Flat {
    if is_break(&written.text) {
        let message = "this says nothing: it is the line of a section break";
        findings
            .error("unsupported-markdown", &written.words(), message)
            .help("write what it says");
        return Flat::default();
    }
    let FlatText {
        mut blocks,
        footnotes,
    } = markdown::read(written, findings);
    if let Some(footnote) = footnotes.first() {
        let span = written.span_of(footnote.sign.clone());
        findings
            .error(
                "unsupported-markdown",
                &span,
                "only an article has footnotes",
            )
            .help("say it in the text, and leave the sign and the footnote out");
        return Flat::default();
    }
    let is_paragraph = |block: &FlatBlock| block.form == Form::Paragraph && block.within.is_empty();
    if blocks.len() == 1 && is_paragraph(&blocks[0]) {
        return blocks.remove(0).flats.remove(0);
    }
    if let Some(block) = blocks.iter().find(|block| block.form == Form::Figure) {
        let span = written.span_of(block.source.clone());
        findings
            .error("unsupported-markdown", &span, "a picture has no place here")
            .help("leave it out; pictures stand in an article's text, or in `image`");
        return Flat::default();
    }
    if let Some(block) = blocks
        .iter()
        .find(|block| !is_paragraph(block))
        .or(blocks.get(1))
    {
        let message = "this is a single paragraph: no headings, lists or quotations";
        let span = written.span_of(block.source.clone());
        let report = findings.error("unsupported-markdown", &span, message);
        match opening_sign(&written.text) {
            Some(sign) => {
                let words = &written.text[sign.clone()];
                let typed = written.typed(&["\\", words].concat());
                let before = &written.text[..sign.start];
                report
                    .change(written.change(sign, &["\\", words].concat()))
                    .help(format!(
                        "write `{before}{typed}` in the place of `{before}{words}`, or leave it out"
                    ));
            }
            None => {
                let first = &blocks[0].source;
                let end = first.start + written.text[first.clone()].trim_end().len();
                let gap = end..blocks.get(1).map_or(end, |next| next.source.start);
                report
                    .change(written.change(gap, " "))
                    .help("write one paragraph, without an empty line");
            }
        }
    }
    Flat::default()
}

/// `***`, `* * *`, `---`
fn is_break(text: &str) -> bool {
    let signs: String = text.split_whitespace().collect();
    let is_line = |sign: char| signs.chars().all(|c| c == sign);
    signs.len() >= 3 && ['*', '-', '_'].into_iter().any(is_line)
}

/// The sign by which a text begins as a list, heading or quotation; in front of it may stand a number.
fn opening_sign(text: &str) -> Option<Range<usize>> {
    let number = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let sign = text[number..].chars().next()?;
    let begins = if number > 0 {
        matches!(sign, '.' | ')')
    } else {
        matches!(sign, '#' | '>' | '-' | '+' | '*')
    };
    begins.then(|| number..number + 1)
}
