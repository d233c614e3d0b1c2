//! The small card that a resting pointer brings. It has no controls, so nothing in it is missed by keyboard.

use yew::prelude::*;

use crate::app::components::markup::draw;
use crate::components::sign::sign;
use crate::model::messages::Messages;

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
pub fn peek(content: &Content, words: &Messages) -> Html {
    let count = content.mentions;
    let count = (count > 1).then(|| Messages::fill_number(words.mentions.as_str(), count));
    draw!(
        "<div class=peek key={0} aria-hidden=true data-peek={0} data-kind={1}><p class=kind>{2}<b>{3}</b> {4}</p>\
            <p class=peek-name><bdi lang={5}>{6}</bdi></p><p class=peek-say>{7}</p>\
            <p class=peek-foot><span>{8}</span><span class=num>{9}</span></p></div>",
        &content.entity,
        &content.slug,
        sign(),
        &content.kind,
        &content.description,
        content.language,
        &content.name,
        &content.sentence,
        words.press_for.as_str(),
        count,
    )
}
