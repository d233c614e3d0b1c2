//! A paragraph.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::element::element;
use crate::model::page::PageBlock;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) block: Rc<PageBlock>,
    /// Bears its number, as in [`Heading`](super::heading::Heading).
    pub(super) numbered: bool,
}

#[component]
pub(super) fn Paragraph(props: &Props) -> Html {
    crate::components::rendered("Paragraph");
    element("p", &props.block, props.numbered)
}
