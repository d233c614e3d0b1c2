//! Every mention of a card's entity with its sentence; each leads there.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::card::action::CardAction;
use crate::components::card::context::{Context, Sentence};
use crate::components::messages::use_messages;
use crate::model::messages::Messages;
use crate::model::page::{Note, NoteMention};

/// Mentions listed before the reader asks for all.
const LISTED: usize = 6;

/// Properties for [`MentionList`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) note: Rc<Note>,
    /// The row of the mention that the card belongs to.
    pub(super) current: Option<usize>,
    /// All are listed, not only the first ones.
    pub(super) all: bool,
    pub(super) context: Rc<Context>,
    pub(super) onact: Callback<CardAction>,
}

/// The list; nothing for a single mention, which the reader has just pressed.
#[component]
pub(super) fn MentionList(props: &Props) -> Html {
    crate::components::rendered("MentionList");
    let messages = use_messages();
    let mentions = &props.note.mentions;
    let count = mentions.len();
    if count < 2 {
        return Html::default();
    }
    let listed = if props.all { count } else { LISTED };
    let none = Sentence::default();
    let rows = mentions
        .iter()
        .take(listed)
        .enumerate()
        .map(|(row, mention)| {
            let sentence = props.context.sentences.get(row).unwrap_or(&none);
            let current = props.current == Some(row);
            one(&props.note.entity, mention, sentence, current, &messages)
        });
    html! {
        <section class="told">
            <h4 class="lab">{ Messages::fill_number(&messages.mentions, count) }</h4>
            <ol>{ for rows }</ol>
            if listed < count {
                <button class="more" type="button" data-act="all" onclick={props.onact.reform(|_| CardAction::ListAll)}>
                    { Messages::fill_number(&messages.all_mentions, count) }
                </button>
            }
        </section>
    }
}

fn one(
    entity: &str,
    mention: &NoteMention,
    sentence: &Sentence,
    current: bool,
    messages: &Messages,
) -> Html {
    let address = format!("#m-{entity}-{}", mention.number);
    html! {
        <li>
            <a href={address} aria-current={current.then_some("true")}>
                <span class="num">{ messages.fill_mark(&mention.block.to_string()) }</span>
                <span>{ &sentence.before }<mark>{ &sentence.words }</mark>{ &sentence.after }</span>
            </a>
        </li>
    }
}
