//! Whether words name a private person, for what is written for machines to gather.

use std::collections::BTreeMap;

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
pub(crate) struct Private {
    /// Names and aliases of several words.
    names: Names,
    /// Words, each enough by itself.
    telling: Names,
}

/// Names by how all forms of their first word begin: a site may have thousands, and every page asks for a hundred words.
#[derive(Default)]
struct Names(BTreeMap<String, Vec<Vec<String>>>);

impl Names {
    fn add(&mut self, name: Vec<String>) {
        if let Some(first) = name.first() {
            let beginning = stem(first).unwrap_or(first).to_owned();
            self.0.entry(beginning).or_default().push(name);
        }
    }

    /// Whether words begin with a name.
    fn begin(&self, words: &[String]) -> bool {
        let Some(first) = words.first() else {
            return false;
        };
        let ends = first
            .char_indices()
            .map(|(at, letter)| at + letter.len_utf8());
        let mut near = ends.filter_map(|end| self.0.get(&first[..end])).flatten();
        near.any(|name| {
            let mut pairs = words.iter().zip(name);
            name.len() <= words.len() && pairs.all(|(word, known)| is_form_of(word, known))
        })
    }

    fn within(&self, words: &[String]) -> bool {
        (0..words.len()).any(|from| self.begin(&words[from..]))
    }
}

impl Private {
    /// Gathers the names of everybody who is private.
    pub(crate) fn of(site: &Site) -> Self {
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
        parts.for_each(|part| self.telling.add(vec![part]));
        let aliases = entity.aliases.iter().map(String::as_str);
        for name in names(entity).chain(aliases).map(words) {
            match name.len() {
                1 => self.telling.add(name),
                _ => self.names.add(name),
            }
        }
    }

    /// Whether a name of an entity means a private person. Public relatives may share a part of theirs.
    pub(crate) fn meant_by(&self, name: &str, entity: &Entity) -> bool {
        entity.private
            || if entity.kind.like() == Kind::Person {
                self.names.within(&words(name))
            } else {
                self.named_in(name)
            }
    }

    /// Whether a text or an address holds a name, or a word of one.
    pub(crate) fn named_in(&self, text: &str) -> bool {
        let words = words(text);
        self.telling.within(&words) || self.names.within(&words)
    }
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    entity.names.iter().map(|name| name.text.as_str())
}

/// Words in small letters; those of an address too.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('ß', "ss");
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts
        .flat_map(UnicodeSegmentation::unicode_words)
        .map(str::to_owned)
        .collect()
}

/// The same word, or a long one with another ending: "turganbaj" and "turganbaya" for "turganbay".
fn is_form_of(word: &str, known: &str) -> bool {
    let Some(stem) = stem(known) else {
        return word == known;
    };
    word.starts_with(stem) && word.chars().count() <= known.chars().count() + ENDING
}

/// How all forms of a long word begin.
fn stem(known: &str) -> Option<&str> {
    let (last, _) = known.char_indices().next_back()?;
    (known.chars().count() >= LONG).then(|| &known[..last])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Persons whose names have these words, and nobody else.
    #[track_caller]
    fn check(names: &[&str], text: &str, expected: bool) {
        let mut private = Private::default();
        for name in names.iter().map(|name| words(name)) {
            let telling = name.iter().filter(|word| word.chars().count() >= TELLING);
            telling.for_each(|word| private.telling.add(vec![word.clone()]));
            private.names.add(name);
        }
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
        let mut private = Private::default();
        private.names.add(words("her husband"));
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
