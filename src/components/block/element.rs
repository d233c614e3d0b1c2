//! The element of a block.

use yew::prelude::*;

use crate::components::mention::words;
use crate::model::page::PageBlock;

/// The block's words in an element of that name, under its number.
pub(super) fn element(name: &'static str, block: &PageBlock, numbered: bool) -> Html {
    around(name, block, numbered, words(&block.text))
}

/// The same around words that are drawn in a way of their own.
pub(super) fn around(name: &'static str, block: &PageBlock, numbered: bool, inside: Html) -> Html {
    let number = block.number.to_string();
    let sentences: Vec<String> = block.sentences.iter().map(u32::to_string).collect();
    let sentences = (!sentences.is_empty()).then(|| sentences.join(" "));
    html! {
        <@{name} class="block" id={["p", &number].concat()} data-n={numbered.then_some(number)} data-sentences={sentences}>
            { inside }
        </@>
    }
}
