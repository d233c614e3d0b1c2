//! A small map that shows where one place lies.

use yew::prelude::*;

use crate::components::map_drawing::geometry::{Viewport, scale};
use crate::components::map_drawing::shapes::{circle, frame, outlines};
use crate::model::page::{MapLayout, Pin};

/// Draws the surroundings of a place, so many pixels wide and high.
pub fn locator(layout: &MapLayout, pin: &Pin, width: i32, height: i32) -> Html {
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
