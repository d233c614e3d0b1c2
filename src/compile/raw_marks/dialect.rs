//! What another dialect of Markdown would understand: embeds, callouts, task lists, attributes, highlights, footnotes,
//! block ids, citations, containers, templates.

use std::ops::Range;

use crate::compile::picture::is_file_name;
use crate::compile::raw_marks::mark::{Mark, end, escaped, typed};
use crate::model::site::Form;

/// All such marks of a block.
pub(super) fn marks(form: Form, text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    marks.extend(beginning(form, text));
    for (at, sign) in text.char_indices() {
        let rest = &text[at..];
        marks.extend(match sign {
            '!' => embed(text, at),
            '{' if rest.starts_with("{{") => template(text, at, "}}"),
            '{' if rest.starts_with("{%") => template(text, at, "%}"),
            '{' => attributes(text, at),
            '=' => highlight(text, at),
            '[' if rest.starts_with("[^") => footnote(text, at),
            '[' if rest.starts_with("[@") => citation(text, at),
            '^' if rest.starts_with("^[") => inline_footnote(text, at),
            '^' => block_id(text, at),
            _ => None,
        });
    }
    marks
}

/// What is a mark only where a block begins.
fn beginning(form: Form, text: &str) -> Option<Mark> {
    if form == Form::Quotation && text.starts_with("[!") {
        let close = end(text, 2, "]")?;
        let name = &text[2..close];
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
        let mut close = close + 1;
        close += usize::from(text[close..].starts_with(['+', '-']));
        let spaces = text[close..].len() - text[close..].trim_start().len();
        return is_name.then(|| {
            let mark = Mark::dialect(0..close, "callouts are not read here");
            let help = format!(
                "leave out `{}`, and this is a quotation; leave out `>` too, and it is a paragraph",
                &text[..close]
            );
            mark.part(0..close + spaces, "").help(help)
        });
    }
    if matches!(form, Form::Item { .. }) {
        let boxes = [("[ ]", "☐"), ("[x]", "☑"), ("[X]", "☑")];
        let (sign, instead) = boxes.into_iter().find(|(sign, _)| {
            let rest = text.strip_prefix(sign);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })?;
        let mark = Mark::dialect(0..sign.len(), "task lists are not read here");
        let help = format!("write `{instead}` in the place of `{sign}`, or leave it out");
        return Some(mark.instead(instead).help(help));
    }
    if text.starts_with(":::") {
        let line = text.split([' ', '\n']).next().unwrap_or_default();
        let mark = Mark::dialect(0..line.len(), "containers between `:::` are not read here");
        let help = "leave out the lines with `:::`";
        return Some(mark.instead("").help(help));
    }
    None
}

/// `![[berg]]`
fn embed(text: &str, at: usize) -> Option<Mark> {
    let rest = text[at..].strip_prefix("![[")?;
    let close = end(text, at + 3, "]]")?;
    let target = &rest[..close - at - 3];
    let name = target.split(['|', '#']).next().unwrap_or_default();
    let range = at..close + 2;
    let mark = Mark::dialect(range, "what is embedded by `![[` is not read here");
    Some(if is_file_name(name) {
        mark.instead("")
            .help("leave it out; a picture of an entity is its `image`")
    } else {
        let help = format!(
            "write `[[{target}]]` for a mention, or {} for the sign itself",
            typed("\\!")
        );
        mark.part(at..at + 1, "").help(help)
    })
}

/// `{#id}`, `{.class}`, `{width=50%}`. An anchor at a block's end is the author's own.
fn attributes(text: &str, at: usize) -> Option<Mark> {
    let close = end(text, at + 1, "}")?;
    let inner = text[at + 1..close].trim_start_matches(':').trim();
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':'))
    };
    let is_attribute = |word: &str| {
        word.strip_prefix(['#', '.']).is_some_and(is_name)
            || word
                .split_once('=')
                .is_some_and(|(key, value)| is_name(key) && !value.is_empty())
    };
    let mut words = inner.split_whitespace();
    if inner.is_empty() || !words.all(is_attribute) {
        return None;
    }
    let is_anchor = text[at..].starts_with("{#") && !inner.contains(char::is_whitespace);
    if is_anchor && text[close + 1..].trim().is_empty() {
        return None;
    }
    let spaces = text[..at].len() - text[..at].trim_end().len();
    let mark = Mark::dialect(at..close + 1, "attributes are not read here");
    let help = format!(
        "leave it out, or write {} for the sign itself",
        typed("\\{")
    );
    Some(mark.part(at - spaces..close + 1, "").help(help))
}

/// `{{ x }}`, `{% x %}`
fn template(text: &str, at: usize, closing: &str) -> Option<Mark> {
    let close = end(text, at + 2, closing)? + 2;
    let mark = Mark::dialect(at..close, "templates are not read here");
    let help = format!(
        "leave it out, or write {} for the signs themselves",
        typed("\\{")
    );
    Some(mark.instead("").help(help))
}

/// `==x==`
fn highlight(text: &str, at: usize) -> Option<Mark> {
    if !is_double(text, at, '=') || starts_with_space(&text[at + 2..]) {
        return None;
    }
    let close = end(text, at + 2, "==").filter(|close| is_double(text, *close, '='))?;
    let words = &text[at + 2..close];
    if words.is_empty() || words.ends_with(char::is_whitespace) {
        return None;
    }
    let mark = Mark::dialect(at..close + 2, "words marked by `==` are not read here");
    let help = format!(
        "write `**` in the place of both `==`, or {} for the signs themselves",
        typed(escaped("=="))
    );
    let mark = mark.part(at..at + 2, "**");
    Some(mark.part(close..close + 2, "**").help(help))
}

/// Exactly two of a sign begin here.
fn is_double(text: &str, at: usize, sign: char) -> bool {
    let rest = text[at..].trim_start_matches(sign);
    text[at..].len() - rest.len() == 2 && !text[..at].ends_with(sign)
}

fn starts_with_space(text: &str) -> bool {
    text.starts_with(char::is_whitespace) || text.is_empty()
}

/// `[^1]`, and `[^1]: ` where its note begins.
fn footnote(text: &str, at: usize) -> Option<Mark> {
    let close = end(text, at + 2, "]")?;
    let label = &text[at + 2..close];
    if label.is_empty() || label.contains(char::is_whitespace) {
        return None;
    }
    let range = at..close + 1;
    let mut gone = range.clone();
    if at == 0 && text[gone.end..].starts_with(':') {
        gone.end += 1;
        gone.end += text[gone.end..].len() - text[gone.end..].trim_start().len();
    }
    let mark = Mark::dialect(range, "this footnote has no note");
    let help = "write what the note says into the text, in parentheses, and leave the mark out";
    Some(mark.part(gone, "").help(help))
}

/// `^[words]`
fn inline_footnote(text: &str, at: usize) -> Option<Mark> {
    let close = end(text, at + 2, "]")?;
    let mark = Mark::dialect(at..close + 1, "footnotes within the text are not read here");
    let mark = mark.part(at..at + 2, " (").part(close..close + 1, ")");
    Some(mark.help("write the note in parentheses"))
}

/// `[@smith2020]`
fn citation(text: &str, at: usize) -> Option<Mark> {
    let close = end(text, at + 2, "]")?;
    let is_key = text[at + 2..].starts_with(char::is_alphanumeric);
    is_key.then(|| {
        let mark = Mark::dialect(at..close + 1, "citations in the text are not read here");
        let help =
            "leave it out, or link the work: `[words](https://…)`; facts name their `source`";
        let spaces = text[..at].len() - text[..at].trim_end().len();
        mark.part(at - spaces..close + 1, "").help(help)
    })
}

/// `^abc123`, at a block's end.
fn block_id(text: &str, at: usize) -> Option<Mark> {
    let id = text[at + 1..].trim_end();
    let is_id = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let begins = at == 0 || text[..at].ends_with(char::is_whitespace);
    (is_id && begins).then(|| {
        let range = at..at + 1 + id.len();
        let gone: Range<usize> = text[..at].trim_end().len()..range.end;
        let mark = Mark::dialect(range, "block ids are not read here");
        mark.part(gone, "").help("leave it out")
    })
}
