//! What may be wider than the text: it scrolls in a box of its own, by finger and by keys.

use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// What it is.
    pub(super) label: AttrValue,
    pub(super) children: Html,
}

#[component]
pub(super) fn Scroll(props: &Props) -> Html {
    crate::components::rendered("Scroll");
    html! {
        <div class="scroll" role="group" tabindex="0" aria-label={props.label.clone()}>{ props.children.clone() }</div>
    }
}
