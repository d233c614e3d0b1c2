//! Signs of kinds, which the styles draw (`static/css/marks.css`).
//!
//! # Why
//! A browser attends to every `svg` of a page whenever it draws a frame: the 15,000 signs of a book as such took 3 ms each
//! time.

use yew::prelude::*;

/// The one-colour sign of the kind that `data-kind` names around it; decoration, since the word or the name always stands
/// beside it.
pub fn sign() -> Html {
    html! { <span class="glyph"></span> }
}
