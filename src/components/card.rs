//! The open card: the note as a card, with what only a card can tell: its trail, its tools, and the way along the mentions.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::card::dates::Dates;
use crate::components::card::explore::Explore;
use crate::components::card::locator::Locator;
use crate::components::card::mentions::MentionList;
use crate::components::card::names::Names;
use crate::components::card::strip::Strip;
use crate::components::card::tools::Tools;
use crate::components::card::trail::Trail;
use crate::components::messages::use_messages;
use crate::components::note::{Note, NotePlace};
use crate::model::page::{EntityLink, EventList, Note as Record, PlaceList};

mod dates;
mod explore;
mod locator;
mod mentions;
mod names;
mod strip;
mod tools;
mod trail;

pub use strip::neighbour;

/// What a card tells beside the note. It takes longer than a press should, so it may come once the card is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The sentence of each mention, in the order of the note's; those of a book's hero are not all read.
    pub sentences: Vec<Sentence>,
    /// Entities mentioned in the same sentences.
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

/// How the card stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardOptions {
    /// At the foot of a small window, over everything else.
    pub sheet: bool,
    /// The sheet takes most of the window.
    pub tall: bool,
    /// There is room for another kept card.
    pub pinnable: bool,
    /// Peeks are on.
    pub peeks: bool,
    /// All mentions are listed, not only the first ones.
    pub all: bool,
}

/// What a reader asks of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardAction {
    Close,
    Pin,
    Share,
    Taller,
    TogglePeeks,
    /// Along the trail.
    Back,
    Forward,
    /// To the mention after the one the card belongs to, or before it.
    Step {
        forward: bool,
    },
    ListAll,
}

/// Properties for [`Card`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub note: Rc<Record>,
    /// Which mention of the entity the card belongs to; none if it was not opened from one of its own.
    pub mention: Option<u32>,
    /// How many blocks the article has.
    pub blocks: u32,
    pub options: CardOptions,
    /// Where the trail leads, by name.
    #[prop_or_default]
    pub behind: Option<AttrValue>,
    #[prop_or_default]
    pub ahead: Option<AttrValue>,
    /// What else the pressed words mean.
    #[prop_or_default]
    pub also: Vec<EntityLink>,
    #[prop_or_default]
    pub context: Option<Rc<Context>>,
    pub onact: Callback<CardAction>,
}

/// A dialog headed by the entity's name, which takes focus. It is to be keyed by its entity: another entity is another
/// element, whatever a translator did to this one.
#[component]
pub fn Card(props: &Props) -> Html {
    crate::components::rendered("Card");
    let messages = use_messages();
    let Props {
        note,
        mention,
        blocks,
        options,
        onact,
        ..
    } = props;
    let place = NotePlace::Card {
        heading: AttrValue::Static("card-name"),
        mention: *mention,
    };
    let current = note
        .mentions
        .iter()
        .position(|one| Some(one.number) == *mention);
    let context = props.context.clone().unwrap_or_default();
    html! {
        <section class="card" role="dialog" aria-modal={options.sheet.then_some("true")} aria-labelledby="card-name"
            data-card={note.entity.clone()} data-kind={note.kind.slug()} data-tall={options.tall.then_some("")}>
            <Trail behind={props.behind.clone()} ahead={props.ahead.clone()} onact={onact.clone()} />
            <Tools options={*options} onact={onact.clone()} />
            <div class="card-body">
                <Note note={note.clone()} {place} />
                <Names name="also" label={messages.also_here.clone()} links={props.also.clone()} />
                if let Some(places) = &context.places { <Locator places={places.clone()} entity={note.entity.clone()} /> }
                <MentionList note={note.clone()} {current} all={options.all} context={context.clone()} onact={onact.clone()} />
                <Names name="with" label={messages.together.clone()} links={context.together.clone()} />
                if let Some(list) = &context.timeline { <Dates {list} rows={context.events.clone()} /> }
                if props.context.is_some() {
                    <Explore note={note.clone()} dated={!context.events.is_empty()} report={context.report.clone()} />
                }
            </div>
            <Strip note={note.clone()} {current} {blocks} onact={onact.clone()} />
        </section>
    }
}

#[cfg(test)]
mod tests;
