//! The small card that a resting pointer brings. It has no controls, so nothing in it is missed by keyboard.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::kind_line::kind_line;
use crate::components::messages::use_messages;
use crate::model::messages::Messages;
use crate::model::page::{Note, Summary};
use crate::model::text::plain;

/// Properties for [`Peek`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub note: Rc<Note>,
    /// Which mention of the entity the pointer rests on.
    pub mention: u32,
}

/// Kind, name, and one sentence. Screen readers are not told: they have the card.
#[component]
pub fn Peek(props: &Props) -> Html {
    crate::components::rendered("Peek");
    let messages = use_messages();
    let note = &props.note;
    let count = note.mentions.len();
    html! {
        <div class="peek" aria-hidden="true" data-peek={note.entity.clone()} data-kind={note.kind.slug()}>
            { kind_line(note.kind, note.description.as_deref(), &messages) }
            <p class="peek-name"><bdi lang={note.name.language.clone()}>{ &note.name.text }</bdi></p>
            <p class="peek-say">{ sentence(note, props.mention) }</p>
            <p class="peek-foot">
                <span>{ &messages.press_for }</span>
                <span class="num">if count > 1 { { Messages::fill_number(&messages.mentions, count) } }</span>
            </p>
        </div>
    }
}

/// What the entity is in this passage, else in general.
fn sentence(note: &Note, mention: u32) -> String {
    let own = note.mentions.iter().find(|own| own.number == mention);
    match (own.and_then(|own| own.passage.as_ref()), &note.summary) {
        (Some(passage), _) => plain(passage),
        (None, Some(Summary::Written(text))) => plain(text),
        (None, Some(Summary::Sentence(sentence, _))) => sentence.clone(),
        (None, None) => String::new(),
    }
}
