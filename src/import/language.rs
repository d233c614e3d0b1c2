//! The language of a text: as its document names it, else by its letters and its commonest words.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;
use unicode_segmentation::UnicodeSegmentation;

/// A tag as documents write it, if it is one: `en_US` is `en-US`.
pub(crate) fn tag(words: &str) -> Option<String> {
    let words = words.trim().replace('_', "-");
    let tag: LanguageIdentifier = words.parse().ok()?;
    let tag = tag.to_string();
    (tag != "und").then_some(tag)
}

/// Languages whose commonest words are known.
const LANGUAGES: [&str; 15] = [
    "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "no", "fi", "hu", "ro", "tr", "ru",
];

/// Whether a word is among the commonest of any of these languages.
pub(crate) fn is_common(word: &str) -> bool {
    let word = word.to_lowercase();
    let mut all = LANGUAGES.iter().filter_map(|tag| stop_words::lookup(tag));
    all.any(|words| words.iter().any(|one| *one == word))
}

/// Words that are looked at, and how many of them must be known.
const WORDS: usize = 2000;
const LEAST: usize = 5;

/// The language that a text seems to be in.
pub(crate) fn guess(text: &str) -> Option<&'static str> {
    let words: Vec<String> = text
        .unicode_words()
        .take(WORDS)
        .map(str::to_lowercase)
        .collect();
    let mut best = (None, 0);
    for tag in LANGUAGES {
        let common = stop_words::lookup(tag).unwrap_or_default();
        let common: BTreeSet<&str> = common.iter().copied().collect();
        let known = words
            .iter()
            .filter(|word| common.contains(word.as_str()))
            .count();
        if known > best.1 {
            best = (Some(tag), known);
        }
    }
    let (tag, known) = best;
    if known >= LEAST && known * 8 > words.len() {
        return tag;
    }
    by_letters(text)
}

/// A language, and whether a letter is of its script.
type Script = (&'static str, fn(char) -> bool);

/// Scripts that one language is written in more than any other.
fn by_letters(text: &str) -> Option<&'static str> {
    let letters: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .take(WORDS)
        .collect();
    let share =
        |is: fn(char) -> bool| letters.iter().filter(|c| is(**c)).count() * 4 > letters.len();
    let kana = |c: char| matches!(c, '\u{3040}'..='\u{30FF}');
    let scripts: [Script; 6] = [
        ("ja", kana),
        ("zh", |c| matches!(c, '\u{4E00}'..='\u{9FFF}')),
        ("ko", |c| matches!(c, '\u{AC00}'..='\u{D7A3}')),
        ("el", |c| matches!(c, '\u{370}'..='\u{3FF}')),
        ("he", |c| matches!(c, '\u{590}'..='\u{5FF}')),
        ("ar", |c| matches!(c, '\u{600}'..='\u{6FF}')),
    ];
    let found = scripts
        .iter()
        .find(|(_, is)| !letters.is_empty() && share(*is));
    found.map(|(tag, _)| *tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_commonest_words() {
        for (text, expected) in [
            (
                "The council of the town voted on the bridge, and it was not built.",
                Some("en"),
            ),
            (
                "Der Rat der Stadt hat über die Brücke abgestimmt, und sie wurde nicht gebaut.",
                Some("de"),
            ),
            (
                "Le conseil de la ville a voté sur le pont, et il n’a pas été construit.",
                Some("fr"),
            ),
            (
                "Совет города проголосовал за мост, но он не был построен, и это всё.",
                Some("ru"),
            ),
            ("町議会は橋について投票した。", Some("ja")),
            ("市议会就桥梁进行了投票。", Some("zh")),
            ("xyz", None),
        ] {
            assert_eq!(guess(text), expected, "{text}");
        }
    }

    #[test]
    fn tags_are_written_one_way() {
        assert_eq!(tag("en_us").as_deref(), Some("en-US"));
        assert_eq!(tag("x-default"), None);
        assert_eq!(tag("english language"), None);
    }
}
