//! A footnote as a card, and as the small card that a resting pointer brings.

use yew::prelude::*;

use crate::components::card::{CardAction, CardOptions, Tools, Trail};
use crate::components::footnotes::{back, paragraphs};
use crate::components::messages::use_messages;
use crate::model::messages::Messages;
use crate::model::page::Footnote;

/// Properties for [`FootnoteCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub number: u32,
    pub footnote: Footnote,
    pub options: CardOptions,
    /// Where the trail leads, by name.
    pub behind: Option<AttrValue>,
    pub ahead: Option<AttrValue>,
    pub onact: Callback<CardAction>,
}

/// A dialog headed by the footnote's number, with the ways back to its signs.
#[component]
pub fn FootnoteCard(props: &Props) -> Html {
    crate::components::rendered("FootnoteCard");
    let messages = use_messages();
    let Props {
        number,
        footnote,
        options,
        onact,
        ..
    } = props;
    let words = number.to_string();
    html! {
        <section class="card" role="dialog" aria-modal={options.is_modal().then_some("true")} aria-labelledby="card-name"
            data-card={["fn-", &words].concat()} data-height={options.height.slug()}>
            <Tools options={*options} keeps=false onact={onact.clone()} />
            <div class="card-flow">
                <Trail behind={props.behind.clone()} ahead={props.ahead.clone()} onact={onact.clone()} />
                <div class="card-body">
                    <article class="copy">
                        <div class="note-head"><h3 id="card-name" tabindex="-1">{ Messages::fill(&messages.footnote, &words) }</h3></div>
                        <div class="note-body">
                            { paragraphs(footnote) }
                            <p class="back">
                                for (occurrence, block) in (1..).zip(&footnote.signs) { { back(*number, occurrence, *block, &messages) } }
                            </p>
                        </div>
                    </article>
                </div>
            </div>
        </section>
    }
}

/// Properties for [`FootnotePeek`].
#[derive(Clone, PartialEq, Properties)]
pub struct PeekProps {
    pub number: u32,
    pub footnote: Footnote,
}

/// Its number and its words. Screen readers are not told: they have the card.
#[component]
pub fn FootnotePeek(props: &PeekProps) -> Html {
    crate::components::rendered("FootnotePeek");
    let messages = use_messages();
    let words = props.number.to_string();
    html! {
        <div class="peek" aria-hidden="true" data-peek={["fn-", &words].concat()}>
            <p class="kind"><b>{ Messages::fill(&messages.footnote, &words) }</b></p>
            <p class="peek-say">{ props.footnote.words() }</p>
        </div>
    }
}
