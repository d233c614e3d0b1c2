//! The interface's messages, in the page's language. They ride in the page's data, so the WASM holds no
//! sentence and no formatter. A message with a value in it carries the placeholder `{n}`,
//! one with two `{n}` and `{m}`.

use serde::{Deserialize, Serialize};

use crate::model::kind::{Kind, KindName};

/// A struct with a field for each message; a field reads `article_says` here and `article-says` in the file.
macro_rules! messages {
    ($(#[$documentation:meta])* $name:ident: $($message:ident,)* $(; $(#[$about:meta])* $more:ident: $type:ty)?) => {
        $(#[$documentation])*
        pub struct $name {
            $(pub $message: String,)*
            $($(#[$about])* pub $more: $type,)?
        }

        impl $name {
            /// The names of its fields, in order.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($message)),*];

            /// Asks `message` for each in turn.
            ///
            /// # Errors
            /// The first that `message` returns.
            pub fn gather<E>(mut message: impl FnMut(&'static str) -> Result<String, E>) -> Result<Self, E> {
                Ok(Self {
                    $($message: message(stringify!($message))?,)*
                    $($more: Default::default(),)?
                })
            }
        }
    };
}
pub(crate) use messages;

self::messages! {
    /// Every word and sentence that components say, by its key in `static/words/*.ftl`.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    Messages:
    entities, timeline, map, relations, in_passage, also_here, together, mentions, all_mentions, mention_of,
    mentions_in_text, only_mention, not_mentioned, next_mention, previous_mention, where_in_text, edge, moved, pin, pins_full,
    unpin, pinned, share, copied, not_copied, copy_by_hand, taller, lower, peeks, trail_back, trail_forward, back_to_place,
    press_for, paragraph_mark, close, search, some_of, no_kind, and_more, zoom_in, zoom_out, zoom_whole,
    explore, dates_of, on_map, search_what, search_none, results, one_result, in_text, facts, sources, hit_of, hit_next,
    hit_previous, going, quote, resume, copy, report, views, hint, excerpt, excerpt_notice, excerpt_end, excerpt_stop,
    read_on, key, key_note, notes, notes_lede, footnotes, footnote, table, preformatted, person, people, place, organisation, event, law, policy, concept,
    persons, peoples, places, organisations, events, laws, policies, concepts, passage_of, article_says,
    archived, background, background_note, later, later_note, from_text, named_in, back_to, paragraph, close_note,
    about, copy_read, who, whom, relation, source, none, settings, help, cite, kinds, order, order_text,
    order_name, order_count, kind, show, all_dates, around, theme, theme_auto, theme_light, theme_sepia,
    theme_dark, size, width, width_narrow, width_normal, width_wide, marks, marks_all, marks_section,
    marks_first, marks_none, marks_note, marks_kinds, reading, skim_mode, print_notes, find_on, keys_on, help_open, help_close,
    help_step, help_back, help_search, help_single, arcs, circles, unplaced, whole_graph, plot_told, plot_vague, cite_link, official, low,
    draft, updated, corrections, tags,
    ; /// The kinds that the site names.
    own_kinds: Vec<KindName>
}

impl Messages {
    /// The message for one entity of a kind.
    pub fn of_kind(&self, kind: Kind) -> &str {
        match kind {
            Kind::Person => &self.person,
            Kind::People => &self.people,
            Kind::Place => &self.place,
            Kind::Organisation => &self.organisation,
            Kind::Event => &self.event,
            Kind::Law => &self.law,
            Kind::Policy => &self.policy,
            Kind::Concept => &self.concept,
            Kind::Own(own) => self.own_kind(own.row).map_or("", |name| &name.one),
        }
    }

    /// The message for several entities of a kind.
    pub fn of_kinds(&self, kind: Kind) -> &str {
        match kind {
            Kind::Person => &self.persons,
            Kind::People => &self.peoples,
            Kind::Place => &self.places,
            Kind::Organisation => &self.organisations,
            Kind::Event => &self.events,
            Kind::Law => &self.laws,
            Kind::Policy => &self.policies,
            Kind::Concept => &self.concepts,
            Kind::Own(own) => self.own_kind(own.row).map_or("", |name| &name.many),
        }
    }

    fn own_kind(&self, row: u32) -> Option<&KindName> {
        self.own_kinds.get(row as usize)
    }

    /// "paragraph 4".
    pub fn fill_paragraph(&self, number: &str) -> String {
        Self::fill(&self.paragraph, number)
    }

    /// "¶ 4".
    pub fn fill_mark(&self, number: &str) -> String {
        Self::fill(&self.paragraph_mark, number)
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

    /// `pattern` with its `{n}` and `{m}` filled in.
    pub fn fill_both(pattern: &str, n: &str, m: &str) -> String {
        Self::fill_all(pattern, [n, m])
    }

    /// `{n}` and `{m}` filled in.
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
