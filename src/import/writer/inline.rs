//! Words of a block as Markdown, in the best way that the compiler reads as it was meant.

use crate::compile::flat::InlineStyle;
use crate::compile::read_back;
use crate::import::document::{Inline, Style};
use crate::import::value;
use crate::import::writer::letters::{Letter, Letters, What};
use crate::import::writer::out::{Kept, Notes, Out, Place, Way};
use crate::import::writer::runs::{Fit, bit};

/// All ways, the best first.
const WAYS: [Way; 7] = [
    way(Kept::All, Fit::Signs, "*"),
    way(Kept::All, Fit::Signs, "_"),
    way(Kept::All, Fit::Letters, "*"),
    way(Kept::All, Fit::Letters, "_"),
    way(Kept::Links, Fit::Signs, "*"),
    way(Kept::Words, Fit::Signs, "*"),
    way(Kept::Bare, Fit::Signs, "*"),
];

const fn way(kept: Kept, fit: Fit, emphasis: &'static str) -> Way {
    Way {
        kept,
        fit,
        emphasis,
    }
}

/// Words as they are written.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    /// The first of those that are set otherwise than they were.
    pub(super) unset: Option<String>,
}

/// Words as Markdown that says them, and as much of their setting as can be. Without `notes` the signs of footnotes are
/// left out.
pub(super) fn written(words: &[Inline], place: Place, notes: Option<&mut Notes>) -> Written {
    let mut letters = Letters::of(words);
    if notes.is_none() {
        letters
            .letters
            .retain(|letter| !matches!(letter.what, What::Note(_)));
    }
    for letter in &mut letters.letters {
        if place.is_line() && letter.what == What::Break {
            letter.what = What::Sign(' ');
        }
        if place == Place::Alternative {
            (letter.styles, letter.part_of) = (0, 0);
        }
    }
    let mut unused = Notes::default();
    let notes = notes.unwrap_or(&mut unused);
    let mut best: Option<(usize, Written)> = None;
    let mut last = String::new();
    for way in WAYS {
        if way.kept > Kept::All && best.is_some() {
            break;
        }
        if way.kept == Kept::Bare {
            letters.letters.retain(|letter| !turns(letter.what));
        }
        let mut out = Out::new(&letters, place, way, notes);
        out.write();
        last.clone_from(&out.text);
        if place == Place::Alternative {
            break;
        }
        let Some(styles) = read(&out) else { continue };
        let unset = unset(&letters.letters, &styles, &out.bytes);
        let count = unset.len();
        if best.as_ref().is_none_or(|(least, _)| count < *least) {
            let unset = told(&letters.letters, &unset);
            best = Some((
                count,
                Written {
                    text: out.text,
                    unset,
                },
            ));
        }
        if count == 0 {
            break;
        }
    }
    best.map_or(
        Written {
            text: last,
            unset: None,
        },
        |(_, written)| written,
    )
}

/// Marks of direction over several words, which may end elsewhere.
fn turns(what: What) -> bool {
    matches!(what, What::Sign(c) | What::Code(c) if matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}

/// How the compiler reads each byte to be set, if it reads just these words.
fn read(out: &Out<'_>) -> Option<Vec<u8>> {
    let Out { text, said, .. } = out;
    if text.is_empty() {
        return said.is_empty().then(Vec::new);
    }
    let mut markdown = match out.place {
        Place::Line => format!("## {text}\n"),
        Place::Cell => format!("| {text} |\n|---|\n"),
        Place::Paragraph | Place::Caption | Place::Alternative => format!("{text}\n"),
    };
    for label in &out.signs {
        markdown += &format!("\n[^{label}]: a\n");
    }
    let flats = read_back::flats(&markdown)?;
    let [flat] = &flats[..] else { return None };
    if flat.text != *said {
        return None;
    }
    let mut styles = vec![0; said.len()];
    for (range, style) in &flat.styles {
        let bit = match style {
            InlineStyle::Strong => bit(Style::Strong),
            InlineStyle::Emphasis => bit(Style::Emphasis),
            InlineStyle::Struck => bit(Style::Struck),
            InlineStyle::Superscript => bit(Style::Higher),
            InlineStyle::Subscript => bit(Style::Lower),
            InlineStyle::Code | InlineStyle::Link(_) | InlineStyle::Break => 0,
        };
        styles[range.clone()].iter_mut().for_each(|all| *all |= bit);
    }
    Some(styles)
}

/// The rows of letters that are read to be set otherwise than they were; `bytes` tells where each is read.
fn unset(letters: &[Letter], styles: &[u8], bytes: &[usize]) -> Vec<usize> {
    let is_other = |(letter, byte): (&Letter, &usize)| {
        let read = styles.get(*byte).copied().unwrap_or_default();
        letter.what.is_word() && letter.styles != read
    };
    let rows = letters.iter().zip(bytes).enumerate();
    rows.filter_map(|(row, one)| is_other(one).then_some(row))
        .collect()
}

/// The first of these words.
fn told(letters: &[Letter], rows: &[usize]) -> Option<String> {
    let first = *rows.first()?;
    let goes_on = |(row, letter): &(usize, &Letter)| {
        !letter.what.is_word() || rows.binary_search(row).is_ok()
    };
    let letters = letters.iter().enumerate().skip(first).take_while(goes_on);
    let words: String = letters
        .map(|(_, letter)| match letter.what {
            What::Sign(c) | What::Code(c) => c,
            What::Break | What::Note(_) | What::Bar => ' ',
        })
        .collect();
    Some(value::short(&words))
}
