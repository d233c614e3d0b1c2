//! A paragraph, or the line below a quotation that says whose words they are.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::element::element;
use crate::model::page::{Form, PageBlock};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) block: Rc<PageBlock>,
    /// Bears its number, as in [`Heading`](super::heading::Heading).
    pub(super) numbered: bool,
}

#[component]
pub(super) fn Paragraph(props: &Props) -> Html {
    crate::components::rendered("Paragraph");
    let name = match props.block.form {
        Form::Attribution => "figcaption",
        _ => "p",
    };
    element(name, &props.block, props.numbered)
}
