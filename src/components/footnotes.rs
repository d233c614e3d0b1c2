//! The footnotes below the article.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::footnote_sign::sign_id;
use crate::components::messages::use_messages;
use crate::components::rich_text::rich_text;
use crate::model::messages::Messages;
use crate::model::page::{Footnote as Record, FootnoteList};
use crate::model::text::FootnoteSign;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub footnotes: Rc<FootnoteList>,
}

/// All of an article's footnotes. Each is its own card where no script runs, as the notes on entities are.
#[component]
pub fn Footnotes(props: &Props) -> Html {
    crate::components::rendered("Footnotes");
    let messages = use_messages();
    let all = (1..).zip(&props.footnotes.footnotes);
    html! {
        <section class="footnotes" id="footnotes" role="doc-endnotes" aria-labelledby="footnotes-name">
            <h2 id="footnotes-name">{ &messages.footnotes }</h2>
            for (number, footnote) in all { { note(number, footnote, &messages) } }
        </section>
    }
}

fn note(number: u32, footnote: &Record, messages: &Messages) -> Html {
    let words = number.to_string();
    html! {
        <article class="note footnote" id={["fn-", &words].concat()} data-footnote={words.clone()}
            aria-label={Messages::fill(&messages.footnote, &words)}>
            <div class="note-head"><h3>{ words }</h3></div>
            <div class="note-body">
                { paragraphs(footnote) }
                <p class="back">
                    for (occurrence, block) in (1..).zip(&footnote.signs) { { back(number, occurrence, *block, messages) } }
                </p>
            </div>
            <a class="shut" href="#read" aria-label={messages.close_note.clone()}></a>
        </article>
    }
}

/// What a footnote says.
pub fn paragraphs(footnote: &Record) -> Html {
    let paragraphs = footnote.paragraphs.iter();
    paragraphs
        .map(|text| html! { <p class="say" dir="auto">{ rich_text(text) }</p> })
        .collect()
}

/// The way back to a sign of a footnote.
pub fn back(number: u32, occurrence: u32, block: u32, messages: &Messages) -> Html {
    let (id, block) = (
        sign_id(FootnoteSign { number, occurrence }),
        block.to_string(),
    );
    html! {
        <a href={["#", &id].concat()} aria-label={Messages::fill(&messages.back_to, &block)}>{ messages.fill_mark(&block) }</a>
    }
}
