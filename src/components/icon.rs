//! Icons of tools, drawn from the sprite that stands in every page (`static/icons.svg`).

use yew::prelude::*;

/// An icon by its name in the sprite.
pub fn icon(name: &str) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={["#i-", name].concat()} /></svg> }
}
