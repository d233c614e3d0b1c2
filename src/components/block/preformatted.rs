//! Text that is set letter for letter.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::element::around;
use crate::components::block::scroll::Scroll;
use crate::components::mention::words;
use crate::components::messages::use_messages;
use crate::model::page::PageBlock;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) block: Rc<PageBlock>,
    /// Bears its number, as in [`Heading`](super::heading::Heading).
    pub(super) numbered: bool,
}

#[component]
pub(super) fn Preformatted(props: &Props) -> Html {
    crate::components::rendered("Preformatted");
    let messages = use_messages();
    let Props { block, numbered } = props;
    let inside = html! {
        <Scroll label={messages.preformatted.clone()}><pre dir="auto">{ words(&block.text) }</pre></Scroll>
    };
    around("div", block, *numbered, inside)
}
