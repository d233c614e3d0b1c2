//! The tools at a card's head.

use yew::prelude::*;

use crate::components::card::action::CardAction;
use crate::components::card::height::CardHeight;
use crate::components::card::options::CardOptions;
use crate::components::messages::use_messages;
use crate::components::tool::Tool;

/// Properties for [`Tools`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub options: CardOptions,
    /// The card can be kept.
    #[prop_or(true)]
    pub keeps: bool,
    pub onact: Callback<CardAction>,
}

/// Height, keeping, sharing, closing.
#[component]
pub fn Tools(props: &Props) -> Html {
    crate::components::rendered("Tools");
    let messages = use_messages();
    let CardOptions {
        sheet,
        height,
        pinnable,
        ..
    } = props.options;
    let on = |action: CardAction| props.onact.reform(move |()| action);
    html! {
        <div class="tools">
            if sheet || height == CardHeight::Lowered {
                <Tool act="taller" icon="taller" label={messages.taller.clone()} disabled={height == CardHeight::Tall} onpress={on(CardAction::Taller)} />
                <Tool act="lower" icon="lower" label={messages.lower.clone()} disabled={height == CardHeight::Lowered} onpress={on(CardAction::Lower)} />
            }
            if props.keeps {
                { edit() }
                <Tool act="pin" icon="pin" label={if pinnable { messages.pin.clone() } else { messages.pins_full.clone() }} disabled={!pinnable} onpress={on(CardAction::Pin)} />
            }
            <Tool act="share" icon="share" label={messages.share.clone()} onpress={on(CardAction::Share)} />
            <Tool act="close" icon="close" label={messages.close.clone()} onpress={on(CardAction::Close)} />
        </div>
    }
}

/// In pages that are shown to their author, the way to the form of the card's entity; `src/editor` hears its press.
#[cfg(feature = "editor")]
fn edit() -> Html {
    html! { <button class="tool edit" type="button" data-act="edit">{ "Edit" }</button> }
}

/// No reader edits.
#[cfg(not(feature = "editor"))]
fn edit() -> Html {
    Html::default()
}
