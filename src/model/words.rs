//! The interface's words, in the page's language. They ride in the page's data, so the WASM holds no
//! sentence and no formatter. A word with a value in it carries the placeholder `{n}`,
//! one with two `{n}` and `{m}`.

use serde::{Deserialize, Serialize};

use crate::model::kind::Kind;

macro_rules! words {
    (app: [$($app:ident,)*], page: [$($page:ident,)*]) => {
        /// How many words the app says, the first ones: only these ride in the page's data.
        const APP: usize = [$(stringify!($app)),*].len();

        words! { $($app,)* $($page,)* }
    };
    ($($name:ident,)*) => {
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
    /// One list and not a field each: reading seventy fields costs 3 kB of WASM.
    words: Vec<String>,
}

words! {
    app: [
        entities, timeline, map, relations, in_passage, also_here, together, mentions, all_mentions, mention_of,
        mentions_in_text, only_mention, not_mentioned, next_mention, previous_mention, where_in_text, moved, pin,
        unpin, pinned, share, copied, not_copied, taller, peeks, trail_back, trail_forward, back_to_place,
        press_for, paragraph_mark, close, search, some_of, no_kind, and_more, zoom_in, zoom_out, zoom_whole,
        explore, dates_of, on_map, search_what, search_none, results, in_text, facts, sources, hit_of, hit_next,
        hit_previous, quote, resume, copy, report,
    ],
    page: [
        skip, views, hint, excerpt, excerpt_notice, excerpt_end, excerpt_stop, read_on, key, key_note, notes,
        notes_lede, person, people, place, organisation, event, law, policy, concept, persons, peoples, places,
        organisations, events, laws, policies, concepts, passage_of, article_says, background, background_note,
        later, later_note, from_text, named_in, back_to, paragraph, close_note, approximate, copy_read, who,
        whom, relation, source, none, months, before_christ, not_found, not_found_note, to_front, articles, settings,
        help, cite, kinds, order, order_text, order_name, order_count, kind, show, all_dates, around, theme,
        theme_auto, theme_light, theme_sepia, theme_dark, size, width, width_narrow, width_normal, width_wide,
        marks, marks_all, marks_section, marks_first, marks_none, marks_note, marks_kinds, reading, skim_mode,
        keys_on, help_open, help_close, help_step, help_back, help_search, help_single, whole_graph, plot_told,
        plot_vague, cite_link, official, low,
    ]
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

    /// As they ride in a page's data.
    pub fn of_list(words: Vec<String>) -> Self {
        Self { words }
    }

    /// The words that the app says, for the page's data.
    pub fn of_app(&self) -> &[String] {
        self.words.get(..APP).unwrap_or_default()
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

    /// `pattern` with a number filled in.
    pub fn fill_number(pattern: &str, number: usize) -> String {
        Self::fill(pattern, &number.to_string())
    }

    /// "Mention 2 of 7 in the text", or any other pattern with two numbers.
    pub fn fill_of(pattern: &str, number: usize, count: usize) -> String {
        Self::fill_all(pattern, [&number.to_string(), &count.to_string()])
    }

    /// `pattern` with its `{n}` filled in.
    pub fn fill(pattern: &str, value: &str) -> String {
        Self::fill_all(pattern, [value, ""])
    }

    /// `{n}` and `{m}` filled in. Letter by letter: searching for a string would cost 2 kB of WASM.
    fn fill_all(pattern: &str, [n, m]: [&str; 2]) -> String {
        let mut filled = String::with_capacity(pattern.len());
        let mut place = None;
        for letter in pattern.chars() {
            match (place, letter) {
                (None, '{') => place = Some(""),
                (Some(value), '}') => {
                    filled.push_str(value);
                    place = None;
                }
                (Some(_), 'n') => place = Some(n),
                (Some(_), 'm') => place = Some(m),
                _ => filled.push(letter),
            }
        }
        filled
    }
}
