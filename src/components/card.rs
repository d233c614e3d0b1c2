//! The open card: the note as a card, with what only a card can tell: its trail, its tools, and the way along the mentions.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::card::dates::Dates;
use crate::components::card::explore::Explore;
use crate::components::card::locator::Locator;
use crate::components::card::mentions::MentionList;
use crate::components::card::names::Names;
use crate::components::card::strip::Strip;
use crate::components::messages::use_messages;
use crate::components::note::{Note, NotePlace};
use crate::components::switch::Switch;
use crate::model::page::{EntityLink, Note as Record};

mod action;
mod context;
mod dates;
mod explore;
mod height;
mod locator;
mod mentions;
mod names;
mod options;
mod strip;
mod tools;
mod trail;

pub use crate::components::card::action::CardAction;
pub use crate::components::card::context::{Context, Sentence};
pub use crate::components::card::height::CardHeight;
pub use crate::components::card::options::CardOptions;
pub use crate::components::card::strip::neighbour;
pub use crate::components::card::tools::Tools;
pub use crate::components::card::trail::Trail;

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
        <section class="card" role="dialog" aria-modal={options.is_modal().then_some("true")} aria-labelledby="card-name"
            data-card={note.entity.clone()} data-kind={note.kind.slug()} data-height={options.height.slug()}>
            <Tools options={*options} onact={onact.clone()} />
            <div class="card-flow">
                <Trail behind={props.behind.clone()} ahead={props.ahead.clone()} onact={onact.clone()} />
                <div class="card-body">
                    <Note note={note.clone()} {place} />
                    <Names name="also" label={messages.also_here.clone()} links={props.also.clone()} />
                    if let Some(places) = &context.places { <Locator places={places.clone()} entity={note.entity.clone()} /> }
                    <MentionList note={note.clone()} {current} all={options.all} context={context.clone()} onact={onact.clone()} />
                    <Names name="with" label={messages.together.clone()} links={context.together.clone()} />
                    if let Some(list) = &context.timeline { <Dates {list} rows={context.events.clone()} /> }
                    if props.context.is_some() {
                        <Explore note={note.clone()} dated={!context.events.is_empty()} report={context.report.clone()} onact={onact.clone()} />
                    }
                    <Switch name="peeks" label={messages.peeks.clone()} on={options.peeks} onturn={onact.reform(|_| CardAction::TogglePeeks)} />
                </div>
                <Strip note={note.clone()} {current} {blocks} onact={onact.clone()} />
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests;
