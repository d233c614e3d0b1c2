//! Round trips over anything, through a real HTML parser, and damage that is noticed.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use proptest::prelude::*;
use scraper::{Html, Selector};

use super::*;

/// What a browser's parser makes of a text inside a script element.
fn parsed(text: &str) -> String {
    let page = format!(
        "<!doctype html><title>T</title><body><script type=\"text/plain\" id=\"data\">{text}</script><p id=\"after\">after</p>"
    );
    let page = Html::parse_document(&page);
    let words = |selector: &str| -> String {
        let selector = Selector::parse(selector).unwrap();
        let found = page.select(&selector);
        found.flat_map(|element| element.text()).collect()
    };
    assert_eq!(words("#after"), "after", "the script element has its end");
    words("#data")
}

fn survives(bytes: &[u8]) {
    let text = escape(bytes);
    assert!(!text.contains(['\n', '\t']), "a record ends no line");
    let parsed = parsed(&text);
    assert_eq!(parsed, text);
    assert_eq!(unescape(&parsed).unwrap(), bytes);
}

#[test]
fn every_byte_alone_and_before_and_after_every_other_survives_the_pages_parser() {
    for one in 0..=255 {
        survives(&[one]);
        let pairs: Vec<u8> = (0..=255).flat_map(|other| [one, other]).collect();
        survives(&pairs);
    }
}

#[test]
fn what_ends_or_opens_a_script_survives() {
    for words in [
        "</script>",
        "<!--<script>",
        "-->",
        "\r\n\r",
        "\u{feff}\u{0}\u{85}\u{2028}\u{fffe}",
        "\\3c \\\\ \\@",
    ] {
        survives(words.as_bytes());
    }
}

#[test]
fn plain_words_stay_as_they_are() {
    let words = "Xi’s note on Атажұрт, 习近平 and “2016~” & others";
    assert_eq!(escape(words.as_bytes()), words);
}

type Record = (String, Option<i32>, Vec<(bool, i64, char)>);

proptest! {
    #[test]
    fn any_bytes_survive(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        survives(&bytes);
    }

    #[test]
    fn any_words_survive(words in "\\PC{0,40}[\\x00-\\x9f]{0,20}") {
        survives(words.as_bytes());
    }

    #[test]
    fn any_record_comes_back(record in any::<Record>()) {
        prop_assert_eq!(read::<Record>(&parsed(&write(&record))).unwrap(), record);
    }

    #[test]
    fn a_letter_more_less_or_changed_is_noticed(words in "[a-z]{1,30}", at in 0usize..40, other in "[A-Z]") {
        let line = write(&words);
        let begin = line.len() - words.len();
        let at = begin + at % words.len();
        for damaged in [
            [&line[..at], &line[at + 1..]].concat(),
            [&line[..at], &other, &line[at..]].concat(),
            [&line[..at], &other, &line[at + 1..]].concat(),
        ] {
            prop_assert!(read::<String>(&damaged).is_err(), "{damaged}");
        }
    }
}

#[test]
fn damage_is_told_apart() {
    let line = write(&"words".to_owned());
    assert_eq!(read::<String>(&line).unwrap(), "words");
    assert_eq!(read::<String>("6"), Err(Damage::Text));
    assert_eq!(
        read::<String>(&line.replace("words", "word")),
        Err(Damage::Length)
    );
    assert_eq!(
        read::<String>(&line.replace("words", "wards")),
        Err(Damage::Checksum)
    );
    assert_eq!(
        read::<String>(&line.replace("words", "w\\q0ds")),
        Err(Damage::Text)
    );
    assert_eq!(read::<(String, u8)>(&line), Err(Damage::Shape));
    assert_eq!(
        read::<u8>(&line),
        Err(Damage::Shape),
        "more than was asked for"
    );
}
