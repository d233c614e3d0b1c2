//! The peek on the page's records.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::components::peek::Peek;

/// Properties for [`OpenPeek`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) entity: Rc<str>,
    /// Which mention of the entity the pointer rests on.
    pub(super) mention: u32,
}

/// The peek; nothing where the page has no note on the entity. To be keyed by the entity.
#[component]
pub(super) fn OpenPeek(props: &Props) -> Html {
    crate::components::rendered("OpenPeek");
    let reader = use_reader();
    let note = reader.records.note(&props.entity);
    note.map_or_else(Html::default, |note| {
        html! { <Peek {note} mention={props.mention} /> }
    })
}
