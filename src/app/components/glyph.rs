//! Signs of kinds, which the styles draw (`static/css/marks.css`), and icons of tools, drawn from the sprite that stands in
//! every page (`static/icons.svg`).
//!
//! # Why
//! A browser attends to every `svg` of a page whenever it draws a frame: the 15,000 signs of a book as such took 3 ms each
//! time.

use yew::prelude::*;

use crate::app::components::markup::draw;

/// The one-colour sign of the kind that `data-kind` names around it; decoration, since the word or the name always stands
/// beside it.
pub fn sign() -> Html {
    draw!("<span class=glyph></span>")
}

/// An icon by its name in the sprite.
pub fn icon(name: &str) -> Html {
    draw!(
        "<svg class=icon aria-hidden=true><use href=\"#i-{0}\"/></svg>",
        name
    )
}
