//! Says that a copy holds only the beginning, outside the article's own words.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::model::page::Frame;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub frame: Rc<Frame>,
    pub label: AttrValue,
    pub sentence: AttrValue,
}

/// A label, a sentence, and the way to the whole text where that stands somewhere.
#[component]
pub fn Excerpt(props: &Props) -> Html {
    crate::components::rendered("Excerpt");
    let messages = use_messages();
    html! {
        <p class="excerpt">
            <b>{ &props.label }</b>
            <span>
                { &props.sentence }
                if let Some(url) = &props.frame.url { { " " }<a href={url.clone()}>{ &messages.read_on }</a> }
            </span>
        </p>
    }
}
