//! The machine against the definition of the distance.

use proptest::prelude::*;
use strsim::damerau_levenshtein;

use super::*;

fn letters(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// The fewest errors, then the earliest end, by trying every part of the text.
fn by_definition(query: &str, text: &str, within: bool) -> Option<Likeness> {
    let solid = |text: &str| text.replace(' ', "");
    let (query, length) = (solid(query), solid(text).len());
    let left = length.abs_diff(query.len());
    let mut best: Option<Likeness> = None;
    for end in (1..=text.len()).filter(|&end| !text[..end].ends_with(' ')) {
        let starts = (0..end).filter(|&start| start == 0 || within && text[..start].ends_with(' '));
        for start in starts {
            let errors = damerau_levenshtein(&query, &solid(&text[start..end]));
            let mut allowed = super::errors(query.len());
            if end == text.len() && left <= super::errors(length) {
                allowed = allowed.max(super::errors(length));
            }
            if errors <= allowed && best.is_none_or(|best| errors < best.errors) {
                best = Some(Likeness { errors, end, left });
            }
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn errors_are_those_of_damerau_and_levenshtein(
        query in "[abc][abc ]{0,10}",
        text in "([abc][abc ]{0,13})?",
        within in any::<bool>(),
    ) {
        let found = Pattern::new(&letters(&query)).likeness(&letters(&text), within);
        prop_assert_eq!(found, by_definition(&query, &text, within));
    }

    /// A text that holds the query with few errors: the case that chance seldom makes.
    #[test]
    fn few_errors_are_counted(
        query in "[a-d]{4,12}",
        before in "([a-d]{1,4} )?",
        after in "[a-d ]{0,4}",
        places in prop::collection::vec((0..12_usize, 0..4_u8, 0..4_u8), 0..3),
    ) {
        let mut middle: Vec<u8> = query.clone().into_bytes();
        for (place, edit, letter) in places {
            let place = place % middle.len();
            match edit {
                0 => middle[place] = b'a' + letter,
                1 => middle.insert(place, b'a' + letter),
                2 if middle.len() > 2 => { middle.remove(place); }
                _ if place > 0 => middle.swap(place - 1, place),
                _ => {}
            }
        }
        let text = [before, String::from_utf8(middle).expect("letters"), after].concat();
        let found = Pattern::new(&letters(&query)).likeness(&letters(&text), true);
        prop_assert_eq!(found, by_definition(&query, &text, true));
    }
}

#[track_caller]
fn check(query: &str, text: &str, errors: Option<usize>) {
    let found = Pattern::new(&letters(query)).likeness(&letters(text), true);
    assert_eq!(
        found.map(|found| found.errors),
        errors,
        "{query:?} in {text:?}"
    );
}

#[test]
fn one_error_from_five_letters_two_from_eight() {
    check("kazk", "kazakhs", None);
    check("kazkh", "kazakhs", Some(1));
    check("kzkhstan", "kazakhstan", Some(2));
    check("kzkhsta", "kazakhstan and china", None);
}

#[test]
fn a_text_matched_to_its_end_allows_what_its_own_length_does() {
    check("chna", "china", Some(1));
    check("chna", "chinas", None);
    check("xnjang", "xinjiang", Some(2));
}

#[test]
fn spaces_do_not_count() {
    check("xijinping", "president xi jinping", Some(0));
    check("ka zakhstan", "kazakhstan", Some(0));
    check(
        "duty to ask bout citizen",
        "duty to ask about a citizen",
        Some(2),
    );
}

#[test]
fn a_swap_may_have_a_letter_between() {
    check("kazakh spsport", "kazakh passport", Some(2));
    check("pxassport", "apssport", Some(2));
}

#[test]
fn of_long_queries_sixty_three_letters_count() {
    let long = "kazakh ".repeat(20);
    check(&long[..100], &long, Some(0));
}
