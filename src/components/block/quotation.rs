//! A quotation of one or more paragraphs.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::element::element;
use crate::model::page::PageBlock;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) blocks: Vec<Rc<PageBlock>>,
    /// Each bears its number, as in [`Heading`](super::heading::Heading).
    pub(super) numbered: bool,
}

#[component]
pub(super) fn Quotation(props: &Props) -> Html {
    crate::components::rendered("Quotation");
    html! {
        <blockquote>
            for block in &props.blocks { { element("p", block, props.numbered) } }
        </blockquote>
    }
}
