//! What is offered for a while at the foot of the window: walking along the hits of a search, a link to selected words,
//! going on where the last visit ended, and the way back after a jump.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::changing_words::changing_words;
use crate::components::icon::icon;
use crate::components::messages::use_messages;
use crate::components::tool::Tool;
use crate::model::messages::Messages;

/// What is offered now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FootBarItems {
    /// The block to go back to.
    pub back: Option<u32>,
    /// The block where the last visit ended.
    pub resume: Option<u32>,
    /// Words of the text are selected.
    pub quote: bool,
    /// Words were to be copied.
    pub copied: Option<Copied>,
    /// The hit that was gone to, counted from 1, and how many there are.
    pub hit: Option<(usize, usize)>,
}

/// What came of copying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    Done,
    /// The browser refuses: the reader copies these words by hand.
    ByHand(Rc<str>),
}

/// The id of the field with words that are to be copied by hand.
pub const COPY_WORDS: &str = "copy-words";

/// What a reader asks for here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FootAction {
    Back,
    Resume,
    Quote,
    /// What came of copying is closed.
    CloseCopy,
    /// To the hit after the one that was gone to, or before it.
    Hit {
        forward: bool,
    },
    /// The hits are walked along no longer, and the way back is not wanted.
    End,
}

/// Properties for [`FootBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub items: FootBarItems,
    pub onact: Callback<FootAction>,
}

/// The items come and go; the bar stays, so that focus and layout do.
#[component]
pub fn FootBar(props: &Props) -> Html {
    crate::components::rendered("FootBar");
    let messages = use_messages();
    let FootBarItems {
        back,
        resume,
        quote,
        copied,
        hit,
    } = &props.items;
    let on = |action: FootAction| props.onact.reform(move |()| action);
    html! {
        <div class="foot-bar">
            { going(*hit, *back, &messages, &on) }
            { copied.as_ref().map(|copied| outcome(copied, &messages, on(FootAction::CloseCopy))) }
            if *quote { { offer("quote", "share", messages.quote.clone(), on(FootAction::Quote)) } }
            if let Some(block) = *resume { { offer("resume", "next", to_block(&messages.resume, block), on(FootAction::Resume)) } }
        </div>
    }
}

/// Along the hits of a search, and back to where the reader was: one bar, which can be closed.
fn going(
    hit: Option<(usize, usize)>,
    back: Option<u32>,
    messages: &Messages,
    on: &dyn Fn(FootAction) -> Callback<()>,
) -> Html {
    if hit.is_none() && back.is_none() {
        return Html::default();
    }
    html! {
        <nav class="walk" aria-label={messages.going.clone()}>
            if let Some((number, count)) = hit {
                <Tool act="hit-previous" icon="prev" label={messages.hit_previous.clone()} onpress={on(FootAction::Hit { forward: false })} />
                { changing_words("num", Messages::fill_of(&messages.hit_of, number, count)) }
                <Tool act="hit-next" icon="next" label={messages.hit_next.clone()} onpress={on(FootAction::Hit { forward: true })} />
            }
            if let Some(block) = back { { offer("return", "back", to_block(&messages.back_to_place, block), on(FootAction::Back)) } }
            <Tool act="end-going" icon="close" label={messages.close.clone()} onpress={on(FootAction::End)} />
        </nav>
    }
}

/// A short word, or the words to copy by hand and why. The live region says it too.
fn outcome(copied: &Copied, messages: &Messages, onclose: Callback<()>) -> Html {
    match copied {
        Copied::Done => html! { <p class="copied" aria-hidden="true">{ &messages.copied }</p> },
        Copied::ByHand(words) => html! {
            <div class="copied" role="group" aria-label={messages.copy_by_hand.clone()}>
                <label for={COPY_WORDS}>{ &messages.copy_by_hand }</label>
                <Tool act="copy-close" icon="close" label={messages.close.clone()} onpress={onclose} />
                <textarea id={COPY_WORDS} readonly=true rows="2" value={words.to_string()} />
            </div>
        },
    }
}

fn to_block(pattern: &str, block: u32) -> String {
    Messages::fill_number(pattern, block as usize)
}

fn offer(act: &'static str, sign: &'static str, label: String, onpress: Callback<()>) -> Html {
    html! {
        <button class="way-back" type="button" data-act={act} onclick={onpress.reform(|_| ())}>{ icon(sign) }{ changing_words("", label) }</button>
    }
}
