//! The head of an article: title, who wrote it where and when, and what a first-time reader should know.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::Heading;
use crate::components::excerpt::Excerpt;
use crate::components::messages::use_messages;
use crate::components::rich_text::rich_text;
use crate::components::topic::topic;
use crate::model::messages::Messages;
use crate::model::page::{Author, Frame, PageBlock};

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
            if frame.draft { <p class="draft">{ &messages.draft }</p> }
            if let Some(section) = &frame.section { <p class="kicker">{ topic(section) }</p> }
            <Heading block={title} />
            if let Some(standfirst) = &frame.standfirst { <p class="standfirst" dir="auto">{ rich_text(standfirst) }</p> }
            <p class="meta">
                for author in &frame.byline { <b>{ name(author) }</b> }
                if let Some(publisher) = &frame.publisher { <span>{ publisher }</span> }
                if let Some(date) = &frame.date { <time datetime={date.edtf.clone()}>{ &date.words }</time> }
                if let Some(date) = &frame.updated {
                    <time datetime={date.edtf.clone()}>{ Messages::fill(&messages.updated, &date.words) }</time>
                }
                <a href="#cite" data-open-view="cite">{ &messages.cite_link }</a>
            </p>
            if !frame.kinds.is_empty() { <p class="hint">{ &messages.hint }</p> }
            if frame.excerpt {
                <Excerpt {frame} label={messages.excerpt.clone()} sentence={messages.excerpt_notice.clone()} />
            }
        </header>
    }
}

/// An author's name, which leads to where readers learn more of them.
fn name(author: &Author) -> Html {
    match &author.url {
        Some(url) => html! { <a href={url.clone()}>{ &author.name }</a> },
        None => html! { { &author.name } },
    }
}
