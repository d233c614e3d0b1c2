//! In a cell of a table a bar ends the cell, but the bars of a mention, `[[id|words]]`, do not: they are put out of sight
//! while the table is read.

use std::borrow::Cow;
use std::ops::Range;

/// Stands for a bar while a table is read: a sign like it, of one byte, that means nothing.
const MASK: &str = ";";

/// The text with the bars of mentions in tables masked, byte for byte.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    if !text.contains("[[") || !text.contains("--") {
        return text.into();
    }
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lines.push(start..start + line.len());
        start += line.len();
    }
    let mut bars = Vec::new();
    let mut row = 0;
    while row < lines.len() {
        if row == 0 || !is_delimiter(&text[lines[row].clone()]) {
            row += 1;
            continue;
        }
        bars.extend(mention_bars(text, &lines[row - 1]));
        row += 1;
        while row < lines.len() && !text[lines[row].clone()].trim().is_empty() {
            bars.extend(mention_bars(text, &lines[row]));
            row += 1;
        }
    }
    if bars.is_empty() {
        return text.into();
    }
    let mut masked = text.to_owned();
    for bar in bars {
        masked.replace_range(bar..bar + 1, MASK);
    }
    masked.into()
}

/// The words of an event as they are in the text; `masked` is what was read.
pub(super) fn unmasked<'t>(
    words: &'t str,
    source: &Range<usize>,
    masked: &str,
    text: &'t str,
) -> Cow<'t, str> {
    let written = &text[source.clone()];
    if &masked[source.clone()] == written {
        return words.into();
    }
    if &masked[source.clone()] == words {
        return written.into();
    }
    // Code, between its own signs.
    written.trim_matches('`').trim().into()
}

/// `| --- | :-: |`
fn is_delimiter(line: &str) -> bool {
    let line = line.trim_start_matches(['>', ' ', '\t']).trim_end();
    line.contains('|') && line.contains('-') && line.chars().all(|c| "|:- \t".contains(c))
}

/// The bars between the brackets of mentions in a line.
fn mention_bars(text: &str, line: &Range<usize>) -> Vec<usize> {
    let bytes = &text.as_bytes()[line.clone()];
    let mut bars = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'[' if bytes.get(at + 1) == Some(&b'[') => {
                open.push(bars.len());
                at += 1;
            }
            b']' if bytes.get(at + 1) == Some(&b']') && open.pop().is_some() => at += 1,
            b'|' if !open.is_empty() => bars.push(line.start + at),
            _ => {}
        }
        at += 1;
    }
    // Of a mention without an end they are borders of cells.
    if let Some(first) = open.first() {
        bars.truncate(*first);
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn bars_of_mentions_in_tables_are_no_borders() {
        let table = "| A [[a|b]] | B |\n|---|---|\n| [[a|x [[b|y]]]] | \\[[c|d |\n| [[a|b | c |\n\n[[a|b]] | c";
        let read = "| A [[a;b]] | B |\n|---|---|\n| [[a;x [[b;y]]]] | \\[[c|d |\n| [[a|b | c |\n\n[[a|b]] | c";
        assert_eq!(masked(table), read);
    }
}
