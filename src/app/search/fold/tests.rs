//! Letters and words, with the decompositions that the browser has.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn decompose(unit: u16) -> Vec<u16> {
    let Some(letter) = char::from_u32(unit.into()) else {
        return vec![unit];
    };
    let parts: String = letter.to_lowercase().nfkd().collect();
    parts.encode_utf16().collect()
}

/// The words of a text; a bar before those that have a space before them.
fn words(text: &str) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut words = String::new();
    Folding::new(decompose).words(&units, &mut |_, word, parted| {
        words.push(if parted { '|' } else { '+' });
        words.push_str(&String::from_utf16_lossy(word));
    });
    words
}

#[test]
fn case_and_marks_do_not_matter() {
    assert_eq!(words("Biläşulı Łódź ÇA"), "|bilasuli|lodz|ca");
    assert_eq!(words("Бi\u{301}лаш Қытай"), "|бiлаш|қытаи");
    assert_eq!(words("ﬀ ＡＢ ²"), "|ﬀ|ab|2");
    assert_eq!(words("مُحَمَّد"), "|محمد");
    assert_eq!(words("ΣΊΣΥΦΟΣ σίσυφος"), "|σισυφοσ|σισυφοσ");
}

#[test]
fn apostrophes_are_passed_over() {
    assert_eq!(
        words("China’s China's ʻOumuamua"),
        "|chinas|chinas|oumuamua"
    );
    assert_eq!(words("‘Strike Hard’"), "|strike|hard");
}

#[test]
fn quotes_dashes_and_spaces_part_words() {
    assert_eq!(
        words("“Strike Hard”\u{a0}campaign"),
        "|strike|hard|campaign"
    );
    assert_eq!(
        words("China–Kazakhstan, Almaty-based —"),
        "|china|kazakhstan|almaty|based"
    );
    assert_eq!(words("كازاخستان، الصين"), "|كازاخستان|الصين");
}

#[test]
fn what_is_not_seen_is_passed_over() {
    assert_eq!(words("Kazakh\u{ad}stan\u{200b}i\u{feff}"), "|kazakhstani");
}

#[test]
fn hangul_syllables_stay_whole() {
    assert_eq!(words("한국 한글"), "|한국|한글");
}

#[test]
fn without_spaces_letters_are_words() {
    assert_eq!(words("习近平 2025年"), "|习+近+平|2025+年");
    assert_eq!(words("ก,ข"), "|ก|ข");
}

#[test]
fn ranges_stand_in_order() {
    let ends = RANGES.iter().flat_map(|&(first, last, _)| [first, last]);
    assert!(ends.is_sorted());
}

proptest! {
    #[test]
    fn each_unit_is_asked_for_once_and_answers_the_same(text in any::<String>()) {
        let folding = Folding::new(decompose);
        for unit in text.encode_utf16() {
            let once = folding.fold(unit);
            prop_assert_eq!(folding.fold(unit), once);
            prop_assert_eq!(folding.known[usize::from(unit)].get(), !once);
        }
    }

    #[test]
    fn words_are_letters_in_their_places(text in any::<String>()) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let folding = Folding::new(decompose);
        folding.words(&units, &mut |start, word, _| {
            assert!(!word.is_empty() && !word.contains(&SPACE));
            assert_eq!(Some(&folding.fold(units[start])), word.first());
            assert_eq!(folding.place(&units[start..], 0), 0);
        });
    }
}
