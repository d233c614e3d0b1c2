//! Where on earth an entity is.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::model::messages::Messages;
use crate::model::page::{self, Note};

/// The coordinates in words; not more exact than they are.
pub fn degrees(location: &page::Location, messages: &Messages) -> String {
    if location.approximate {
        Messages::fill(&messages.about, &location.words)
    } else {
        location.words.clone()
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) note: Rc<Note>,
}

#[component]
pub(super) fn Location(props: &Props) -> Html {
    crate::components::rendered("Location");
    let messages = use_messages();
    let Some(location) = &props.note.place else {
        return Html::default();
    };
    html! {
        <p class="where">
            if let Some(near) = &location.near { <span dir="auto">{ near }</span>{ " " } }
            <small dir="auto">{ degrees(location, &messages) }</small>
        </p>
    }
}
