//! Mentions into an article's Markdown: `[[id|` before the words, `]]` behind them, and nothing else.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compile::passages::{Passage, passages};
use crate::import::faults::Fault;

/// Words of a passage that are to mean an entity.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// Where the file of annotations has them.
    pub(super) place: String,
    pub(super) passage: usize,
    /// Bytes of the passage's words.
    pub(super) range: Range<usize>,
    pub(super) id: String,
}

/// The article with these mentions; those that cannot be are told. `passages` are those of the article, `names` what `[[id]]`
/// stands for.
pub(super) fn spliced(
    path: &str,
    text: &str,
    passages: &[Passage<'_>],
    names: &BTreeMap<String, String>,
    placed: Vec<Placed>,
    faults: &mut Vec<Fault>,
) -> String {
    let holds = |text: &str, chosen: &[Placed]| holds(path, text, passages, names, chosen);
    let mut chosen: Vec<Placed> = Vec::new();
    let mut placed = placed;
    // The outer of nested ones first.
    placed.sort_by_key(|one| {
        (
            one.passage,
            one.range.start,
            std::cmp::Reverse(one.range.end),
        )
    });
    let mut first = 0;
    for one in placed {
        if chosen
            .get(first)
            .is_some_and(|other| other.passage != one.passage)
        {
            first = chosen.len();
        }
        match refusal(&one, &passages[one.passage], &chosen[first..]) {
            None => chosen.push(one),
            Some(None) => {}
            Some(Some(why)) => faults.push(Fault::of(
                &*one.place,
                why,
                "mark the words by hand, if they are to be",
            )),
        }
    }
    let whole = written(text, passages, &chosen);
    if holds(&whole, &chosen) {
        return whole;
    }
    // One of them changes what the text says: each passage by itself, then each alone.
    let mut kept: Vec<Placed> = Vec::new();
    for group in chosen.chunk_by(|a, b| a.passage == b.passage) {
        let tried = [&kept[..], group].concat();
        if holds(&written(text, passages, &tried), &tried) {
            kept = tried;
            continue;
        }
        for one in group {
            let tried = [&kept[..], std::slice::from_ref(one)].concat();
            if holds(&written(text, passages, &tried), &tried) {
                kept = tried;
            } else {
                let why = "here the words cannot be marked without a change of the text";
                faults.push(Fault::of(
                    &*one.place,
                    why,
                    "mark the words by hand, if they are to be",
                ));
            }
        }
    }
    written(text, passages, &kept)
}

/// Why words are not marked; without a reason where they are already.
fn refusal(one: &Placed, passage: &Passage<'_>, others: &[Placed]) -> Option<Option<String>> {
    let words = &passage.text()[one.range.clone()];
    let short: String = words.chars().take(40).collect();
    let own = passage
        .mentions
        .iter()
        .map(|(range, slug)| (range, &**slug));
    let new = others.iter().map(|other| (&other.range, &*other.id));
    for (range, id) in own.chain(new) {
        let is_apart = range.end <= one.range.start || one.range.end <= range.start;
        let is_around = range.start <= one.range.start && one.range.end <= range.end;
        let is_within = one.range.start <= range.start && range.end <= one.range.end;
        if is_apart {
            continue;
        }
        if id == one.id && (is_around || is_within) {
            return Some(None);
        }
        if *range == one.range {
            return Some(Some(format!("\"{short}\" means `{id}` already")));
        }
        if !is_around && !is_within {
            return Some(Some(format!("\"{short}\" overlaps words that mean `{id}`")));
        }
    }
    if passage.is_closed(&one.range) {
        return Some(Some(format!("\"{short}\" stands in a link or in code")));
    }
    if words.contains(['[', ']', '|']) {
        return Some(Some(format!("\"{short}\" holds brackets or bars")));
    }
    if passage.source(one.range.clone()).is_none() {
        return Some(Some(format!(
            "\"{short}\" is written with escapes in the article"
        )));
    }
    None
}

/// The text with the marks of mentions in it.
fn written(text: &str, passages: &[Passage<'_>], chosen: &[Placed]) -> String {
    // At one place what ends comes first, the inner before the outer; of what begins the outer.
    let mut marks: Vec<((usize, u8, usize), String)> = Vec::new();
    for one in chosen {
        let Some(source) = passages[one.passage].source(one.range.clone()) else {
            continue;
        };
        let length = source.len();
        marks.push((
            (source.start, 1, usize::MAX - length),
            format!("[[{}|", one.id),
        ));
        marks.push(((source.end, 0, length), "]]".to_owned()));
    }
    marks.sort();
    let mut out = String::with_capacity(text.len() + marks.len() * 12);
    let mut from = 0;
    for ((at, is_opening, _), mark) in &marks {
        out += &text[from..*at];
        out += mark;
        // `[[id|words]](1)` would be a link.
        if *is_opening == 0 && text[*at..].starts_with('(') {
            out.push('\\');
        }
        from = *at;
    }
    out + &text[from..]
}

/// Whether an article says what it did, and has these mentions.
fn holds(
    path: &str,
    text: &str,
    before: &[Passage<'_>],
    names: &BTreeMap<String, String>,
    chosen: &[Placed],
) -> bool {
    let after = passages(path, text, |id| names.get(id).map(|name| &**name));
    let same = |(a, b): (&Passage<'_>, &Passage<'_>)| a.block == b.block && a.text() == b.text();
    let has = |one: &Placed| {
        let mut mentions = after[one.passage].mentions.iter();
        mentions.any(|(range, slug)| *range == one.range && *slug == one.id)
    };
    after.len() == before.len() && before.iter().zip(&after).all(same) && chosen.iter().all(has)
}
