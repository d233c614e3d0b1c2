//! Words that change while they are shown.

use yew::prelude::*;

/// The words in an element of their own, which other words replace as a whole: what a translator did to them goes with them.
/// Words that are changed in place stay as they were once a translator has put others there.
pub fn changing_words(class: &'static str, words: String) -> Html {
    html! { <span key={&*words} class={(!class.is_empty()).then_some(class)}>{ &words }</span> }
}
