//! Plain words with marks over them into words as documents have them.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::import::document::{Inline, Style};
use crate::import::site_json::known::Known;
use crate::import::writer;
use crate::model::site_json::{MarkJson, RoleJson, TextJson};

/// Mentions in each other that are told apart.
const DEEPEST: usize = 30;

/// Words that mean an entity.
pub(super) struct Meant {
    pub(super) range: Range<usize>,
    pub(super) id: String,
    /// What it is in this passage.
    pub(super) note: Option<Vec<Inline>>,
}

/// Characters that have everything in common.
struct Piece<'t> {
    start: usize,
    inline: Inline,
    /// Whom they mean, the outermost first.
    meant: Vec<&'t Meant>,
}

/// A note, a summary or the like as inline Markdown.
pub(super) fn markdown(text: &TextJson, known: &Known<'_>) -> String {
    writer::paragraph(&inlines(text, known))
}

/// The words of a note, a summary or the like.
pub(super) fn inlines(text: &TextJson, known: &Known<'_>) -> Vec<Inline> {
    let links = text
        .marks
        .iter()
        .filter(|mark| mark.role == RoleJson::Entity);
    let meant = links.filter_map(|mark| {
        let id = mark
            .to
            .clone()
            .filter(|id| known.entities.contains(&**id))?;
        Some(Meant {
            range: mark.start..mark.end,
            id,
            note: None,
        })
    });
    let whole = 0..text.text.chars().count();
    within(text, whole, meant.collect(), known)
}

/// The words of a part of a text, with the mentions that are there.
pub(super) fn within(
    text: &TextJson,
    range: Range<usize>,
    mut meant: Vec<Meant>,
    known: &Known<'_>,
) -> Vec<Inline> {
    let letters: Vec<char> = text.text.chars().collect();
    let range = range.start.min(letters.len())..range.end.min(letters.len());
    meant.retain(|one| one.range.start < range.end && one.range.end > range.start);
    meant.sort_by_key(|one| (one.range.start, Reverse(one.range.end)));
    let in_range = |mark: &&MarkJson| mark.start <= range.end && mark.end >= range.start;
    let (signs, mut marks): (Vec<_>, Vec<_>) = text
        .marks
        .iter()
        .filter(in_range)
        .partition(|mark| mark.role == RoleJson::Footnote);
    marks.sort_by_key(|mark| (mark.start, Reverse(mark.end)));
    let mut cuts = BTreeSet::from([range.start, range.end]);
    cuts.extend(marks.iter().flat_map(|mark| [mark.start, mark.end]));
    cuts.extend(
        meant
            .iter()
            .flat_map(|one| [one.range.start, one.range.end]),
    );
    cuts.extend(signs.iter().map(|sign| sign.start));
    let breaks = range.clone().filter(|row| letters[*row] == '\n');
    cuts.extend(breaks.flat_map(|row| [row, row + 1]));
    let cuts: Vec<_> = cuts
        .into_iter()
        .filter(|cut| (range.start..=range.end).contains(cut))
        .collect();
    let mut signs = signs.into_iter().peekable();
    let mut marks = marks.into_iter().peekable();
    let mut begun = meant.iter().peekable();
    let (mut open, mut within) = (Vec::new(), Vec::new());
    let mut pieces = Vec::new();
    let ends = cuts.iter().skip(1).copied().chain([range.end]);
    for (start, end) in cuts.iter().copied().zip(ends) {
        while let Some(sign) = signs.next_if(|sign| sign.start <= start) {
            let number = sign
                .to
                .as_ref()
                .and_then(|number| number.parse::<usize>().ok());
            let row = number.and_then(|number| number.checked_sub(1));
            pieces.extend(row.map(|row| Piece {
                start,
                inline: Inline::Footnote(row),
                meant: Vec::new(),
            }));
        }
        if start == end {
            continue;
        }
        while let Some(mark) = marks.next_if(|mark| mark.start <= start) {
            open.push(mark);
        }
        while let Some(one) = begun.next_if(|one| one.range.start <= start) {
            within.push(one);
        }
        open.retain(|mark| mark.end > start);
        within.retain(|one| one.range.end > start);
        pieces.push(Piece {
            start,
            inline: set(&letters[start..end], &open, known),
            meant: within.iter().copied().take(DEEPEST).collect(),
        });
    }
    mentions(&pieces, 0)
}

/// Letters as these marks set them.
fn set(letters: &[char], marks: &[&MarkJson], known: &Known<'_>) -> Inline {
    let words: String = letters.iter().collect();
    let is_code = marks.iter().any(|mark| mark.role == RoleJson::Code);
    let words = match &*words {
        "\n" => Inline::Break,
        _ if is_code => Inline::Code(words),
        _ => Inline::Words(words),
    };
    // The inner first.
    marks.iter().rev().fold(words, |inner, mark| {
        let style = match mark.role {
            RoleJson::Emphasis => Style::Emphasis,
            RoleJson::Strong => Style::Strong,
            RoleJson::Struck => Style::Struck,
            RoleJson::Superscript => Style::Higher,
            RoleJson::Subscript => Style::Lower,
            RoleJson::Link => {
                let address = mark.to.as_ref().and_then(|to| address(to, known));
                return match address {
                    Some(address) => Inline::Link(address, vec![inner]),
                    None => inner,
                };
            }
            RoleJson::Code | RoleJson::Entity | RoleJson::Footnote | RoleJson::Cell => {
                return inner;
            }
        };
        Inline::Styled(style, vec![inner])
    })
}

/// An address as an author writes it; nothing of one that leads to an article that is not there.
fn address(to: &str, known: &Known<'_>) -> Option<String> {
    if to.starts_with('#') || to.contains(':') {
        return Some(to.to_owned());
    }
    let (path, block) = match to.split_once('#') {
        Some((path, block)) => (path, format!("#{block}")),
        None => (to, String::new()),
    };
    let slug = path.trim_end_matches('/');
    known
        .articles
        .contains(slug)
        .then(|| format!("{slug}{block}"))
}

/// Pieces as words, those that mean the same entity together.
fn mentions(pieces: &[Piece<'_>], depth: usize) -> Vec<Inline> {
    let meant = |piece: &Piece<'_>| piece.meant.get(depth).map(|one| &raw const **one);
    let mut out = Vec::new();
    for group in pieces.chunk_by(|one, other| meant(one) == meant(other)) {
        let Some(one) = group[0].meant.get(depth) else {
            out.extend(group.iter().map(|piece| piece.inline.clone()));
            continue;
        };
        let mut words = mentions(group, depth + 1);
        if one.range.start < group[0].start {
            out.push(Inline::Mention(format!("{}+", one.id), words));
        } else {
            words.extend(one.note.clone().map(Inline::Aside));
            out.push(Inline::Mention(one.id.clone(), words));
        }
    }
    out
}
