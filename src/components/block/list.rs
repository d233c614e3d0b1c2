//! A list of the article; each entry is a block.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::element::element;
use crate::model::page::PageBlock;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) blocks: Vec<Rc<PageBlock>>,
    pub(super) ordered: bool,
    /// Each bears its number, as in [`Heading`](super::heading::Heading).
    pub(super) numbered: bool,
}

#[component]
pub(super) fn List(props: &Props) -> Html {
    crate::components::rendered("List");
    let name = if props.ordered { "ol" } else { "ul" };
    html! {
        <@{name} class="list">
            for block in &props.blocks { { element("li", block, props.numbered) } }
        </@>
    }
}
