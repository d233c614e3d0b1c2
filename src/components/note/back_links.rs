//! The way back from a note to each mention of its entity.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::model::messages::Messages;
use crate::model::page::{Note, NoteMention};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) note: Rc<Note>,
}

#[component]
pub(super) fn BackLinks(props: &Props) -> Html {
    crate::components::rendered("BackLinks");
    let messages = use_messages();
    let Note {
        entity, mentions, ..
    } = &*props.note;
    html! {
        <p class="back">
            { &messages.named_in }{ " " }
            for mention in mentions { { link(entity, mention, &messages) } }
        </p>
    }
}

fn link(entity: &str, mention: &NoteMention, messages: &Messages) -> Html {
    let (number, block) = (mention.number.to_string(), mention.block.to_string());
    html! {
        <a href={["#m-", entity, "-", &number].concat()} aria-label={Messages::fill(&messages.back_to, &block)}>
            { messages.fill_mark(&block) }
        </a>
    }
}
