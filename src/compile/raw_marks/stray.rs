//! Marks that CommonMark knows and that were left open: `**`, `__`, backticks, backslashes, brackets of a link that is
//! none, a heading without its space.

use std::ops::Range;

use crate::compile::emphasis;
use crate::compile::flat::Flat;
use crate::compile::raw_marks::mark::{Mark, escaped, typed};
use crate::model::site::Form;

/// All such marks of a block.
pub(super) fn marks(form: Form, text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    marks.extend(heading(form, text));
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let run = text[at..].len() - text[at..].trim_start_matches(sign).len();
        marks.extend(match sign {
            '*' if run >= 2 => Some(bold(text, at, run)),
            '_' if run == 2 => Some(bold(text, at, run)),
            '~' if run == 2 => Some(strike(at)),
            '`' => Some(backtick(text, at, run)),
            '\\' => Some(backslash(at)),
            ']' => link(text, at + run),
            _ => None,
        });
        at += run;
    }
    marks
}

fn bold(text: &str, at: usize, run: usize) -> Mark {
    let sign = &text[at..at + run];
    let help = format!(
        "write `**words**`, without a space inside and with signs of punctuation outside, or {} for the signs themselves",
        typed(escaped(sign))
    );
    Mark::stray(
        at..at + run,
        format!("this `{sign}` opens or closes nothing"),
    )
    .instead(escaped(sign))
    .help(help)
}

fn strike(at: usize) -> Mark {
    let help = format!(
        "write `~~words~~`, without a space inside, or {} for the signs themselves",
        typed(escaped("~~"))
    );
    Mark::stray(at..at + 2, "this `~~` opens or closes nothing")
        .instead(escaped("~~"))
        .help(help)
}

/// An asterisk of `**` of which CommonMark took the other one. `is_half` tells that of a place in the source.
pub(super) fn halves(text: &str, is_half: impl Fn(Range<usize>) -> bool, flat: &Flat) -> Vec<Mark> {
    let stars = text.match_indices('*').map(|(at, _)| at..at + 1);
    let lone = stars
        .filter(|star| !text[..star.start].ends_with('*') && !text[star.end..].starts_with('*'));
    let half = lone.filter(|star| is_half(flat.source(star.clone())));
    let help = "write `**words**` with signs of punctuation outside, and no other `*` around it";
    half.map(|star| {
        Mark::stray(
            star,
            "this `*` is half of a `**` that opens or closes nothing",
        )
        .help(help)
    })
    .collect()
}

/// Asterisks of which nobody can tell whether they were meant for emphasis.
pub(super) fn doubtful(text: &str) -> impl Iterator<Item = Mark> {
    let help = format!(
        "put the signs of punctuation outside: `「*words*」`, or write {} for the sign itself",
        typed("\\*")
    );
    emphasis::doubtful(text).into_iter().map(move |star| {
        let message = "this `*` opens or closes nothing beside the signs of Chinese and Japanese";
        Mark::stray(star, message).instead("\\*").help(help.clone())
    })
}

fn backtick(text: &str, at: usize, run: usize) -> Mark {
    let sign = &text[at..at + run];
    let message = "this backtick has no partner";
    let help = format!(
        "write one at both ends of the code, `’` for an apostrophe, or {} for the sign itself",
        typed(escaped(sign))
    );
    Mark::stray(at..at + run, message)
        .instead(escaped(sign))
        .help(help)
}

fn backslash(at: usize) -> Mark {
    let help = format!(
        "leave it out, or write {} for the sign itself",
        typed("\\\\")
    );
    Mark::stray(at..at + 1, "this backslash stands before no sign")
        .instead("\\\\")
        .help(help)
}

/// `[words] (address)` would be clear; `[words](two words)` looks like a link and is none. `at` is behind the bracket.
fn link(text: &str, at: usize) -> Option<Mark> {
    let next = text[at..].chars().next()?;
    let is_mention = text[..at].ends_with("]]") || text[at..].starts_with("[[");
    if is_mention || !matches!(next, '(' | '[') {
        return None;
    }
    let help = format!(
        "write `[words](https://…)`, with no space in the address, or {} for the signs themselves",
        typed(["]\\", &*next.to_string()].concat())
    );
    let mark = Mark::stray(at - 1..at + 1, "these brackets make no link");
    let mark = mark.part(at..at + 1, escaped(&next.to_string()));
    Some(mark.help(help))
}

/// `##Heading`
fn heading(form: Form, text: &str) -> Option<Mark> {
    let run = text.len() - text.trim_start_matches('#').len();
    let is_heading = form == Form::Paragraph && (2..=6).contains(&run);
    is_heading.then(|| {
        let signs = &text[..run];
        let help = format!(
            "write `{signs} ` with a space behind it, or {} for the signs themselves",
            typed(escaped(signs))
        );
        Mark::stray(0..run, format!("this `{signs}` begins no heading"))
            .part(run..run, " ")
            .help(help)
    })
}
