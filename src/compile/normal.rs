//! Text as names are compared: one form for each letter, quotation mark, hyphen and space, with the way back.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// A normalised copy of a text.
pub(crate) struct Normal {
    pub(crate) text: String,
    /// For each byte of the copy, and its end, the byte of the original that it comes from.
    origins: Vec<u32>,
}

impl Normal {
    /// # Panics
    /// When one block of an article holds 4 GB.
    pub(crate) fn new(original: &str) -> Self {
        Self::folded(original, |c| [Some(fold(c)), None, None])
    }

    /// The same in small letters, and with one space where there are several.
    ///
    /// # Panics
    /// As [`Self::new`] does.
    pub(crate) fn caseless(original: &str) -> Self {
        let mut is_behind_space = false;
        Self::folded(original, |c| {
            let is_space = c.is_whitespace();
            let is_second = std::mem::replace(&mut is_behind_space, is_space) && is_space;
            if is_second { [None; 3] } else { small(fold(c)) }
        })
    }

    fn folded(original: &str, mut fold: impl FnMut(char) -> [Option<char>; 3]) -> Self {
        let mut normal = Self {
            text: String::with_capacity(original.len()),
            origins: Vec::with_capacity(original.len() + 1),
        };
        if is_nfc_quick(original.chars()) == IsNormalized::Yes {
            for (start, c) in original.char_indices() {
                fold(c)
                    .into_iter()
                    .flatten()
                    .for_each(|c| normal.push(c, start));
            }
        } else {
            // Composition stays within what a reader sees as one letter.
            for (start, letter) in original.grapheme_indices(true) {
                let folded = letter.nfc().flat_map(&mut fold).flatten();
                folded.for_each(|c| normal.push(c, start));
            }
        }
        normal.origins.push(offset(original.len()));
        normal
    }

    /// The byte of the original that a byte of the copy comes from.
    pub(crate) fn origin(&self, byte: usize) -> usize {
        self.origins[byte] as usize
    }

    fn push(&mut self, c: char, origin: usize) {
        self.text.push(c);
        self.origins
            .extend(std::iter::repeat_n(offset(origin), c.len_utf8()));
    }
}

fn offset(byte: usize) -> u32 {
    u32::try_from(byte).expect("a block of an article is under 4 GB")
}

/// A name in the form in which it is looked for.
pub(crate) fn normal(name: &str) -> String {
    name.trim().nfc().map(fold).collect()
}

/// The same in small letters.
pub(crate) fn caseless(name: &str) -> String {
    let letters = name.trim().nfc().flat_map(|c| small(fold(c)));
    letters.flatten().collect()
}

/// A letter as a small one, whatever it is at the end of a word; of those that have no capital what stands for them.
fn small(c: char) -> [Option<char>; 3] {
    match c {
        'ß' | 'ẞ' => [Some('s'), Some('s'), None],
        'ς' => [Some('σ'), None, None],
        // Only says where a line may break.
        '\u{00AD}' => [None; 3],
        c if c.is_whitespace() => [Some(' '), None, None],
        c => {
            let mut letters = c.to_lowercase();
            [letters.next(), letters.next(), letters.next()]
        }
    }
}

/// Quotation marks, hyphens, dashes and spaces lose their differences; nothing else does.
fn fold(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' => '\'',
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' => '"',
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        '\u{2015}' => EM_DASH,
        '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => ' ',
        _ => c,
    }
}

/// A dash that parts clauses, where hyphens join words.
const EM_DASH: char = '—';

/// Whether a name may begin or end between two characters: not within a word, nor at a hyphen that joins words.
pub(crate) fn is_boundary(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return true;
    };
    if before == '-' || after == '-' {
        return false;
    }
    !(is_word(before) && is_word(after))
        || is_spaceless(before) && !is_combining_mark(after)
        || is_spaceless(after)
}

/// Part of a word.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '_' | '\u{200C}' | '\u{200D}')
}

/// Of a script that sets no spaces between words: Thai to Tibetan, Myanmar, Khmer, kana and Han.
fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{309F}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
