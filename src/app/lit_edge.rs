//! Marks at the window's edge for the mentions of the open card's entity.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::components::edge::{Edge, marks};
use crate::components::messages::use_messages;

/// Properties for [`LitEdge`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) entity: Rc<str>,
    /// How far down the article each block begins, in thousandths of its height.
    pub(super) block_offsets: Rc<[u32]>,
}

/// The marks, where those of the page stand too.
#[component]
pub(super) fn LitEdge(props: &Props) -> Html {
    crate::components::rendered("LitEdge");
    let reader = use_reader();
    let messages = use_messages();
    let note = reader.records.note(&props.entity);
    let mentions = note.iter().flat_map(|note| &note.mentions);
    let marks = marks(mentions.map(|mention| mention.block), &props.block_offsets);
    html! { <div class="edge" title={messages.edge.clone()}><Edge class="lit" {marks} /></div> }
}
