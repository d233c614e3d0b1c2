//! The interface's words, in the page's language. They ride in the page's data, so the WASM holds no
//! sentence and no formatter. A word with a value in it carries the placeholder `{n}`.

use serde::{Deserialize, Serialize};

use crate::model::kind::Kind;

macro_rules! words {
    ($($name:ident),* $(,)?) => {
        /// The place of each word in [`Words`].
        #[allow(non_camel_case_types, reason = "a key reads the same here, as a method and, with hyphens, in the file")]
        #[derive(Clone, Copy)]
        enum Key { $($name),* }

        impl Words {
            /// The keys, in order; a key reads `article_says` here and `article-says` in the file.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($name)),*];

            $(pub fn $name(&self) -> &str {
                self.word(Key::$name)
            })*
        }
    };
}

/// Every word and sentence of the interface, by its key in `static/words/*.ftl`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// One list and not a field each: decoding seventy fields costs 3 kB of WASM.
    words: Vec<String>,
}

words! {
    skip, entities, timeline, map, relations, views,
    hint, excerpt, excerpt_notice, excerpt_end, excerpt_stop, read_on,
    key, key_note, notes, notes_lede,
    person, people, place, organisation, event, law, policy, concept,
    persons, peoples, places, organisations, events, laws, policies, concepts,
    in_passage, passage_of, article_says, background, background_note, later, later_note, from_text,
    named_in, back_to, paragraph, paragraph_mark, close, close_note, approximate, copy_read,
    name, relation, source,
    not_found, not_found_note, to_front, articles,
}

impl Words {
    /// Asks `word` for each key in turn.
    ///
    /// # Errors
    /// The first that `word` returns.
    pub fn gather<E>(word: impl FnMut(&&str) -> Result<String, E>) -> Result<Self, E> {
        Ok(Self {
            words: Self::KEYS.iter().map(word).collect::<Result<_, E>>()?,
        })
    }

    fn word(&self, row: Key) -> &str {
        self.words.get(row as usize).map_or("", String::as_str)
    }

    /// The word for one entity of a kind.
    pub fn of_kind(&self, kind: Kind) -> &str {
        match kind {
            Kind::Person => self.person(),
            Kind::People => self.people(),
            Kind::Place => self.place(),
            Kind::Organisation => self.organisation(),
            Kind::Event => self.event(),
            Kind::Law => self.law(),
            Kind::Policy => self.policy(),
            Kind::Concept => self.concept(),
        }
    }

    /// The word for several entities of a kind.
    pub fn of_kinds(&self, kind: Kind) -> &str {
        match kind {
            Kind::Person => self.persons(),
            Kind::People => self.peoples(),
            Kind::Place => self.places(),
            Kind::Organisation => self.organisations(),
            Kind::Event => self.events(),
            Kind::Law => self.laws(),
            Kind::Policy => self.policies(),
            Kind::Concept => self.concepts(),
        }
    }

    /// "paragraph 4".
    pub fn fill_paragraph(&self, number: &str) -> String {
        Self::fill(self.paragraph(), number)
    }

    /// "¶ 4".
    pub fn fill_mark(&self, number: &str) -> String {
        Self::fill(self.paragraph_mark(), number)
    }

    /// `pattern` with its `{n}` filled in.
    pub fn fill(pattern: &str, value: &str) -> String {
        match pattern.split_once("{n}") {
            Some((before, after)) => [before, value, after].concat(),
            None => pattern.to_owned(),
        }
    }
}
