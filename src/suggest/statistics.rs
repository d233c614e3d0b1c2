//! How words are written all over the texts: what stands in small letters somewhere is hardly a name.

use std::collections::HashMap;

use crate::suggest::inflection::{Inflection, fold};
use crate::suggest::language::{Language, List};
use crate::suggest::words::{Joint, Shape, Word};

/// How often a word is written how.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    pub(crate) lower: u32,
    /// With a capital inside a sentence.
    pub(crate) capital: u32,
    /// With a capital and behind an article or the like.
    pub(crate) determined: u32,
    /// With a capital and without one.
    pub(crate) bare: u32,
    /// With a capital and behind what does not stand before what is known: "a", "no", "my", "many".
    pub(crate) indefinite: u32,
}

/// The counts of all words of a language's texts.
#[derive(Debug, Default)]
pub(crate) struct Statistics {
    counts: HashMap<String, Count>,
    /// Words with a capital inside a sentence, by their first letters.
    by_beginning: HashMap<String, Vec<String>>,
}

/// Words that one is compared with at most.
const MOST_NEAR: usize = 300;

/// Letters by which forms of a word are looked up.
const BEGINNING: usize = 3;

fn beginning(word: &str) -> String {
    word.chars().take(BEGINNING).collect()
}

impl Statistics {
    /// Adds the words of a block.
    pub(crate) fn add(&mut self, words: &[Word<'_>], language: &Language) {
        for (row, word) in words.iter().enumerate() {
            let count = self.counts.entry(fold(word.base)).or_default();
            match word.shape {
                Shape::Lower => count.lower += 1,
                Shape::Other => {}
                _ => {
                    if !word.opens {
                        if count.capital == 0 {
                            let folded = fold(word.base);
                            self.by_beginning
                                .entry(beginning(&folded))
                                .or_default()
                                .push(folded);
                        }
                        count.capital += 1;
                    }
                    match determiner(words, row, language) {
                        Some(word) => {
                            let is_definite = language.is(List::Definite, &word);
                            count.determined += 1;
                            count.indefinite += u32::from(!is_definite);
                        }
                        None => count.bare += 1,
                    }
                }
            }
        }
    }

    /// Of a word as it is written.
    pub(crate) fn of(&self, word: &str) -> Count {
        self.counts.get(&fold(word)).copied().unwrap_or_default()
    }

    /// Whether a word stands with a capital inside a sentence more than once, in whatever form.
    pub(crate) fn recurs(&self, word: &str, inflection: &Inflection) -> bool {
        let folded = fold(word);
        let near = self
            .by_beginning
            .get(&beginning(&folded))
            .into_iter()
            .flatten()
            .take(MOST_NEAR);
        let forms = near.filter(|other| inflection.joins(&folded, other));
        let counts = forms.map(|form| self.counts.get(form).map_or(0, |count| count.capital));
        counts.sum::<u32>() > 1
    }

    /// Of a word in all of some forms.
    pub(crate) fn of_any(&self, word: &str, endings: &[&str]) -> Count {
        let folded = fold(word);
        let mut all = self.of(word);
        let stems = endings
            .iter()
            .filter_map(|ending| folded.strip_suffix(ending));
        let longer = endings.iter().map(|ending| [&*folded, ending].concat());
        let shorter = stems.map(str::to_owned);
        for other in longer.chain(shorter).filter(|one| *one != folded) {
            let count = self.counts.get(&other).copied().unwrap_or_default();
            all.determined += count.determined;
            all.bare += count.bare;
            all.indefinite += count.indefinite;
            all.lower += count.lower;
        }
        all
    }
}

/// Whether an article or the like stands before a word, maybe with adjectives between.
pub(crate) fn is_determined(words: &[Word<'_>], row: usize, language: &Language) -> bool {
    determiner(words, row, language).is_some()
}

/// The article or the like before a word.
fn determiner(words: &[Word<'_>], row: usize, language: &Language) -> Option<String> {
    for back in 1..=3 {
        let before = row.checked_sub(back)?;
        if words[before + 1].joint != Joint::Space {
            return None;
        }
        let word = &words[before];
        let lower = word.base.to_lowercase();
        if language.is(List::Determiner, &lower) {
            return Some(lower);
        }
        let is_adjective = word.shape == Shape::Lower
            && lower.chars().count() > 3
            && ["e", "en", "er", "es", "em"]
                .iter()
                .any(|end| lower.ends_with(end))
            && !language.is_function(&lower);
        if !is_adjective {
            return None;
        }
    }
    None
}
