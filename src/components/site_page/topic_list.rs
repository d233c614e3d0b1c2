//! Sections or tags of a site, with how many articles each has.

use yew::prelude::*;

use crate::model::site_page::TopicEntry;

/// Properties for [`TopicList`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub name: AttrValue,
    pub entries: Vec<TopicEntry>,
}

#[component]
pub fn TopicList(props: &Props) -> Html {
    crate::components::rendered("TopicList");
    html! {
        <nav class="topics" aria-label={props.name.clone()}>
            <h2>{ &props.name }</h2>
            <ul>
                for entry in &props.entries {
                    <li><a href={entry.link.href.clone()} dir="auto">{ &entry.link.label }</a>{ " " }<span class="num">{ entry.count.to_string() }</span></li>
                }
            </ul>
        </nav>
    }
}
