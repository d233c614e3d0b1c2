//! The open card of a footnote on the page's records.

use yew::prelude::*;

use crate::app::open_card::name_of;
use crate::app::reader::use_reader;
use crate::app::reading::{Action, CardState, Direction, Subject, Why};
use crate::components::card::{CardAction, CardOptions};
use crate::components::footnote_card::FootnoteCard;
use crate::components::messages::use_messages;

/// Properties for [`OpenFootnote`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) number: u32,
    pub(super) open: CardState,
    pub(super) options: CardOptions,
}

/// The card; nothing where the page has no such footnote. To be keyed by its number.
#[component]
pub(super) fn OpenFootnote(props: &Props) -> Html {
    crate::components::rendered("OpenFootnote");
    let reader = use_reader();
    let messages = use_messages();
    let Props {
        number,
        open,
        options,
    } = props;
    let onact = use_callback(
        (open.height, reader.dispatch.clone()),
        |action, (height, dispatch)| {
            dispatch.emit(match action {
                CardAction::Share => Action::Share,
                CardAction::Taller => Action::Height(height.taller()),
                CardAction::Lower => Action::Height(height.lower()),
                CardAction::Back => Action::Trail(Direction::Back),
                CardAction::Forward => Action::Trail(Direction::Forward),
                _ => Action::Dismiss(Why::Close),
            });
        },
    );
    let Some(footnote) = reader.records.footnote(*number) else {
        return Html::default();
    };
    let name = |trail: &[Subject]| name_of(trail.last()?, &reader, &messages);
    html! {
        <FootnoteCard number={*number} {footnote} options={*options} behind={name(&open.behind)} ahead={name(&open.ahead)} {onact} />
    }
}
