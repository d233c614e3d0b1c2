//! The article and the lists around a card's entity, as far as the card shows them.

use std::rc::Rc;

use crate::model::page::{EntityLink, EventList, PlaceList};

/// What a card tells beside the note. It takes longer than a press should, so it may come once the card is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// The sentence of each mention, in the order of the note's; those of a book's hero are not all read.
    pub sentences: Vec<Sentence>,
    /// Entities mentioned in the same sentences, those first that are there most often.
    pub together: Vec<EntityLink>,
    /// The timeline, and its rows that are about the entity.
    pub timeline: Option<Rc<EventList>>,
    pub events: Vec<usize>,
    /// The map that shows where it lies.
    pub places: Option<Rc<PlaceList>>,
    /// The address of a message to the publisher about it.
    pub report: Option<String>,
}

/// A mention in its sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    pub before: String,
    /// The mention's own words.
    pub words: String,
    pub after: String,
}
