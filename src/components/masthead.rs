//! The head of an article: title, who wrote it where and when, and what a first-time reader should know.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::Heading;
use crate::components::excerpt::Excerpt;
use crate::components::messages::use_messages;
use crate::model::page::{Frame, PageBlock};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub title: Rc<PageBlock>,
    pub frame: Rc<Frame>,
}

/// Draws the title with what stands below it.
#[component]
pub fn Masthead(props: &Props) -> Html {
    crate::components::rendered("Masthead");
    let messages = use_messages();
    let Props { title, frame } = props;
    html! {
        <header class="head">
            <Heading block={title} />
            <p class="meta">
                for author in &frame.byline { <b>{ author }</b> }
                if let Some(publisher) = &frame.publisher { <span>{ publisher }</span> }
                if let Some(date) = &frame.date { <time datetime={date.edtf.clone()}>{ &date.words }</time> }
                <a href="#cite" data-open-view="cite">{ &messages.cite_link }</a>
            </p>
            if !frame.kinds.is_empty() { <p class="hint">{ &messages.hint }</p> }
            if frame.excerpt {
                <Excerpt {frame} label={messages.excerpt.clone()} sentence={messages.excerpt_notice.clone()} />
            }
        </header>
    }
}
