//! The cards kept in the outer margin.

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::app::reading::{Action, KeptCardState};
use crate::components::kept_card::KeptCard;
use crate::components::messages::use_messages;

/// Properties for [`KeptCards`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) pins: Vec<KeptCardState>,
}

/// The cards, oldest first; nothing where none is kept.
#[component]
pub(super) fn KeptCards(props: &Props) -> Html {
    crate::components::rendered("KeptCards");
    let reader = use_reader();
    let messages = use_messages();
    let onclose = use_callback(reader.dispatch.clone(), |entity: String, dispatch| {
        dispatch.emit(Action::Unpin(entity.into()));
    });
    if props.pins.is_empty() {
        return Html::default();
    }
    let card = |pin: &KeptCardState| {
        let note = reader.records.note(&pin.entity)?;
        let opener = pin.opener.as_ref();
        let mention = opener.filter(|opener| opener.is_of(&pin.entity));
        Some(html! {
            <KeptCard key={&*pin.entity} {note} mention={mention.map(|opener| opener.number)} onclose={onclose.clone()} />
        })
    };
    html! {
        <aside class="pins" data-cards={props.pins.len().to_string()} aria-label={messages.pinned.clone()}>{ for props.pins.iter().filter_map(card) }</aside>
    }
}
