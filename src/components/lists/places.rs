//! The list of all places, under the map.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::lists::nothing::Nothing;
use crate::components::lists::place_row::PlaceRow;
use crate::components::lists::section::Section;
use crate::components::map_drawing::MapDrawing;
use crate::components::messages::use_messages;
use crate::model::page::PlaceList;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<PlaceList>,
}

#[component]
pub fn Places(props: &Props) -> Html {
    crate::components::rendered("Places");
    let messages = use_messages();
    let list = &props.list;
    html! {
        <Section id="map" name={messages.map.clone()}>
            if list.layout.is_some() {
                <figure class="drawn" aria-label={messages.map.clone()}><MapDrawing {list} /></figure>
            }
            <PlaceRows {list} />
        </Section>
    }
}

/// The rows alone.
#[component]
pub fn PlaceRows(props: &Props) -> Html {
    crate::components::rendered("PlaceRows");
    let list = &props.list;
    let rows = list.rows.len();
    if rows == 0 {
        return html! { <Nothing /> };
    }
    html! {
        <ul class="places">for row in 0..rows { <PlaceRow key={row} {list} {row} /> }</ul>
    }
}
