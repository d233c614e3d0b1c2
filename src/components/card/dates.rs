//! Events about a card's entity, as rows of the timeline.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::lists::RowPlace;
use crate::components::lists::event_row::EventRow;
use crate::components::messages::use_messages;
use crate::model::page::EventList;

/// Dates listed before the reader goes to the timeline.
const LISTED: usize = 6;

/// Properties for [`Dates`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) list: Rc<EventList>,
    /// Rows of the events about the entity.
    pub(super) rows: Vec<usize>,
}

/// The first events; nothing where there is none.
#[component]
pub(super) fn Dates(props: &Props) -> Html {
    crate::components::rendered("Dates");
    let messages = use_messages();
    if props.rows.is_empty() {
        return Html::default();
    }
    let (list, rows) = (&props.list, props.rows.iter().take(LISTED));
    html! {
        <section class="its-dates">
            <h4 class="lab">{ &messages.dates_of }</h4>
            <ol class="dates">for row in rows { <EventRow {list} row={*row} place={RowPlace::View} /> }</ol>
        </section>
    }
}
