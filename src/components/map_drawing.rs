//! The map: outlines, names of countries, regions as rings, places as dots with labels, close ones as one with a number.
//! The outlines stand in the page once (`#map-land`, `#map-borders`), and every map shows them.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::measures;
use crate::model::page::{MapLayout, Pin, PlaceList};

mod dot;
pub mod geometry;
mod locator;
mod shapes;

use dot::dot;
use geometry::lettering::Lettering;
use geometry::{Viewport, clusters, scale};
pub use locator::LocatorDrawing;
use shapes::{circle, frame, link, outlines, text};

/// Width of the map in the page, in CSS pixels.
const WIDTH: i32 = measures::PANEL as i32;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<PlaceList>,
    /// The part that is seen; everything where none was chosen.
    #[prop_or_default]
    pub window: Option<Viewport>,
    /// In CSS pixels.
    #[prop_or(WIDTH)]
    pub width: i32,
    /// Called when a dot of several places is pressed, with the dot's number.
    #[prop_or_default]
    pub oncluster: Option<Callback<usize>>,
}

/// Draws what is seen of the map.
#[component]
pub fn MapDrawing(props: &Props) -> Html {
    crate::components::rendered("MapDrawing");
    let Some(layout) = &props.list.layout else {
        return Html::default();
    };
    let rows = props.list.rows.iter();
    let names: Vec<&str> = rows.map(|row| row.link.name.as_str()).collect();
    let window = props.window.unwrap_or_else(|| Viewport::whole(layout));
    map(layout, &names, window, props)
}

/// What is seen through `window`; `names` are those of the places.
fn map(layout: &MapLayout, names: &[&str], window: Viewport, props: &Props) -> Html {
    let width = props.width;
    let zoom = scale(layout.width as i32, 10, window.span);
    let height = scale(width, layout.height as i32, layout.width as i32);
    let dots = clusters(layout, window, width);
    let mut lettering = Lettering::new(width, height, &dots);
    let labels = lettering.labels(&dots, &lengths(names));
    let regions = layout.places.iter().zip(names);
    let regions: Vec<Html> = regions
        .filter_map(|(pin, name)| region(pin, name, window, width, &mut lettering))
        .collect();
    let countries = layout.countries.iter();
    let countries = countries.filter(|label| label.zoom as i32 * 10 <= zoom);
    let countries = countries.filter_map(|label| {
        let at = window.place(label.x, label.y, width);
        name_at("land-name", at, &label.name, &mut lettering)
    });
    let inside = html! {
        <>
            { outlines(window, window.height(layout)) }
            { for countries }
            { for regions }
            for (number, (cluster, label)) in dots.iter().zip(labels).enumerate() {
                { dot(layout, names, (number, cluster), label, props.oncluster.as_ref()) }
            }
        </>
    };
    frame(width, height, inside)
}

/// How many letters each name has.
fn lengths(names: &[&str]) -> Vec<usize> {
    names.iter().map(|name| name.chars().count()).collect()
}

/// A region: about as far as it reaches, and its name; nothing for a point.
fn region(
    pin: &Pin,
    name: &str,
    window: Viewport,
    width: i32,
    lettering: &mut Lettering,
) -> Option<Html> {
    let radius = scale(pin.radius? as i32, width, window.span);
    let at = window.place(pin.x, pin.y, width);
    let words = name_at("area-name", at, name, lettering);
    Some(link(
        pin,
        name,
        html! { <>{ circle("area", at, radius) }{ circle("reach", at, radius) }{ words }</> },
    ))
}

/// A name with its middle there, if there is room for it.
fn name_at(
    class: &'static str,
    at: (i32, i32),
    name: &str,
    lettering: &mut Lettering,
) -> Option<Html> {
    let line = lettering.line(at, name.chars().count())?;
    Some(text(class, (at.0, line), name, None))
}
