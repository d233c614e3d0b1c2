//! A card that is kept in the margin: the note, and a way to let go of it.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::note::{Note, NotePlace};
use crate::components::tool::Tool;
use crate::model::page::Note as Record;

/// Properties for [`KeptCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub note: Rc<Record>,
    /// Which mention of the entity it was opened from.
    pub mention: Option<u32>,
    /// Called when the card is closed, with its entity.
    pub onclose: Callback<String>,
}

/// The kept card, headed by the entity's name, which takes focus.
#[component]
pub fn KeptCard(props: &Props) -> Html {
    crate::components::rendered("KeptCard");
    let messages = use_messages();
    let entity = &props.note.entity;
    let heading = AttrValue::from(["pin-", entity].concat());
    let closed = entity.clone();
    let onpress = props.onclose.reform(move |()| closed.clone());
    let place = NotePlace::Card {
        heading: heading.clone(),
        mention: props.mention,
    };
    html! {
        <section class="card pinned" aria-labelledby={heading} data-pinned={entity.clone()} data-kind={props.note.kind.slug()}>
            <div class="tools"><Tool act="close" icon="close" label={messages.unpin.clone()} {onpress} /></div>
            <div class="card-body"><Note note={props.note.clone()} {place} /></div>
        </section>
    }
}
