//! A list that has nothing in it.

use yew::prelude::*;

use crate::components::messages::use_messages;

#[component]
pub fn Nothing() -> Html {
    crate::components::rendered("Nothing");
    let messages = use_messages();
    html! { <p class="none">{ &messages.none }</p> }
}
