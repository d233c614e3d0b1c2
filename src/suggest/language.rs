//! What suggestions know of a language: lists of words, and how its names are inflected.

use std::collections::{HashMap, HashSet};

use crate::suggest::inflection::Inflection;

const LISTS: [(&str, &str); 10] = [
    ("en", include_str!("words/en.txt")),
    ("de", include_str!("words/de.txt")),
    ("fr", include_str!("words/fr.txt")),
    ("ru", include_str!("words/ru.txt")),
    ("uk", include_str!("words/uk.txt")),
    ("pl", include_str!("words/pl.txt")),
    ("kk", include_str!("words/kk.txt")),
    ("tr", include_str!("words/tr.txt")),
    ("fi", include_str!("words/fi.txt")),
    ("hu", include_str!("words/hu.txt")),
];

/// What a list of words is of. Each list stands on a line of a language's file, after its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum List {
    /// Stands before a person's name and is no part of it: "Mr".
    Honorific,
    /// Says what a person is, before the name: "President".
    Title,
    /// What persons do: "said".
    Says,
    /// A word in the names of organisations.
    Organisation,
    /// A word in the names of places.
    Place,
    /// Ends of such words, where they are written as one: "straße".
    PlaceEnding,
    Law,
    Event,
    /// Stands before places more than before persons: "in".
    Locative,
    /// Small words within names: "of".
    Particle,
    /// What is written before a name with an apostrophe: "l".
    Elision,
    /// Written with a capital and no name.
    Never,
    /// Begins sentences and is no name.
    Function,
    /// Stands before common nouns.
    Determiner,
    /// How common nouns end.
    CommonEnding,
    /// Peoples, and of a people.
    People,
    /// Words in names of which adjectives are a part: "the Adriatic Sea".
    Adjectival,
    /// How the names of countries and seas end.
    LandEnding,
    /// End as peoples and countries do, and are none.
    NoPeople,
    /// How the names of peoples and inhabitants end.
    PeopleEnding,
    /// Given names.
    Given,
    /// Written small before a name, and a part of it: "battle of", "rue".
    Head,
    /// Peoples, where they are written small.
    SmallPeople,
    /// What stands behind an article in a name: "Charles the Second".
    Epithet,
    /// A word in the names of institutions, which have small words in them: "Department".
    Institution,
    /// How such words end, where they are written as one: "amt".
    InstitutionEnding,
    /// Says what an institution is for: "for".
    Purpose,
    /// Joins two words: "and".
    And,
    /// What institutions are about: "Health".
    Field,
    /// How words for what persons do end: "master".
    PersonEnding,
    /// Adjectives that are written large in names: "das Rote Kreuz".
    NameAdjective,
    /// Stands before what is known, and so before names too: "der".
    Definite,
    /// Common nouns, also as the ends of longer ones, in small letters.
    CommonNoun,
}

impl List {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "honorific" => Self::Honorific,
            "title" => Self::Title,
            "says" => Self::Says,
            "organisation" => Self::Organisation,
            "place" => Self::Place,
            "place-ending" => Self::PlaceEnding,
            "law" => Self::Law,
            "event" => Self::Event,
            "locative" => Self::Locative,
            "particle" => Self::Particle,
            "elision" => Self::Elision,
            "never" => Self::Never,
            "function" => Self::Function,
            "determiner" => Self::Determiner,
            "common-ending" => Self::CommonEnding,
            "people" => Self::People,
            "adjectival" => Self::Adjectival,
            "land-ending" => Self::LandEnding,
            "no-people" => Self::NoPeople,
            "people-ending" => Self::PeopleEnding,
            "given" => Self::Given,
            "head" => Self::Head,
            "small-people" => Self::SmallPeople,
            "epithet" => Self::Epithet,
            "institution" => Self::Institution,
            "institution-ending" => Self::InstitutionEnding,
            "purpose" => Self::Purpose,
            "and" => Self::And,
            "field" => Self::Field,
            "person-ending" => Self::PersonEnding,
            "name-adjective" => Self::NameAdjective,
            "definite" => Self::Definite,
            "common-noun" => Self::CommonNoun,
            _ => return None,
        })
    }
}

/// How well a language is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Knowledge {
    /// Lists of words, tried on texts.
    Good,
    /// Short lists, and how names are inflected.
    Forms,
    /// Capitals alone.
    Capitals,
}

/// A language as far as it is known.
#[derive(Debug)]
pub(crate) struct Language {
    /// Its code without script and region.
    pub(crate) code: String,
    pub(crate) knowledge: Knowledge,
    pub(crate) inflection: Inflection,
    words: HashMap<List, HashSet<&'static str>>,
    stop_words: HashSet<&'static str>,
}

impl Language {
    /// The language of a tag, BCP 47.
    pub(crate) fn of(tag: &str) -> Self {
        let code = tag.split(['-', '_']).next().unwrap_or(tag);
        let code = code.to_ascii_lowercase();
        let lists = LISTS.iter().find(|(of, _)| *of == code);
        let mut words: HashMap<_, HashSet<_>> = HashMap::new();
        for line in lists.iter().flat_map(|(_, lists)| lists.lines()) {
            let mut parts = line.split_whitespace();
            if let Some(list) = parts.next().and_then(List::named) {
                words.entry(list).or_default().extend(parts);
            }
        }
        let stop_words = stop_words::lookup(&code).unwrap_or_default();
        Self {
            knowledge: match &*code {
                "en" | "de" | "fr" | "ru" => Knowledge::Good,
                _ if lists.is_some() => Knowledge::Forms,
                _ => Knowledge::Capitals,
            },
            inflection: Inflection::of(&code),
            stop_words: stop_words.iter().copied().collect(),
            words,
            code,
        }
    }

    /// Whether a word is in a list, as it is written.
    pub(crate) fn is(&self, list: List, word: &str) -> bool {
        self.words.get(&list).is_some_and(|all| all.contains(word))
    }

    /// Whether a word ends as those of a list do.
    pub(crate) fn ends(&self, list: List, word: &str) -> bool {
        let endings = self.words.get(&list);
        endings.is_some_and(|all| {
            let mut starts = word.char_indices().skip(3).map(|(at, _)| at);
            starts.any(|at| all.contains(&word[at..]))
        })
    }

    /// Whether a word in small letters does not mean anything by itself.
    pub(crate) fn is_function(&self, word: &str) -> bool {
        self.is(List::Function, word) || self.stop_words.contains(word)
    }

    /// Whether a word is what places, organisations, laws or events are called in general.
    pub(crate) fn is_class(&self, word: &str) -> bool {
        let lists = [List::Place, List::Organisation, List::Law, List::Event];
        lists.iter().any(|list| self.is(*list, word))
    }

    /// Whether a word is a common noun.
    pub(crate) fn is_common_noun(&self, word: &str) -> bool {
        let is = |stem: &str| self.is(List::CommonNoun, stem);
        Self::stems(word).iter().any(|stem| is(stem))
    }

    /// Whether a word is a common noun, or a longer one that ends with one.
    pub(crate) fn may_be_common_noun(&self, word: &str) -> bool {
        let ends = |stem: &str| self.ends(List::CommonNoun, stem);
        self.is_common_noun(word) || Self::stems(word).iter().any(|stem| ends(stem))
    }

    /// A German noun without the endings that it may have.
    fn stems(word: &str) -> Vec<String> {
        let lower = word.to_lowercase();
        let endings = ["", "n", "en", "e", "s", "es", "er", "ern"];
        let stems = endings.iter().filter_map(|end| lower.strip_suffix(end));
        stems.map(str::to_owned).collect()
    }

    /// Common nouns have capitals too.
    pub(crate) fn capitalises_nouns(&self) -> bool {
        matches!(&*self.code, "de" | "lb")
    }

    /// An apostrophe parts a name from its ending, so that both are one word.
    pub(crate) fn has_endings_after_apostrophes(&self) -> bool {
        matches!(&*self.code, "tr" | "kk" | "az" | "fi" | "uz" | "crh")
    }
}
