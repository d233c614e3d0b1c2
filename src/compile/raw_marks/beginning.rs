//! What another dialect of Markdown would understand only where a block begins: callouts, task lists, containers, properties.

use crate::compile::raw_marks::mark::{Mark, end, typed};
use crate::compile::raw_marks::setting::Setting;
use crate::model::site::{ContainerKind, Form};

/// What is a mark only where a block begins.
pub(super) fn mark(setting: Setting, text: &str) -> Option<Mark> {
    if setting.inside == Some(ContainerKind::Quotation) && text.starts_with("[!") {
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
    if setting.inside == Some(ContainerKind::Item) {
        let boxes = [("[ ]", "☐"), ("[x]", "☑"), ("[X]", "☑")];
        let (sign, instead) = boxes.into_iter().find(|(sign, _)| {
            let rest = text.strip_prefix(sign);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })?;
        let mark = Mark::dialect(0..sign.len(), "task lists are not read here");
        let help = format!("write `{instead}` in the place of `{sign}`, or leave it out");
        return Some(mark.instead(instead).help(help));
    }
    if setting.form == Form::Paragraph && text.starts_with(": ") {
        let mark = Mark::dialect(0..1, "lists of definitions are not read here");
        let help = "write the term and what it means on one line: `**Term:** words`";
        return Some(mark.part(0..2, "").help(help));
    }
    let is_contents = ["[toc]", "[[toc]]", "[[_toc_]]"].contains(&&*text.trim().to_lowercase());
    if setting.form == Form::Paragraph && is_contents {
        let mark = Mark::dialect(0..text.len(), "a table of contents is not made here");
        return Some(mark.instead("").help("leave it out"));
    }
    if setting.form == Form::Paragraph && text.starts_with("!!! ") {
        let mark = Mark::dialect(0..3, "admonitions are not read here");
        let help = "leave out `!!!` and the word behind it";
        return Some(mark.part(0..4, "").help(help));
    }
    if setting.form == Form::Paragraph && is_row(text) {
        let mark = Mark::stray(0..1, "these bars make no table");
        let help = "put a line such as `|---|---|` below the first row, with as many columns as the row has, or write sentences";
        return Some(mark.help(help));
    }
    if setting.form == Form::Paragraph && text.starts_with(":::") {
        let line = text.split([' ', '\n']).next().unwrap_or_default();
        let mark = Mark::dialect(0..line.len(), "containers between `:::` are not read here");
        let help = "leave out the lines with `:::`";
        return Some(mark.instead("").help(help));
    }
    if setting.form == Form::Paragraph {
        return line(text);
    }
    None
}

/// Lines that say something to other programs.
fn line(text: &str) -> Option<Mark> {
    let word = text.split(' ').next().unwrap_or_default();
    let rest = &text[word.len()..];
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || "-_".contains(c))
    };
    if word.len() > 1 && word.bytes().all(|byte| byte == b'=') && !rest.trim().is_empty() {
        let mark = Mark::dialect(0..word.len(), "headings of AsciiDoc are not read here");
        let help = format!("write `##`, or {} for the sign itself", typed("\\="));
        return Some(mark.instead("##").help(help));
    }
    if text.starts_with("*[") && text.contains("]:") {
        let close = text.find("]:")?;
        let mark = Mark::dialect(0..close + 2, "abbreviations are not explained so here");
        let help = "leave the line out; what words mean is told by an entity, or in the text";
        return Some(mark.part(0..text.len(), "").help(help));
    }
    if word.starts_with("--8<--") {
        let mark = Mark::dialect(0..word.len(), "files are not put in here");
        return Some(mark.part(0..text.len(), "").help("leave the line out"));
    }
    let key = word.strip_suffix("::").filter(|key| is_name(key))?;
    let mark = Mark::dialect(0..word.len(), "properties of blocks are not read here");
    let help = format!("leave the line out, or write `{key}:` with one colon");
    (!rest.trim().is_empty()).then(|| mark.part(word.len() - 1..word.len(), "").help(help))
}

/// Whether a text begins and ends like a row of a table, and has bars within.
fn is_row(text: &str) -> bool {
    if text.starts_with("+--") || text.starts_with("+==") {
        return true;
    }
    let inner = text
        .trim()
        .strip_prefix('|')
        .and_then(|rest| rest.strip_suffix('|'));
    inner.is_some_and(|inner| inner.contains('|'))
}
