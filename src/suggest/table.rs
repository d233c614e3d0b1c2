//! Suggestions as a table for people.

use std::fmt::Write;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::suggest::Suggestions;
use crate::suggest::candidate::{Candidate, Quotation, Tier, either};
use crate::suggest::near_form::NearForm;

/// Rows that are shown unless all are asked for.
pub const ROWS: usize = 40;

/// Columns of a terminal that the sentences are cut to.
const SENTENCE: usize = 64;
/// Columns of an id or name at most.
const WIDEST: usize = 28;

/// The candidates in tiers, the surest first, and the forms that nothing links. `all` shows the last tier too.
pub fn text(suggestions: &Suggestions, all: bool) -> String {
    let candidates = &suggestions.candidates;
    let shown: Vec<_> = candidates
        .iter()
        .filter(|one| all || one.tier < Tier::More)
        .collect();
    let rows = if all {
        shown.len()
    } else {
        shown.len().min(ROWS)
    };
    let shown = &shown[..rows];
    let mut out = String::new();
    let id_width = widest(shown.iter().map(|one| &*one.id));
    let name_width = widest(shown.iter().map(|one| &*one.name));
    let mut tier = None;
    for one in shown {
        if tier != Some(one.tier) {
            tier = Some(one.tier);
            line(&mut out, format_args!("{}", one.tier.word()));
        }
        row(&mut out, one, id_width, name_width);
    }
    if !suggestions.near_forms.is_empty() {
        line(
            &mut out,
            format_args!("near to a known name, and not linked: aliases, if they mean it"),
        );
        let near = &suggestions.near_forms;
        let width = widest(near.iter().map(|one| &*one.words));
        for one in near {
            near_form(&mut out, one, width);
        }
    }
    let hidden = candidates.len() - rows;
    if hidden > 0 {
        line(&mut out, format_args!("{hidden} more: --all shows them"));
    }
    for notice in &suggestions.notices {
        line(&mut out, format_args!("note: {notice}"));
    }
    out
}

fn line(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{words}");
}

fn widest<'w>(words: impl Iterator<Item = &'w str>) -> usize {
    words
        .map(|words| words.width().min(WIDEST))
        .max()
        .unwrap_or(0)
}

fn row(out: &mut String, one: &Candidate, id_width: usize, name_width: usize) {
    let kind = match one.kind {
        Some(kind) => kind.slug(),
        None => "?",
    };
    let quotation = one
        .sentences
        .first()
        .map(|first| quoted(first, &one.name))
        .unwrap_or_default();
    let doubt = match &one.may_mean[..] {
        [] => String::new(),
        names => format!("(may mean {}) ", either(names)),
    };
    line(
        out,
        format_args!(
            "  {}  {}  {:<12} {:>3}  {doubt}{quotation}",
            padded(&one.id, id_width),
            padded(&one.name, name_width),
            kind,
            one.occurrences.len(),
        ),
    );
}

fn near_form(out: &mut String, one: &NearForm, width: usize) {
    let entities = one.entities.join(", ");
    let quotation = one
        .sentences
        .first()
        .map(|first| quoted(first, &one.words))
        .unwrap_or_default();
    line(
        out,
        format_args!(
            "  {}  {entities}  {:>3}  {quotation}",
            padded(&one.words, width),
            one.occurrences.len()
        ),
    );
}

/// Where a sentence stands, and so much of it round the name as a line has room for.
fn quoted(quotation: &Quotation, name: &str) -> String {
    let text = &*quotation.text;
    let at = text.find(name).unwrap_or(0);
    let before = text[..at].width();
    let from = before.saturating_sub(SENTENCE / 2);
    let mut skipped = 0;
    let start = text.char_indices().find(|(_, letter)| {
        let is_there = skipped >= from;
        skipped += letter.width().unwrap_or(0);
        is_there
    });
    let start = start.map_or(0, |(start, _)| start);
    let start = if start == 0 {
        0
    } else {
        text[start..]
            .find(' ')
            .map_or(start, |space| start + space + 1)
    };
    let head = if start > 0 { "… " } else { "" };
    format!(
        "{}#p{}: {head}{}",
        quotation.article,
        quotation.block,
        cut(&text[start..], SENTENCE)
    )
}

/// Words of so many columns at most.
fn cut(words: &str, width: usize) -> String {
    if words.width() <= width {
        return words.to_owned();
    }
    let mut used = 0;
    let kept = words.chars().take_while(|letter| {
        used += letter.width().unwrap_or(0);
        used < width
    });
    kept.chain(['…']).collect()
}

fn padded(words: &str, width: usize) -> String {
    let words = cut(words, WIDEST);
    let space = width.saturating_sub(words.width());
    words + &" ".repeat(space)
}
