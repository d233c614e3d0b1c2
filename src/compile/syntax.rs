//! TOML text to tables; syntax errors become findings, as many as mean something.

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::compile::change::Change;
use crate::compile::content_files::TextFile;
use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::toml_table::TomlTable;
use crate::compile::toml_value::TomlSource;

/// Parses a TOML file. What could be read in spite of errors is returned.
pub(crate) fn parse<'a>(file: TextFile<'a>, findings: &'a Findings) -> TomlTable<'a> {
    match file.text {
        Some(text) => parse_part(file.path, text, 0..text.len(), findings),
        None => TomlTable::unreadable(file.path, findings),
    }
}

/// Parses the TOML in a part of a file.
pub(crate) fn parse_part<'a>(
    file: &'a str,
    text: &'a str,
    part: Range<usize>,
    findings: &'a Findings,
) -> TomlTable<'a> {
    let shift = part.start;
    let (table, errors) = DeTable::parse_recoverable(&text[part.clone()]);
    let source = TomlSource {
        file,
        text,
        shift,
        complete: errors.is_empty(),
        findings,
    };
    report(&text[part], source, &errors);
    TomlTable::new(source, SourceSpan::whole(file), table.into_inner())
}

/// The parser reports every stumble. Of those only the first of a line is told, none of the lines right below an
/// open bracket, and of a table given twice only its header.
fn report(text: &str, source: TomlSource<'_>, errors: &[Error]) {
    let findings = source.findings;
    let span = |error: &Error| visible(text, error.span().unwrap_or(0..0));
    let mut errors: Vec<_> = errors
        .iter()
        .map(|error| (span(error), error.message()))
        .collect();
    errors.sort_by_key(|(span, _)| span.start);
    let mut last_line = None;
    let mut is_open = false;
    let mut doubled_until = 0;
    for (span, message) in errors {
        let line = text[..span.start].matches('\n').count();
        let same_line = last_line == Some(line);
        is_open &= same_line || last_line.is_some_and(|last: usize| last + 1 == line);
        last_line = Some(line);
        if message == "duplicate key" {
            if span.start >= doubled_until {
                doubled_until = doubled_end(text, &span);
                let message = format!("`{}` is given twice", &text[span.clone()]);
                findings
                    .error("duplicate-id", &source.span_of(span), message)
                    .help("keep one, or name the other differently");
            }
            continue;
        }
        if !same_line && !is_open {
            match straight(text, span.start) {
                Some((line, straight)) => {
                    let message = "these are typographic quotes, which TOML does not read";
                    let change = source.span_of(line);
                    findings
                        .error("malformed-toml", &source.span_of(span), message)
                        .change(Change::replace(change.file, change.range, &*straight))
                        .help(format!("write straight ones: `{}`", straight.trim()));
                }
                None => findings
                    .error("malformed-toml", &source.span_of(span), message)
                    .help(help(message)),
            }
        }
        is_open |= leaves_open(message);
    }
}

/// The line around a place as it is with straight quotes, if that makes it good TOML.
fn straight(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    const DOUBLE: [char; 6] = ['“', '”', '„', '‟', '«', '»'];
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..]
        .find('\n')
        .map_or(text.len(), |length| at + length);
    let line = &text[start..end];
    let single = |c: char| matches!(c, '‘' | '’' | '‚');
    let outer = [(line.find(single), line.rfind(single))];
    let single = outer.into_iter().filter_map(|(first, last)| {
        let (first, last) = (first?, last?);
        let mut straight = line.to_owned();
        for at in [last, first] {
            let sign = line[at..].chars().next().map_or(1, char::len_utf8);
            straight.replace_range(at..at + sign, "\"");
        }
        (first < last).then_some(straight)
    });
    let tries = [line.replace(DOUBLE, "\"")].into_iter().chain(single);
    let is_good = |one: &String| one != line && DeTable::parse_recoverable(one).1.is_empty();
    let mut good = tries.filter(is_good);
    good.next().map(|straight| (start..end, straight))
}

/// Where the keys end that are given twice because their table is; nowhere if the key is no header.
fn doubled_end(text: &str, key: &Range<usize>) -> usize {
    if !text[..key.start].ends_with('[') {
        return 0;
    }
    let next = text[key.end..].find("\n[");
    next.map_or(text.len(), |next| key.end + next)
}

/// After this the parser takes the lines below for the rest of a list.
fn leaves_open(message: &str) -> bool {
    let openings = [
        "missing comma",
        "unexpected",
        "unclosed",
        "invalid inline table",
    ];
    openings.iter().any(|opening| message.starts_with(opening))
}

/// What to type, by what the parser says.
fn help(message: &str) -> &'static str {
    let helps = [
        (
            "string values must be quoted",
            "put the words in quotes: `\"…\"`",
        ),
        (
            "invalid basic string",
            "close the quotes; inside them write `\\\"` for a quote",
        ),
        ("invalid literal string", "close the quotes"),
        ("unclosed array", "close the list with `]`"),
        (
            "missing comma between array",
            "put a comma between the entries, and close the list with `]`",
        ),
        (
            "unclosed inline table",
            "close the table with `}`, on the same line",
        ),
        (
            "invalid inline table",
            "close the table with `}`, on the same line",
        ),
        (
            "unclosed table",
            "close the header with `]`, or `]]` if it began with `[[`",
        ),
    ];
    let found = helps.iter().find(|(start, _)| message.starts_with(start));
    found.map_or("write `key = \"value\"`, one to a line", |(_, help)| help)
}

/// A span with something in it to underline, where the parser points between characters.
fn visible(text: &str, span: Range<usize>) -> Range<usize> {
    let next = text[span.start..]
        .chars()
        .next()
        .filter(|next| !next.is_whitespace());
    match next {
        _ if !span.is_empty() => span,
        Some(next) => span.start..span.start + next.len_utf8(),
        None => {
            let last = text[..span.start].char_indices().next_back();
            last.map_or(span.clone(), |(last, _)| last..span.start)
        }
    }
}
