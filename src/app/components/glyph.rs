//! Signs of kinds and icons of tools, drawn from the sprite that stands in every page (`static/signs.svg`).

use yew::prelude::*;

use crate::app::components::markup::draw;
use crate::model::kind::Kind;

/// The one-colour sign of a kind; decoration, since the word or the name always stands beside it.
pub fn sign(kind: Kind) -> Html {
    sign_of(kind.slug())
}

/// The sign of a kind by its slug, as the page bears it in `data-kind`.
pub fn sign_of(kind: &str) -> Html {
    draw!(
        "<svg class=glyph aria-hidden=true><use href=\"#k-{0}\"/></svg>",
        kind
    )
}

/// An icon by its name in the sprite.
pub fn icon(name: &str) -> Html {
    draw!(
        "<svg class=icon aria-hidden=true><use href=\"#i-{0}\"/></svg>",
        name
    )
}
