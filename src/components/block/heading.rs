//! The title and the headings.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::element::element;
use crate::model::page::{Form, PageBlock};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub block: Rc<PageBlock>,
    /// Bears its number: browsers count anew in each section of a long page that they lay out by itself.
    #[prop_or_default]
    pub numbered: bool,
}

#[component]
pub fn Heading(props: &Props) -> Html {
    crate::components::rendered("Heading");
    let name = match props.block.form {
        Form::Title => "h1",
        Form::Heading(2) => "h2",
        Form::Heading(3) => "h3",
        _ => "h4",
    };
    element(name, &props.block, props.numbered)
}
