//! One or two sentences on an entity.

use yew::prelude::*;

use crate::components::citation::block_mark;
use crate::components::rich_text::rich_text;
use crate::model::messages::Messages;
use crate::model::page::{Note, Summary};
use crate::model::text::plain;

/// The author's words, else a sentence of the article under a label that says so.
pub(super) fn summary(note: &Note, messages: &Messages) -> Html {
    match &note.summary {
        None => Html::default(),
        Some(Summary::Written(text)) => html! { <p class="say" dir="auto">{ rich_text(text) }</p> },
        // A fact may say it, with its source.
        Some(Summary::Sentence(sentence, _)) if is_fact(note, sentence) => Html::default(),
        Some(Summary::Sentence(sentence, block)) => html! {
            <div class="say borrowed">
                <h4 class="lab">{ &messages.from_text }</h4>
                <p dir="auto">{ sentence }{ " " }{ block_mark(*block, messages) }</p>
            </div>
        },
    }
}

fn is_fact(note: &Note, sentence: &str) -> bool {
    let mut facts = note.facts.iter();
    facts.any(|fact| {
        let said = plain(&fact.text);
        said.split_whitespace().eq(sentence.split_whitespace())
    })
}
