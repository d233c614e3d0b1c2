//! Letters as search compares them: small, without marks, all signs between words alike.

use std::cell::Cell;

/// Takes a UTF-16 unit to lower case, decomposed for compatibility (NFKD), as the browser does it:
/// `s.toLowerCase().normalize("NFKD")`. It is asked once for each unit beyond ASCII.
pub type Decompose = fn(u16) -> Vec<u16>;

/// Stands for whatever parts words.
pub(super) const SPACE: u16 = 0x20;

/// What is passed over.
const NOTHING: u16 = 0;

/// The letter that each unit stands for, as far as known.
pub(super) struct Folding {
    decompose: Decompose,
    /// Complemented, so that 0 stands for what was not asked yet.
    known: Vec<Cell<u16>>,
}

impl Folding {
    pub(super) fn new(decompose: Decompose) -> Self {
        Self {
            decompose,
            // So that it is allocated as zeros.
            known: vec![0; 1 << 16].into_iter().map(Cell::new).collect(),
        }
    }

    pub(super) fn fold(&self, unit: u16) -> u16 {
        let Some(known) = self.known.get(usize::from(unit)) else {
            return unit;
        };
        if known.get() == 0 {
            known.set(!self.ask(unit));
        }
        !known.get()
    }

    /// A letter with marks is that letter; what falls into several (Hangul, ligatures) stays whole.
    fn ask(&self, unit: u16) -> u16 {
        if unit >= 0x80
            && let [first, rest @ ..] = &*(self.decompose)(unit)
            && rest.iter().all(|&part| plain(part) == NOTHING)
        {
            return plain(*first);
        }
        plain(unit)
    }

    /// Calls `each` with the words of a text: where one begins, its letters, whether a space stands before it.
    pub(super) fn words(&self, units: &[u16], each: &mut dyn FnMut(usize, &[u16], bool)) {
        let (mut word, mut start) = (Vec::new(), 0);
        let (mut parted, mut alone) = (true, false);
        for place in 0..=units.len() {
            let letter = units.get(place).map_or(SPACE, |&unit| self.fold(unit));
            if letter == NOTHING {
                continue;
            }
            // A letter that is a word ends the one before it and itself.
            let before = alone;
            alone = is_word(letter);
            if !word.is_empty() && (letter == SPACE || alone || before) {
                each(start, &word, parted);
                word.clear();
                parted = false;
            }
            if letter == SPACE {
                parted = true;
            } else {
                if word.is_empty() {
                    start = place;
                }
                word.push(letter);
            }
        }
    }

    /// Where the letter of this number stands in a text, counted from 0; several spaces are one, those in front none.
    pub(super) fn place(&self, units: &[u16], mut number: usize) -> usize {
        let mut before = SPACE;
        for (place, &unit) in units.iter().enumerate() {
            let letter = self.fold(unit);
            if letter == NOTHING || letter == SPACE && before == SPACE {
                continue;
            }
            before = letter;
            if number == 0 {
                return place;
            }
            number -= 1;
        }
        units.len()
    }
}

/// The second half of a character, or a mark set on the letter before it.
pub(super) fn goes_on(unit: u16) -> bool {
    matches!(unit, 0x300..=0x36F | 0xDC00..=0xDFFF)
}

/// A letter of a script without spaces between words, where a word may begin anywhere: Thai to Myanmar, Khmer, kana, Han.
pub(super) fn is_word(letter: u16) -> bool {
    matches!(letter, 0xE00..=0x109F | 0x1780..=0x17FF | 0x2E80..=0xA4CF | 0xD800..=0xDFFF | 0xF900..=0xFAFF)
}

fn plain(unit: u16) -> u16 {
    match unit {
        0x30..=0x39 | 0x61..=0x7A => unit,
        0x41..=0x5A => unit | 0x20,
        _ => {
            let range = RANGES.iter().find(|range| range.1 >= unit);
            range
                .filter(|range| range.0 <= unit)
                .map_or(unit, |range| range.2)
        }
    }
}

/// What units stand for, from first to last, in order: signs part words; apostrophes, marks on letters and what is not
/// seen are passed over; some letters are not decomposed although readers type them plain.
#[rustfmt::skip]
const RANGES: [(u16, u16, u16); 53] = [
    // ASCII without letters and digits.
    (0x00, 0x26, SPACE), (0x27, 0x27, NOTHING), (0x28, 0x5F, SPACE), (0x60, 0x60, NOTHING),
    // Latin-1: soft hyphen, acute accent.
    (0x7B, 0xA9, SPACE), (0xAB, 0xAC, SPACE), (0xAD, 0xAD, NOTHING), (0xAE, 0xB1, SPACE), (0xB4, 0xB4, NOTHING),
    (0xB6, 0xB8, SPACE), (0xBB, 0xBF, SPACE), (0xD7, 0xD7, SPACE), (0xF7, 0xF7, SPACE),
    // ø, đ, ı, ł.
    (0xF8, 0xF8, 0x6F), (0x111, 0x111, 0x64), (0x131, 0x131, 0x69), (0x142, 0x142, 0x6C),
    // Letters that are apostrophes; marks; ς; Cyrillic marks.
    (0x2B9, 0x2C1, NOTHING), (0x300, 0x36F, NOTHING), (0x3C2, 0x3C2, 0x3C3), (0x483, 0x487, NOTHING),
    // Hebrew points, maqaf, geresh.
    (0x591, 0x5BD, NOTHING), (0x5BE, 0x5BE, SPACE), (0x5BF, 0x5C7, NOTHING), (0x5F3, 0x5F4, NOTHING),
    // Arabic signs and marks, tatweel.
    (0x60C, 0x60C, SPACE), (0x610, 0x61A, NOTHING), (0x61B, 0x61F, SPACE), (0x640, 0x640, NOTHING),
    (0x64B, 0x65F, NOTHING), (0x670, 0x670, NOTHING), (0x6D4, 0x6D4, SPACE), (0x6D6, 0x6DC, NOTHING),
    // Danda; more marks.
    (0x964, 0x965, SPACE), (0x1AB0, 0x1AFF, NOTHING), (0x1DC0, 0x1DFF, NOTHING),
    // General punctuation: what joins or directs letters unseen, curly apostrophes, primes.
    (0x2000, 0x200A, SPACE), (0x200B, 0x200F, NOTHING), (0x2010, 0x2017, SPACE), (0x2018, 0x201B, NOTHING),
    (0x201C, 0x2029, SPACE), (0x202A, 0x202E, NOTHING), (0x202F, 0x2031, SPACE), (0x2032, 0x2032, NOTHING),
    (0x2033, 0x205F, SPACE), (0x2060, 0x206F, NOTHING), (0x20D0, 0x20FF, NOTHING),
    // Symbols, Chinese and Japanese punctuation, voicing marks, variants.
    (0x2190, 0x2BFF, SPACE), (0x2E00, 0x3004, SPACE), (0x3008, 0x303F, SPACE), (0x3099, 0x309C, NOTHING),
    (0x30FB, 0x30FB, SPACE), (0xFE00, 0xFEFF, NOTHING),
];

#[cfg(test)]
mod tests;
