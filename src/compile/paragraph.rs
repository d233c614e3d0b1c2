//! A value that is one paragraph: a title, a summary, the text of a fact.

use std::ops::Range;

use crate::compile::anchor;
use crate::compile::findings::Findings;
use crate::compile::flat::Flat;
use crate::compile::markdown::blocks;
use crate::compile::source_text::SourceText;
use crate::model::site::Form;

/// The text of the paragraph; anything else is a finding.
pub(crate) fn read(written: &SourceText<'_>, findings: &Findings) -> Flat {
    let mut blocks = blocks(written, findings);
    if blocks.len() == 1 && blocks[0].form == Form::Paragraph {
        let flat = blocks.remove(0).flat;
        anchor::refuse(&flat, written, findings);
        return flat;
    }
    if let Some(block) = blocks
        .iter()
        .find(|block| block.form != Form::Paragraph)
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
