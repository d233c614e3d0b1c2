//! A block cut into words, each with its shape and how it is joined to the one before.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::suggest::block_text::BlockText;
use crate::suggest::language::{Language, List};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// "Town".
    Capital,
    /// "UNO".
    Capitals,
    /// "J".
    Initial,
    Lower,
    /// A number, or of a script without capitals.
    Other,
}

impl Shape {
    pub(crate) fn is_capital(self) -> bool {
        matches!(self, Self::Capital | Self::Capitals | Self::Initial)
    }

    fn of(word: &str) -> Self {
        let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
        let Some(first) = letters.next() else {
            return Self::Other;
        };
        if first.is_lowercase() {
            // "al-Assad": what is no part of a name was taken off.
            let behind = word.split_once('-').map(|(_, behind)| behind);
            return match behind.and_then(|behind| behind.chars().next()) {
                Some(next) if next.is_uppercase() => Self::Capital,
                _ => Self::Lower,
            };
        }
        if !first.is_uppercase() {
            return Self::Other;
        }
        let rest: Vec<_> = letters.collect();
        match rest.iter().any(|letter| letter.is_lowercase()) {
            true => Self::Capital,
            false if rest.is_empty() => Self::Initial,
            false => Self::Capitals,
        }
    }
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    Space,
    /// A full stop and a space.
    Stop,
    /// Anything else: a comma, a bracket, the block's beginning.
    Apart,
}

/// Bytes of a word that may be a name, at most.
const LONGEST: usize = 120;

/// A word.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    /// As a mention would have it: with what is written before it with an apostrophe, and without a possessive.
    pub(crate) range: Range<usize>,
    /// As it stands there, with all that is written with it.
    pub(crate) text: &'t str,
    /// A small word is written with it: "l’Assemblée".
    pub(crate) is_elided: bool,
    /// Without what is no part of the name.
    pub(crate) base: &'t str,
    pub(crate) shape: Shape,
    pub(crate) joint: Joint,
    /// Begins a sentence, or what is said in one: its capital proves nothing.
    pub(crate) opens: bool,
    pub(crate) is_linked: bool,
    /// It is in the possessive, so that no name goes on behind it.
    pub(crate) is_possessive: bool,
    /// A bracket opens right before it.
    pub(crate) bracketed: bool,
    /// It stands in quotation marks, alone or with a few others: the name of a ship, of a work.
    pub(crate) is_quoted: bool,
}

/// The words of a block. Of a line of capitals, and of links and code, none counts as written with a capital.
pub(crate) fn words<'p>(block: &'p BlockText, language: &Language) -> Vec<Word<'p>> {
    let text = &*block.text;
    let mut words: Vec<Word<'p>> = Vec::new();
    let mut sentences = block.sentences.iter().peekable();
    let mut has_begun = false;
    for range in compounds(text) {
        while sentences.next_if(|one| one.end <= range.start).is_some() {
            has_begun = false;
        }
        let begins = !has_begun;
        has_begun = true;
        let before = words
            .last()
            .map_or(0, |last| last.range.start + last.text.len());
        let gap = &text[before.min(range.start)..range.start];
        let follows_title = words.last().is_some_and(|last| {
            last.shape == Shape::Initial
                || language.is(List::Honorific, last.base)
                || language.is(List::Title, last.base)
        });
        let joint = match gap {
            " " | "\u{A0}" | "\u{202F}" => Joint::Space,
            ". " | ".\u{A0}" | "." => Joint::Stop,
            _ => Joint::Apart,
        };
        let goes_on = joint == Joint::Stop && follows_title;
        let whole = &text[range.clone()];
        let (base, is_possessive) = base(whole, language);
        let start = range.start;
        let end = if is_possessive {
            let at = base.as_ptr() as usize - text.as_ptr() as usize;
            at + base.len()
        } else {
            range.end
        };
        let range = start..end;
        let shape = match Shape::of(base) {
            _ if block.is_closed(&range) || base.len() > LONGEST => Shape::Other,
            shape => shape,
        };
        let is_linked = block.is_linked(&range);
        words.push(Word {
            text: whole,
            is_elided: whole.contains(['\'', '’']) && whole.ends_with(base) && whole != base,
            base,
            shape,
            joint: if words.is_empty() {
                Joint::Apart
            } else {
                joint
            },
            opens: !goes_on && (begins || opens(gap)),
            is_linked,
            is_possessive,
            bracketed: gap.ends_with('('),
            is_quoted: false,
            range,
        });
    }
    quote(text, &mut words);
    if shouts(&words) {
        words.iter_mut().for_each(|word| word.shape = Shape::Other);
    }
    words
}

/// Words by UAX 29, those that a hyphen joins as one, and the sign "&" between two.
fn compounds(text: &str) -> Vec<Range<usize>> {
    let mut compounds: Vec<Range<usize>> = Vec::new();
    for (start, word) in text.unicode_word_indices() {
        let end = start + word.len();
        let gap = compounds.last().map_or("", |last| &text[last.end..start]);
        match compounds.last_mut() {
            Some(last) if matches!(gap, "-" | "\u{2010}" | "\u{2011}" | "&") => last.end = end,
            _ => {
                if matches!(gap, " & " | "\u{A0}&\u{A0}" | "\u{A0}& " | " &\u{A0}") {
                    let at = start - gap.len() + gap.find('&').unwrap_or(0);
                    compounds.push(at..at + 1);
                }
                compounds.push(start..end);
            }
        }
    }
    compounds
}

/// Words in quotation marks at most that are looked at as a name.
const QUOTED: usize = 3;

/// Notes which words stand in quotation marks by themselves, as names of ships and works do. What is said has a stop before the
/// marks close, or a colon before they open.
fn quote(text: &str, words: &mut [Word<'_>]) {
    let end = |word: &Word<'_>| word.range.start + word.text.len();
    for first in 0..words.len() {
        let before = first.checked_sub(1).map_or(0, |row| end(&words[row]));
        let gap = &text[before.min(words[first].range.start)..words[first].range.start];
        if !gap.ends_with(is_quote) || gap.contains([':', '.', '!', '?', '…']) {
            continue;
        }
        let few = first..(first + QUOTED).min(words.len());
        let last = few
            .clone()
            .find(|row| text[end(&words[*row])..].starts_with(is_quote));
        let Some(last) = last else {
            continue;
        };
        let within = &words[first + 1..=last];
        if words[first].shape.is_capital() && within.iter().all(|word| word.joint == Joint::Space) {
            words[first].opens = false;
            words[first..=last]
                .iter_mut()
                .for_each(|word| word.is_quoted = true);
        }
    }
}

fn is_quote(sign: char) -> bool {
    matches!(
        sign,
        '“' | '”' | '„' | '«' | '»' | '‚' | '"' | '‹' | '›' | '‘' | '’'
    )
}

/// Whether what stands before a word makes its capital prove nothing.
fn opens(gap: &str) -> bool {
    let mut signs = gap.chars().filter(|sign| !sign.is_whitespace()).peekable();
    if signs.peek().is_none() {
        return gap.contains('\n');
    }
    let is_quote = |sign| matches!(sign, '“' | '„' | '«' | '»' | '‚' | '"' | '‹' | '›' | '‘');
    let is_end = |sign| matches!(sign, '.' | '!' | '?' | '…' | ':' | '•' | '·' | '*');
    let signs: Vec<_> = signs.collect();
    signs.iter().copied().any(is_end) || signs.last().copied().is_some_and(is_quote)
}

/// The word without what only stands at it, and whether that was a possessive.
fn base<'t>(word: &'t str, language: &Language) -> (&'t str, bool) {
    if word.len() > LONGEST {
        return (word, false);
    }
    let mut base = word;
    let mut is_possessive = false;
    let apostrophe = |c: char| matches!(c, '\'' | '’');
    if let Some((before, after)) = base.split_once(apostrophe)
        && !after.is_empty()
    {
        if language.is(List::Elision, &before.to_lowercase()) {
            base = after;
        } else if matches!(after, "s" | "S") {
            base = before;
            is_possessive = true;
        } else if language.has_endings_after_apostrophes() {
            base = before;
        }
    }
    // "China-friendly" has the name of China in it.
    while let Some((before, after)) = base.rsplit_once('-') {
        let is_tail = Shape::of(after) != Shape::Capital && Shape::of(before).is_capital();
        if !is_tail || Shape::of(after).is_capital() || after.chars().all(char::is_numeric) {
            break;
        }
        base = before;
    }
    // "post-Soviet", but "al-Assad".
    if let Some((before, after)) = base.split_once('-')
        && before.starts_with(char::is_lowercase)
        && after.starts_with(char::is_uppercase)
        && !language.is(List::Particle, before)
    {
        base = after;
    }
    (base, is_possessive)
}

/// Whether most letters are capitals.
fn shouts(words: &[Word<'_>]) -> bool {
    let letters = || words.iter().flat_map(|word| word.base.chars());
    let small = letters().filter(|letter| letter.is_lowercase()).count();
    let large = letters().filter(|letter| letter.is_uppercase()).count();
    words.len() > 2 && large * 10 >= (small + large) * 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, text: &str, capitals: &str) {
        let block = BlockText::plain(text, 1);
        let words = words(&block, &Language::of(language));
        let shown = words
            .iter()
            .filter(|word| word.shape.is_capital())
            .map(|word| {
                let sign = if word.opens { "^" } else { "" };
                format!("{sign}{}", word.base)
            });
        assert_eq!(shown.collect::<Vec<_>>().join(" "), capitals);
    }

    #[test]
    fn names_lose_what_only_stands_at_them() {
        check(
            "en",
            "The Chinese-made Almaty’s China-friendly Kalzhat-Dulata",
            "^The Chinese Almaty China Kalzhat-Dulata",
        );
        check(
            "fr",
            "Il vit l’Assemblée et d'Orléans à Saint-Germain-en-Laye.",
            "^Il Assemblée Orléans Saint-Germain-en-Laye",
        );
        check("tr", "Dün Ankara'da kaldı", "^Dün Ankara");
        check(
            "en",
            "by al-Assad, O’Brien and post-Soviet",
            "al-Assad O’Brien Soviet",
        );
    }

    #[test]
    fn what_begins_a_sentence_proves_nothing() {
        check(
            "en",
            "He met Mr. Smith. Then “Go!” said Ann: Never (Bob).",
            "^He Mr Smith ^Then ^Go Ann ^Never Bob",
        );
        check("ru", "Он сказал: «Иди». — Пьер!", "^Он ^Иди ^Пьер");
    }

    #[test]
    fn a_line_of_capitals_has_no_names() {
        check("en", "THE HOUSE OF THE DEAD", "");
    }
}
