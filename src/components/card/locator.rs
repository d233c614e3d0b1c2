//! A small map that shows where a card's place lies, and leads to the large one.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::map_drawing::LocatorDrawing;
use crate::components::messages::use_messages;
use crate::model::page::PlaceList;

/// Width and height of the small map, in CSS pixels.
const SIZE: (i32, i32) = (366, 120);

/// Properties for [`Locator`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) places: Rc<PlaceList>,
    pub(super) entity: String,
}

/// The link with its map; nothing for an entity that is not on the map.
#[component]
pub(super) fn Locator(props: &Props) -> Html {
    crate::components::rendered("Locator");
    let messages = use_messages();
    let Some(layout) = &props.places.layout else {
        return Html::default();
    };
    let mut places = layout.places.iter();
    let pin = places.position(|pin| pin.entity == props.entity);
    let Some(pin) = pin else {
        return Html::default();
    };
    html! {
        <a class="locator" href="#map" data-open-view="map" data-value={props.entity.clone()} aria-label={messages.on_map.clone()}>
            <LocatorDrawing list={props.places.clone()} {pin} width={SIZE.0} height={SIZE.1} />
        </a>
    }
}
