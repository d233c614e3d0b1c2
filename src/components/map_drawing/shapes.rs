//! The shapes that maps are drawn of.

use yew::prelude::*;

use crate::components::map_drawing::geometry::Viewport;
use crate::model::page::Pin;

/// A map of that size, in CSS pixels.
pub(super) fn frame(width: i32, height: i32, inside: Html) -> Html {
    let (width, height) = (width.to_string(), height.to_string());
    html! {
        <svg class="map" viewBox={["0 0 ", &width, " ", &height].concat()} {width} {height}>{ inside }</svg>
    }
}

/// What of land and borders is seen.
pub(super) fn outlines(window: Viewport, height: i32) -> Html {
    let Viewport { left, top, span } = window;
    let seen = [left, top, span, height].map(|length| length.to_string());
    html! {
        <svg viewBox={seen.join(" ")} aria-hidden="true"><use href="#map-land" /><use href="#map-borders" /></svg>
    }
}

/// A way to the note of a place.
pub(super) fn link(pin: &Pin, name: &str, inside: Html) -> Html {
    html! {
        <a class="pin" href={["#ent-", &pin.entity].concat()} data-kind="place"><title>{ name }</title>{ inside }</a>
    }
}

pub(super) fn circle(class: &'static str, (x, y): (i32, i32), radius: i32) -> Html {
    html! { <circle {class} cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} /> }
}

/// Words at a place, which is where they begin unless `anchor` says otherwise.
pub(super) fn text(
    class: &'static str,
    (x, y): (i32, i32),
    words: &str,
    anchor: Option<&'static str>,
) -> Html {
    html! { <text {class} x={x.to_string()} y={y.to_string()} text-anchor={anchor}>{ words }</text> }
}
