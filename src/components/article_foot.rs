//! What stands below an article's own words: what was put right in it, and what it is about.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::rich_text::rich_text;
use crate::components::topic::topic;
use crate::model::page::Frame;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub frame: Rc<Frame>,
}

/// Draws corrections, each with its date, and tags.
#[component]
pub fn ArticleFoot(props: &Props) -> Html {
    crate::components::rendered("ArticleFoot");
    let messages = use_messages();
    let Frame {
        corrections, tags, ..
    } = &*props.frame;
    html! {
        <footer class="article-foot">
            if !corrections.is_empty() {
                <section class="corrections" aria-labelledby="corrections-name">
                    <h2 id="corrections-name">{ &messages.corrections }</h2>
                    for one in corrections {
                        <p dir="auto"><time datetime={one.date.edtf.clone()}>{ &one.date.words }</time>{ " " }{ rich_text(&one.text) }</p>
                    }
                </section>
            }
            if !tags.is_empty() {
                <ul class="tags" aria-label={messages.tags.clone()}>
                    for tag in tags { <li>{ topic(tag) }</li> }
                </ul>
            }
        </footer>
    }
}
