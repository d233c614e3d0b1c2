//! The small card that a resting pointer brings. It has no controls, so nothing in it is missed by keyboard.

use yew::prelude::*;

use crate::app::components::glyph::sign_of;
use crate::app::components::tag::{classed, tag};
use crate::model::words::Words;

/// What a peek says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    pub entity: String,
    /// Slug of its kind.
    pub slug: String,
    /// The word for its kind.
    pub kind: String,
    /// A few words beside it.
    pub description: String,
    pub name: String,
    pub language: Option<String>,
    /// What it is in this passage, else in general.
    pub sentence: String,
    pub mentions: usize,
}

/// Draws it; those who listen are not told, they have the card.
pub fn peek(content: &Content, words: &Words) -> Html {
    let mut foot = classed("p", "peek-foot").tag(tag("span").say(words.press_for()));
    if content.mentions > 1 {
        let count = Words::fill(words.mentions(), &content.mentions.to_string());
        foot = foot.tag(classed("span", "num").say(&count));
    }
    let name = tag("bdi")
        .maybe("lang", content.language.as_deref())
        .say(&content.name);
    classed("div", "peek")
        .keyed(&content.entity)
        .set("aria-hidden", "true")
        .set("data-peek", &content.entity)
        .set("data-kind", &content.slug)
        .tag(
            classed("p", "kind")
                .put(sign_of(&content.slug))
                .tag(tag("b").say(&content.kind))
                .say(" ")
                .say(&content.description),
        )
        .tag(classed("p", "peek-name").tag(name))
        .tag(classed("p", "peek-say").say(&content.sentence))
        .tag(foot)
        .done()
}
