//! A section or a tag by its name.

use yew::prelude::*;

use crate::model::page::TopicLink;

/// The name, as a link where there is a page of its articles.
pub fn topic(topic: &TopicLink) -> Html {
    match &topic.href {
        Some(href) => html! { <a href={href.clone()} dir="auto">{ &topic.name }</a> },
        None => html! { <bdi>{ &topic.name }</bdi> },
    }
}
