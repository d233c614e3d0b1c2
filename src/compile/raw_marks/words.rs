//! Values that are plain words, such as names and descriptions: Markdown is not read in them.

use std::ops::Range;

use crate::compile::findings::Findings;
use crate::compile::source_text::SourceText;

/// Says which signs of Markdown in a value would be published as they stand.
pub(crate) fn check_words(written: &SourceText<'_>, findings: &Findings) {
    let Some((range, words)) = mark(&written.text) else {
        return;
    };
    let message = format!(
        "Markdown is not read here, and `{}` would be published as it stands",
        &written.text[range.clone()]
    );
    let change = written.change(range.clone(), &words);
    let report = findings.error("stray-mark", &written.span_of(range), message);
    report
        .change(change)
        .help(format!("write `{}`", written.typed(&words)));
}

/// The first mark, and its words alone.
fn mark(text: &str) -> Option<(Range<usize>, String)> {
    let pairs = [
        ("[[", "]]"),
        ("%%", "%%"),
        ("<!--", "-->"),
        ("**", "**"),
        ("__", "__"),
        ("`", "`"),
    ];
    let found = pairs.iter().filter_map(|(open, close)| {
        let start = text.find(open)?;
        let inner = start + open.len();
        let end = inner + text[inner..].find(close)?;
        let words = &text[inner..end];
        let words = match *open {
            "%%" | "<!--" => "",
            "[[" => words.split('|').nth(1).unwrap_or(words),
            _ => words,
        };
        (inner < end).then(|| (start..end + close.len(), words.to_owned()))
    });
    found.chain(link(text)).min_by_key(|(range, _)| range.start)
}

/// `[words](address)`
fn link(text: &str) -> Option<(Range<usize>, String)> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')? + 1;
    Some((start..end, text[start + 1..middle].to_owned()))
}
