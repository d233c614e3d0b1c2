//! What speaks for the kind of a name: titles, verbs and small words round it, words in it, the gazetteer.

use crate::model::kind::Kind;
use crate::suggest::language::{Language, List};
use crate::suggest::sequence::{Sequence, is_saint};
use crate::suggest::words::{Joint, Shape, Word};

/// How often each kind is spoken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cues {
    /// By a title or honorific.
    pub(crate) titled: u32,
    /// By a verb of speech.
    pub(crate) speaks: u32,
    pub(crate) given: u32,
    pub(crate) organisation: u32,
    pub(crate) place: u32,
    /// By a small word before it.
    pub(crate) locative: u32,
    pub(crate) law: u32,
    pub(crate) event: u32,
    pub(crate) people: u32,
    /// It begins as a saint's name does.
    pub(crate) saint: u32,
    /// The gazetteer has it; twice if it is a country or more.
    pub(crate) gazetteer: u32,
}

impl Cues {
    /// Those of one occurrence.
    pub(crate) fn of(sequence: &Sequence, words: &[Word<'_>], language: &Language) -> Self {
        let name = &words[sequence.name.clone()];
        let is = |list, row: usize| language.is(list, words[row].base);
        let before = sequence.titled.checked_sub(1);
        let before = before.filter(|_| words[sequence.titled].joint != Joint::Apart);
        let titled_before = before.is_some_and(|row| {
            is(List::Honorific, row) || (is(List::Title, row) && words[row].shape == Shape::Lower)
        });
        let first = name.first().map_or("", |word| word.base);
        let begins_saint = is_saint(first) && name.len() > 1;
        let keeps_title = is(List::Title, sequence.name.start) && name.len() > 1 && !begins_saint;
        let has_sign = name.iter().any(|word| word.base == "&");
        let behind = sequence.name.end;
        let says = behind < words.len()
            && words[behind].joint != Joint::Stop
            && !words[behind].opens
            && words[behind].shape == Shape::Lower
            && is(List::Says, behind);
        let said =
            before.is_some_and(|row| words[row].shape == Shape::Lower && is(List::Says, row));
        let any = |list| u32::from(name.iter().any(|word| language.is(list, word.base)));
        let last = name.last().map_or("", |word| word.base);
        let is_place_by_ending =
            last.chars().count() > 6 && language.ends(List::PlaceEnding, &last.to_lowercase());
        let is_land = language.ends(List::LandEnding, last) && !language.is(List::NoPeople, last);
        let is_people = |word: &Word<'_>| {
            language.is(List::People, word.base) || language.is(List::SmallPeople, word.base)
        };
        let all_people = name.iter().all(is_people);
        Self {
            titled: u32::from(
                sequence.titled < sequence.name.start || titled_before || keeps_title,
            ),
            // A river "was" and a ship "came" too, but they have an article.
            speaks: u32::from((says || said) && !sequence.is_determined),
            given: u32::from(is(List::Given, sequence.name.start)),
            organisation: any(List::Organisation)
                + any(List::Institution)
                + u32::from(
                    has_sign || language.ends(List::InstitutionEnding, &first.to_lowercase()),
                ),
            place: any(List::Place) + u32::from(is_place_by_ending || is_land),
            locative: u32::from(
                sequence.titled == sequence.name.start
                    && before.is_some_and(|row| is(List::Locative, row)),
            ),
            law: any(List::Law),
            event: any(List::Event),
            people: u32::from(
                all_people
                    || (language.ends(List::PeopleEnding, last)
                        && !language.is(List::NoPeople, last)),
            ),
            saint: u32::from(begins_saint),
            gazetteer: 0,
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.titled += other.titled;
        self.speaks += other.speaks;
        self.given += other.given;
        self.organisation += other.organisation;
        self.place += other.place;
        self.locative += other.locative;
        self.law += other.law;
        self.event += other.event;
        self.people += other.people;
        self.saint += other.saint;
        self.gazetteer += other.gazetteer;
    }

    /// The kind that is spoken for best, if any is.
    pub(crate) fn kind(&self, occurrences: u32) -> Option<Kind> {
        let words = [
            (self.law, Kind::Law),
            (self.event, Kind::Event),
            (self.organisation, Kind::Organisation),
            (self.place, Kind::Place),
        ];
        let by_words = words
            .iter()
            .find(|(count, _)| *count > 0 && *count * 2 >= occurrences);
        if self.people * 2 > occurrences {
            Some(Kind::People)
        } else if self.titled > 0 && self.place * 2 <= occurrences {
            Some(Kind::Person)
        } else if let Some((_, kind)) = by_words {
            Some(*kind)
        } else if self.gazetteer > 0 && self.given == 0 {
            Some(Kind::Place)
        } else if self.speaks > 0 || self.given > 0 || self.saint > 0 {
            Some(Kind::Person)
        } else if self.locative * 2 >= occurrences && self.locative > 0 {
            Some(Kind::Place)
        } else {
            None
        }
    }
}
