//! Where on earth an entity is.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::model::page::Note;

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
            { &location.words }
            if location.approximate { { " " }<small>{ &messages.approximate }</small> }
        </p>
    }
}
