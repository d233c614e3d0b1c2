//! What another dialect of Markdown would understand: embeds, callouts, task lists, attributes, highlights, footnotes,
//! block ids, citations, templates, names of signs.

use std::ops::Range;

use crate::compile::picture::is_file_name;
use crate::compile::raw_marks::beginning;
use crate::compile::raw_marks::mark::{Mark, end, escaped, typed};
use crate::compile::raw_marks::setting::Setting;
use crate::model::site::Form;

/// All such marks of a block.
pub(super) fn marks(setting: Setting, text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    marks.extend(beginning::mark(setting, text));
    for (at, sign) in text.char_indices() {
        let rest = &text[at..];
        marks.extend(match sign {
            '!' => embed(text, at),
            '{' if rest.starts_with("{{") => template(text, at, "}}"),
            '{' if rest.starts_with("{%") => template(text, at, "%}"),
            '{' => revision(text, at).or_else(|| attributes(setting, text, at)),
            '=' | '+' | '|' => paired(text, at, sign),
            '[' if rest.starts_with("[^") => footnote(text, at),
            '[' if rest.starts_with("[@") => citation(text, at),
            '(' if rest.starts_with("((") => block_reference(text, at),
            ':' => shortcode(text, at),
            '^' if rest.starts_with("^[") => inline_footnote(text, at),
            '^' => block_id(text, at),
            '&' => reference(text, at),
            _ => None,
        });
    }
    marks
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
fn attributes(setting: Setting, text: &str, at: usize) -> Option<Mark> {
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
    let bears_anchors = !matches!(setting.form, Form::Table { .. });
    if bears_anchors && is_anchor && text[close + 1..].trim().is_empty() {
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

/// `{++x++}`, `{--x--}`, `{~~x~>y~~}`, `{==x==}`, `{>>x<<}`: CriticMarkup.
fn revision(text: &str, at: usize) -> Option<Mark> {
    let signs = [
        ("{++", "++}"),
        ("{--", "--}"),
        ("{~~", "~~}"),
        ("{==", "==}"),
        ("{>>", "<<}"),
    ];
    let (open, close) = signs
        .into_iter()
        .find(|(open, _)| text[at..].starts_with(open))?;
    let end = end(text, at + 3, close)?;
    let mark = Mark::dialect(at..end + 3, "marks of revision are not read here");
    let stays = if open == "{++" || open == "{==" {
        &text[at + 3..end]
    } else {
        ""
    };
    let help = format!(
        "settle it: write what is to stand, or {} for the sign itself",
        typed("\\{")
    );
    Some(mark.instead(stays).help(help))
}

/// `&unknown;`: it looks like the name of a character in HTML, and is none.
fn reference(text: &str, at: usize) -> Option<Mark> {
    let end = end(text, at + 1, ";")?;
    let name = &text[at + 1..end];
    let is_name = name.len() > 2
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_name.then(|| {
        let mark = Mark::stray(at..end + 1, "no character has this name");
        let help = format!(
            "write the character itself, or {} for the signs themselves",
            typed("\\&")
        );
        mark.part(at..at + 1, "\\&").help(help)
    })
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

/// `==x==`, `++x++`, `||x||`
fn paired(text: &str, at: usize, sign: char) -> Option<Mark> {
    if !is_double(text, at, sign) || starts_with_space(&text[at + 2..]) {
        return None;
    }
    let signs: String = [sign, sign].iter().collect();
    let close = end(text, at + 2, &signs).filter(|close| is_double(text, *close, sign))?;
    let words = &text[at + 2..close];
    if words.is_empty() || words.ends_with(char::is_whitespace) {
        return None;
    }
    // `C++ and C++`
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_joined =
        touches(text[..at].chars().next_back()) || touches(text[close + 2..].chars().next());
    if sign != '=' && is_joined {
        return None;
    }
    let mark = Mark::dialect(
        at..close + 2,
        format!("words marked by `{signs}` are not read here"),
    );
    let escaped = typed(escaped(&signs));
    let (instead, help) = if sign == '=' {
        let help = format!(
            "write `**` in the place of both `{signs}`, or {escaped} for the signs themselves"
        );
        ("**", help)
    } else {
        let help = format!("leave out both `{signs}`, or write {escaped} for the signs themselves");
        ("", help)
    };
    let mark = mark.part(at..at + 2, instead);
    Some(mark.part(close..close + 2, instead).help(help))
}

/// Exactly two of a sign begin here.
fn is_double(text: &str, at: usize, sign: char) -> bool {
    let rest = text[at..].trim_start_matches(sign);
    text[at..].len() - rest.len() == 2 && !text[..at].ends_with(sign)
}

fn starts_with_space(text: &str) -> bool {
    text.starts_with(char::is_whitespace) || text.is_empty()
}

/// `[^1]` without a footnote `[^1]: …`.
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
    let mark = Mark::missing_footnote(range);
    let help = format!(
        "leave the sign out; in an article’s text it may stay with `[^{label}]: …` and the footnote’s words on a line of their own"
    );
    Some(mark.part(gone, "").help(help))
}

/// `((5e8f-abc))`: a block of Roam or Logseq.
fn block_reference(text: &str, at: usize) -> Option<Mark> {
    let close = end(text, at + 2, "))")?;
    let id = &text[at + 2..close];
    let is_id = id.len() > 2
        && id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let is_apart = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '(');
    (is_id && is_apart).then(|| {
        let mark = Mark::dialect(at..close + 2, "references to blocks are not read here");
        let help = format!(
            "leave it out, or write {} for the signs themselves; a block of an article is linked as `[words](NAME#p2)`",
            typed("\\((")
        );
        let spaces = text[..at].len() - text[..at].trim_end().len();
        mark.part(at - spaces..close + 2, "").help(help)
    })
}

/// `:smile:`, which other programs draw.
fn shortcode(text: &str, at: usize) -> Option<Mark> {
    let close = end(text, at + 1, ":")?;
    let name = &text[at + 1..close];
    let is_name = name
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_+-".contains(&byte));
    let is_word =
        name.contains(|c: char| c.is_ascii_lowercase()) || matches!(name, "+1" | "-1" | "100");
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == ':');
    let (before, after) = (
        text[..at].chars().next_back(),
        text[close + 1..].chars().next(),
    );
    let is_apart = !touches(before) && !touches(after);
    (is_name && is_word && is_apart).then(|| {
        let mark = Mark::dialect(
            at..close + 1,
            "names of signs between colons are not read here",
        );
        let help = format!(
            "write the sign itself, such as ☺, or {} for the colons themselves",
            typed("\\:")
        );
        mark.part(at..at + 1, "\\:").help(help)
    })
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
