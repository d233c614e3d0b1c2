//! The head of a note: what the entity is called and what it is.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::kind_line::{kind_line, native_names};
use crate::components::messages::use_messages;
use crate::model::page::Note;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) note: Rc<Note>,
    /// The id of the heading, where that takes the focus.
    pub(super) heading: Option<AttrValue>,
}

#[component]
pub(super) fn Head(props: &Props) -> Html {
    crate::components::rendered("Head");
    let messages = use_messages();
    let Props { note, heading } = props;
    html! {
        <div class="note-head">
            <h3 id={heading.clone()} tabindex={heading.is_some().then_some("-1")}>
                <bdi lang={note.name.language.clone()}>{ &note.name.text }</bdi>
            </h3>
            { kind_line(note.kind, note.description.as_deref(), &messages) }
            { native_names(&note.native) }
        </div>
    }
}
