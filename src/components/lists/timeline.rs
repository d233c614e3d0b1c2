//! The list of all dates, under their drawing.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::lists::event_row::EventRow;
use crate::components::lists::nothing::Nothing;
use crate::components::lists::row_place::RowPlace;
use crate::components::lists::section::Section;
use crate::components::messages::use_messages;
use crate::components::timeline_drawing::TimelineDrawing;
use crate::components::timeline_key::TimelineKey;
use crate::model::page::EventList;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<EventList>,
}

#[component]
pub fn Timeline(props: &Props) -> Html {
    crate::components::rendered("Timeline");
    let messages = use_messages();
    let list = &props.list;
    let rows = list.events.len();
    html! {
        <Section id="timeline" name={messages.timeline.clone()}>
            if list.drawing.is_some() {
                <TimelineKey />
                <TimelineDrawing {list} />
            }
            if rows > 0 {
                <ol class="dates">
                    for row in 0..rows { <EventRow key={row} {list} {row} place={RowPlace::Page} /> }
                </ol>
            } else {
                <Nothing />
            }
        </Section>
    }
}
