//! Signs of kinds and icons of tools, drawn from the sprite that stands in every page (`static/signs.svg`).

use yew::prelude::*;

use crate::model::kind::Kind;

/// The one-colour sign of a kind; decoration, since the word or the name always stands beside it.
pub fn sign(kind: Kind) -> Html {
    let href = ["#k-", kind.slug()].concat();
    html! { <svg class="glyph" aria-hidden="true"><use href={href} /></svg> }
}

/// An icon by its name in the sprite.
pub fn icon(name: &str) -> Html {
    let href = ["#i-", name].concat();
    html! { <svg class="icon" aria-hidden="true"><use href={href} /></svg> }
}
