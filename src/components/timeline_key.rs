//! What the signs of the timeline's drawing mean.

use yew::prelude::*;

use crate::components::messages::use_messages;

#[component]
pub fn TimelineKey() -> Html {
    crate::components::rendered("TimelineKey");
    let messages = use_messages();
    html! {
        <p class="plot-key">
            <span data-class="article">{ &messages.plot_told }</span>
            <span data-class="background">{ &messages.background }</span>
            <span data-vague="">{ &messages.plot_vague }</span>
        </p>
    }
}
