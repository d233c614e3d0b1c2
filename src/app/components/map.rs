//! The map: outlines, names of countries, regions as rings, places as dots with labels, close ones as one with a number.
//! The build machine draws it whole into the page; the app draws the part that a reader has chosen. The outlines stand
//! in the page once and are used by both.

use yew::prelude::*;

use crate::app::atlas::{Cluster, Window, clusters, scale};
use crate::app::components::markup::draw;
use crate::model::page::{Atlas, Pin};

/// Draws what is seen through `window`, `width` pixels wide; `names` are those of the places.
pub fn map(atlas: &Atlas, window: Window, width: i32, names: &[String]) -> Html {
    let zoom = scale(atlas.width as i32, 10, window.span);
    let mut inside = vec![outlines(window, window.height(atlas))];
    for label in &atlas.countries {
        if label.zoom as i32 * 10 <= zoom {
            let at = window.place(label.x, label.y, width);
            inside.push(text("land-name", at, &label.name, None));
        }
    }
    for (pin, name) in atlas.places.iter().zip(names) {
        inside.extend(region(pin, window, width, name));
    }
    let dots = clusters(atlas, window, width, &lengths(names));
    for (number, cluster) in dots.iter().enumerate() {
        inside.push(dot(atlas, names, number, cluster));
    }
    let height = scale(width, atlas.height as i32, atlas.width as i32);
    frame(width, height, inside)
}

/// How many letters each name has.
pub fn lengths(names: &[String]) -> Vec<usize> {
    let mut lengths = Vec::new();
    for name in names {
        lengths.push(name.chars().count());
    }
    lengths
}

/// A place, or several that are one dot.
fn dot(atlas: &Atlas, names: &[String], number: usize, cluster: &Cluster) -> Html {
    let at = (cluster.x, cluster.y);
    let name = |row: usize| names.get(row).map_or("", String::as_str);
    let label = |words: &str| match cluster.label {
        Some((x, y, ends)) => text("pin-name", (x, y), words, ends.then_some("end")),
        None => Html::default(),
    };
    let mut inside = vec![circle("hit", at, 12), circle("dot", at, 5)];
    let alone = match *cluster.rows {
        [row] => atlas.places.get(row).zip(names.get(row)),
        _ => None,
    };
    match (alone, &cluster.rows) {
        (Some((pin, name)), _) => {
            if pin.approximate {
                inside.push(circle("rough", at, 9));
            }
            inside.push(label(name));
            link(pin, name, inside)
        }
        (None, rows) => {
            inside.push(label(&["\u{d7} ", &rows.len().to_string()].concat()));
            let mut all = String::new();
            for row in rows {
                if !all.is_empty() {
                    all.push_str(", ");
                }
                all.push_str(name(*row));
            }
            draw!(
                "<a class=\"pin several\" href=\"#map\" role=button data-act=cluster data-value={0} aria-label={1}>{2}</a>",
                number,
                all,
                inside,
            )
        }
    }
}

/// A small map that shows where one place lies.
pub fn locator(atlas: &Atlas, pin: &Pin, width: i32, height: i32) -> Html {
    let (span, x, y) = (Window::around(atlas, pin).span, pin.x as i32, pin.y as i32);
    let at = (width / 2, height / 2);
    let window = Window {
        left: x - span / 2,
        top: y - scale(span, height, width) / 2,
        span,
    };
    let dot = match pin.radius {
        Some(radius) => circle("area", at, scale(radius as i32, width, window.span)),
        None => circle("dot", at, 5),
    };
    frame(
        width,
        height,
        vec![outlines(window, scale(span, height, width)), dot],
    )
}

fn frame(width: i32, height: i32, inside: Vec<Html>) -> Html {
    draw!(
        "<svg class=map viewBox=\"0 0 {0} {1}\" width={0} height={1}>{2}</svg>",
        width,
        height,
        inside,
    )
}

fn outlines(window: Window, height: i32) -> Html {
    draw!(
        "<svg viewBox=\"{0} {1} {2} {3}\" aria-hidden=true><use href=\"#map-land\"/><use href=\"#map-borders\"/></svg>",
        window.left,
        window.top,
        window.span,
        height,
    )
}

/// A region: about as far as it reaches, and its name.
fn region(pin: &Pin, window: Window, width: i32, name: &str) -> Option<Html> {
    let radius = scale(pin.radius? as i32, width, window.span);
    let at = window.place(pin.x, pin.y, width);
    Some(link(
        pin,
        name,
        vec![
            circle("area", at, radius),
            text("area-name", at, name, None),
        ],
    ))
}

fn link(pin: &Pin, name: &str, inside: Vec<Html>) -> Html {
    draw!(
        "<a class=pin href=\"#ent-{0}\" data-kind=place aria-label={1}>{2}</a>",
        &pin.entity,
        name,
        inside,
    )
}

fn circle(class: &str, (x, y): (i32, i32), radius: i32) -> Html {
    draw!(
        "<circle class={0} cx={1} cy={2} r={3}/>",
        class,
        x,
        y,
        radius,
    )
}

fn text(class: &str, (x, y): (i32, i32), words: &str, anchor: Option<&str>) -> Html {
    draw!(
        "<text class={0} x={1} y={2} text-anchor={3}>{4}</text>",
        class,
        x,
        y,
        anchor,
        words,
    )
}
