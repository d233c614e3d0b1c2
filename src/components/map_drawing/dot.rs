//! A place of the map, or several that are one dot.

use yew::prelude::*;

use crate::components::map_drawing::geometry::Cluster;
use crate::components::map_drawing::geometry::lettering::Label;
use crate::components::map_drawing::shapes::{circle, link, text};
use crate::model::page::MapLayout;

/// Draws the dot with that number, and its label if there is room for one; `names` are those of the places.
pub(super) fn dot(
    layout: &MapLayout,
    names: &[&str],
    (number, cluster): (usize, &Cluster),
    label: Option<Label>,
    onpress: Option<&Callback<usize>>,
) -> Html {
    let at = (cluster.x, cluster.y);
    let target = html! { <>{ circle("hit", at, 12) }{ circle("dot", at, 5) }</> };
    let alone = match *cluster.rows {
        [row] => layout.places.get(row).zip(names.get(row)),
        _ => None,
    };
    if let Some((pin, name)) = alone {
        let rough = pin.approximate.then(|| circle("rough", at, 9));
        return link(
            pin,
            name,
            html! { <>{ target }{ rough }{ words(label, name) }</> },
        );
    }
    let count = ["\u{d7} ", &cluster.rows.len().to_string()].concat();
    let rows = cluster.rows.iter();
    let all: Vec<&str> = rows.filter_map(|&row| names.get(row).copied()).collect();
    // What is seen begins what is heard.
    let name = [&count, ": ", &all.join(", ")].concat();
    let onclick = onpress.map(|onpress| {
        onpress.reform(move |event: MouseEvent| {
            event.prevent_default();
            number
        })
    });
    html! {
        <a class="pin several" href="#map" role="button" data-act="cluster" data-value={number.to_string()} aria-label={name} {onclick}>
            { target }
            { words(label, &count) }
        </a>
    }
}

/// What stands beside a dot, if there is room.
fn words(label: Option<Label>, words: &str) -> Option<Html> {
    let Label { x, y, ends } = label?;
    Some(text("pin-name", (x, y), words, ends.then_some("end")))
}
