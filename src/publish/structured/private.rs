//! Whether words name a private person, for what is written for machines to gather.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::kind::Kind;
use crate::model::site::{Entity, Site};

/// Letters from which a word is known also by its beginning: with other endings and in other spellings.
const LONG: usize = 6;
/// Letters that an ending may add.
const ENDING: usize = 2;
/// Letters of the shortest word that gives a person away by itself.
const TELLING: usize = 3;

/// The names of a site's private persons, in the writings in which their authors list them.
///
/// Silent once too often rather than once too seldom: what is named after one of them is not named either.
#[derive(Default)]
pub(in crate::publish) struct Private {
    /// Names and aliases of several words.
    names: Vec<Vec<String>>,
    /// Words, each enough by itself.
    telling: BTreeSet<String>,
}

impl Private {
    /// Gathers the names of everybody who is private.
    pub(in crate::publish) fn of(site: &Site) -> Self {
        let mut private = Self::default();
        let entities = site.entities.iter().map(|(_, entity)| entity);
        entities
            .filter(|entity| entity.private)
            .for_each(|entity| private.add(entity));
        private
    }

    /// An alias may be "her husband", of which no word tells who: it counts as a whole.
    fn add(&mut self, entity: &Entity) {
        let telling = |word: &String| word.chars().count() >= TELLING;
        let parts = names(entity).flat_map(words).filter(telling);
        self.telling.extend(parts);
        let aliases = entity.aliases.iter().map(String::as_str);
        for mut name in names(entity).chain(aliases).map(words) {
            if name.len() == 1 {
                self.telling.extend(name.pop());
            } else if !name.is_empty() {
                self.names.push(name);
            }
        }
    }

    /// Whether a name of an entity means a private person. Public relatives may share a part of theirs.
    pub(super) fn meant_by(&self, name: &str, entity: &Entity) -> bool {
        entity.private
            || if entity.kind == Kind::Person {
                self.whole_in(&words(name))
            } else {
                self.named_in(name)
            }
    }

    /// Whether a text or an address holds a name, or a word of one.
    pub(in crate::publish) fn named_in(&self, text: &str) -> bool {
        let words = words(text);
        let telling = |word: &String| self.telling.iter().any(|known| is_form_of(word, known));
        words.iter().any(telling) || self.whole_in(&words)
    }

    fn whole_in(&self, words: &[String]) -> bool {
        let is_name = |run: &[String], name: &[String]| {
            run.iter()
                .zip(name)
                .all(|(word, known)| is_form_of(word, known))
        };
        self.names
            .iter()
            .any(|name| words.windows(name.len()).any(|run| is_name(run, name)))
    }
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    entity.names.iter().map(|name| name.text.as_str())
}

/// Words in small letters; those of an address too.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts
        .flat_map(UnicodeSegmentation::unicode_words)
        .map(str::to_owned)
        .collect()
}

/// The same word, or a long one with another ending: "turganbaj" and "turganbaya" for "turganbay".
fn is_form_of(word: &str, known: &str) -> bool {
    let (letters, most) = (known.chars().count(), known.chars().count() + ENDING);
    let Some((last, _)) = known.char_indices().last().filter(|_| letters >= LONG) else {
        return word == known;
    };
    word.starts_with(&known[..last]) && word.chars().count() <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Persons whose names have these words, and nobody else.
    #[track_caller]
    fn check(names: &[&str], text: &str, expected: bool) {
        let names: Vec<_> = names.iter().map(|name| words(name)).collect();
        let telling = names.iter().flatten();
        let telling = telling.filter(|word| word.chars().count() >= TELLING);
        let private = Private {
            telling: telling.cloned().collect(),
            names,
        };
        assert_eq!(private.named_in(text), expected, "{text}");
    }

    #[test]
    fn a_name_is_known_in_titles_and_addresses() {
        let names = ["Ada Byron"];
        check(&names, "The letters of Ada Byron", true);
        check(&names, "What BYRON’s daughter wrote", true);
        check(&names, "https://example.org/2026/ada_byron.html", true);
        check(&names, "https://example.org/adage", false);
    }

    #[test]
    fn an_alias_is_known_as_a_whole() {
        let names = vec![vec!["her".to_owned(), "husband".to_owned()]];
        let private = Private {
            names,
            ..Private::default()
        };
        assert!(private.named_in("The trial of her husband"));
        assert!(!private.named_in("Her trial"));
    }

    #[test]
    fn a_long_name_is_known_with_another_ending() {
        let names = ["Мария Одинцова", "Odintsova"];
        check(&names, "Дело Одинцовой", true);
        check(&names, "https://example.org/delo-odintsovoj", true);
        check(&names, "https://example.org/odin", false);
    }

    #[test]
    fn a_name_without_spaces_is_known_in_its_writing() {
        check(&["王小明"], "警方逮捕王小明", true);
        check(&["王小明"], "王小华", false);
    }
}
