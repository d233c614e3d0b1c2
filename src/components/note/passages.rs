//! What the entity is in each passage that says so.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::citation::block_mark;
use crate::components::messages::use_messages;
use crate::components::note::note_place::NotePlace;
use crate::components::rich_text::rich_text;
use crate::model::messages::Messages;
use crate::model::page::{Note, NoteMention};
use crate::model::text::Span;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) note: Rc<Note>,
    pub(super) place: NotePlace,
}

/// In the page each passage stands under its ¶; a card shows that of its own mention.
#[component]
pub(super) fn Passages(props: &Props) -> Html {
    crate::components::rendered("Passages");
    let messages = use_messages();
    let shown = |mention: &&NoteMention| match props.place {
        NotePlace::Page => true,
        NotePlace::Card {
            mention: pressed, ..
        } => pressed == Some(mention.number),
    };
    html! {
        <>
            for mention in props.note.mentions.iter().filter(shown) {
                if let Some(text) = &mention.passage {
                    { passage(mention, text, &props.place, &messages) }
                }
            }
        </>
    }
}

fn passage(
    mention: &NoteMention,
    text: &[Span<String>],
    place: &NotePlace,
    messages: &Messages,
) -> Html {
    let label = match place {
        NotePlace::Page => html! {
            <>{ &messages.passage_of }{ " " }{ block_mark(mention.block, messages) }</>
        },
        NotePlace::Card { .. } => html! { { &messages.in_passage } },
    };
    html! {
        <div class="here" data-passage={mention.number.to_string()}>
            <h4 class="lab">{ label }</h4>
            <p dir="auto">{ rich_text(text) }</p>
        </div>
    }
}
