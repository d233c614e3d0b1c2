//! The sentence around a place in a text: UAX 29, which ends too early after abbreviations, put right.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// What ends in a full stop without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "adm", "al", "approx", "apr", "art", "aug", "ave", "brig", "ca", "capt", "cf", "cmdr", "co",
    "col", "corp", "dec", "dept", "dr", "e.g", "ed", "eds", "esp", "est", "feb", "fig", "fr",
    "gen", "gov", "hon", "i.e", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar",
    "messrs", "mgr", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "op", "p", "pp", "pres",
    "prof", "rep", "rev", "sec", "sen", "sep", "sept", "sgt", "sr", "st", "supt", "v", "viz",
    "vol", "vs",
];

/// The sentence around a byte of the text.
pub fn sentence_at(text: &str, offset: usize) -> Range<usize> {
    at(&sentences(text), offset)
}

/// The sentences of a text, without the space between them.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for (start, part) in text.split_sentence_bound_indices() {
        let end = start + part.len();
        match sentences.last_mut() {
            Some(last) if goes_on(&text[last.clone()], part) => last.end = end,
            _ => sentences.push(start..end),
        }
    }
    for sentence in &mut sentences {
        sentence.end = sentence.start + text[sentence.clone()].trim_end().len();
    }
    sentences
}

/// The one of a text's sentences that a byte stands in, or the last before it.
pub(crate) fn at(sentences: &[Range<usize>], byte: usize) -> Range<usize> {
    let begun = sentences.partition_point(|sentence| sentence.start <= byte);
    begun
        .checked_sub(1)
        .map_or(0..0, |row| sentences[row].clone())
}

/// Whether what seemed to be a whole sentence goes on in the words after it.
fn goes_on(sentence: &str, after: &str) -> bool {
    if after.trim().is_empty() || sentence.ends_with('\n') {
        return false;
    }
    let Some(last) = sentence
        .trim_end()
        .strip_suffix('.')
        .and_then(|words| words.split_whitespace().next_back())
    else {
        return false;
    };
    let word = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut letters = word.chars();
    let is_initial =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
    is_initial || is_initialism(word) || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// "U.S", "a.m": single letters with full stops between them.
fn is_initialism(word: &str) -> bool {
    word.contains('.')
        && word
            .split('.')
            .all(|letter| letter.chars().count() == 1 && letter.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentence around the first `|` in the text.
    #[track_caller]
    fn check(marked: &str, sentence: &str) {
        let offset = marked.find('|').expect("a mark");
        let text = marked.replacen('|', "", 1);
        assert_eq!(&text[sentence_at(&text, offset)], sentence);
    }

    #[test]
    fn the_sentence_around_a_mention_is_whole() {
        check("One here. Two |there. Three.", "Two there.");
        check("|One here. Two there.", "One here.");
        check("One here. Two there|.", "Two there.");
        check("She asked: “Why?” He |left.", "He left.");
        check("No stop at the |end", "No stop at the end");
        check("|", "");
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        check(
            "He met |Dr. Smith in Almaty. She left.",
            "He met Dr. Smith in Almaty.",
        );
        check(
            "He met Dr. |Smith in Almaty. She left.",
            "He met Dr. Smith in Almaty.",
        );
        check(
            "The U.S. Senate |met on Nov. 13 and left. Nobody came.",
            "The U.S. Senate met on Nov. 13 and left.",
        );
        check(
            "Writers, e.g. Mr. J. K. |Abai, wrote. Others read.",
            "Writers, e.g. Mr. J. K. Abai, wrote.",
        );
        check("So do I. |Others read.", "Others read.");
        check("See p. 3 (cf. Fig. 4). |Then go.", "Then go.");
    }

    #[test]
    fn a_line_break_ends_a_sentence() {
        check("One Dr.\nTwo |there", "Two there");
    }

    #[test]
    fn other_scripts_have_sentences_too() {
        check("他来了。她|走了。", "她走了。");
    }
}
