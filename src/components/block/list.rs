//! A list of the article; each entry is a block, or holds several.

use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The number of the first entry; without one they are not numbered.
    pub(super) first: Option<u32>,
    /// Its entries.
    pub(super) children: Html,
}

#[component]
pub(super) fn List(props: &Props) -> Html {
    crate::components::rendered("List");
    let name = if props.first.is_some() { "ol" } else { "ul" };
    let start = props.first.filter(|first| *first != 1);
    let start = start.map(|start| start.to_string());
    html! { <@{name} class="list" {start}>{ props.children.clone() }</@> }
}
