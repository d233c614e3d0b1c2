//! What the signs of the timeline's drawing mean. Dots and bars are filled where the article tells of it.

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
            <span data-vague=""><i></i>{ &messages.plot_vague }</span>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::markup;

    #[test]
    fn a_span_is_shown_open_and_filled_as_it_is_drawn() {
        let key = markup(html! { <TimelineKey /> });
        assert!(key.contains("><i></i>plot_vague</span>"), "{key}");
    }
}
