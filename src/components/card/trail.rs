//! The way back and forward along the links that led through cards.

use yew::prelude::*;

use crate::components::card::action::CardAction;
use crate::components::icon::icon;
use crate::components::messages::use_messages;
use crate::model::messages::Messages;

/// Properties for [`Trail`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub behind: Option<AttrValue>,
    pub ahead: Option<AttrValue>,
    pub onact: Callback<CardAction>,
}

/// A button each way, by the name of the entity it leads to; nothing where there is no way.
#[component]
pub fn Trail(props: &Props) -> Html {
    crate::components::rendered("Trail");
    let messages = use_messages();
    let step = |act: &'static str, name: &Option<AttrValue>, pattern: &str, sign, action| {
        let name = name.clone()?;
        let onclick = props.onact.reform(move |_| action);
        Some(html! {
            <button type="button" data-act={act} aria-label={Messages::fill(pattern, &name)} {onclick}>{ icon(sign) }<bdi key={&*name}>{ &name }</bdi></button>
        })
    };
    let back = step(
        "back",
        &props.behind,
        &messages.trail_back,
        "prev",
        CardAction::Back,
    );
    let forward = step(
        "forward",
        &props.ahead,
        &messages.trail_forward,
        "next",
        CardAction::Forward,
    );
    if back.is_none() && forward.is_none() {
        return Html::default();
    }
    html! { <div class="trail">{ back }{ forward }</div> }
}
