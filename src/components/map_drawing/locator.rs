//! A small map that shows where one place lies.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::map_drawing::geometry::{Viewport, scale};
use crate::components::map_drawing::shapes::{circle, frame, outlines};
use crate::model::page::PlaceList;

/// Properties for [`LocatorDrawing`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<PlaceList>,
    /// The place, by its row among the map's.
    pub pin: usize,
    /// In CSS pixels.
    pub width: i32,
    /// In CSS pixels.
    pub height: i32,
}

/// Draws the surroundings of a place.
#[component]
pub fn LocatorDrawing(props: &Props) -> Html {
    crate::components::rendered("LocatorDrawing");
    let (width, height) = (props.width, props.height);
    let Some(layout) = &props.list.layout else {
        return Html::default();
    };
    let Some(pin) = layout.places.get(props.pin) else {
        return Html::default();
    };
    let (span, x, y) = (
        Viewport::around(layout, pin).span,
        pin.x as i32,
        pin.y as i32,
    );
    let at = (width / 2, height / 2);
    let window = Viewport {
        left: x - span / 2,
        top: y - scale(span, height, width) / 2,
        span,
    };
    let dot = match pin.radius {
        Some(radius) => circle("area", at, scale(radius as i32, width, window.span)),
        None => circle("dot", at, 5),
    };
    let land = outlines(window, scale(span, height, width));
    frame(width, height, html! { <>{ land }{ dot }</> })
}
