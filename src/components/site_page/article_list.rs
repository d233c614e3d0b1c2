//! Articles in a list, each with who wrote it, when, and what it says.

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::picture::size;
use crate::components::topic::topic;
use crate::model::messages::Messages;
use crate::model::page::Picture;
use crate::model::site_page::ArticleEntry;

/// Properties for [`ArticleList`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub label: AttrValue,
    pub entries: std::rc::Rc<[ArticleEntry]>,
}

#[component]
pub fn ArticleList(props: &Props) -> Html {
    crate::components::rendered("ArticleList");
    let messages = use_messages();
    html! {
        <ul class="front" aria-label={props.label.clone()}>
            for entry in props.entries.iter() { { item(entry, &messages) } }
        </ul>
    }
}

fn item(entry: &ArticleEntry, messages: &Messages) -> Html {
    html! {
        <li lang={entry.language.clone()} dir="auto">
            if entry.draft { <p class="draft" dir="auto">{ &messages.draft }</p> }
            if let Some(section) = &entry.section { <p class="kicker">{ topic(section) }</p> }
            if let Some(picture) = &entry.picture { { thumb(picture) } }
            <h2><a class="name" href={entry.href.clone()}>{ &entry.title }</a></h2>
            <p class="meta">{ entry.details.join(" · ") }</p>
            <p>{ &entry.description }</p>
        </li>
    }
}

/// A small picture beside an article's title, which says what it leads to.
fn thumb(picture: &Picture) -> Html {
    let (width, height) = size(picture);
    let sizes = picture.srcset.is_some().then_some("10rem");
    html! {
        <img class="thumb" src={picture.src.clone()} srcset={picture.srcset.clone()} {sizes} {width} {height} alt="" loading="lazy" />
    }
}
