//! Where along the article an entity is mentioned, drawn in a line of the list.

use yew::prelude::*;

use crate::model::page::EntityRow;

/// Width of a strip and distance of strokes in one block, in its own units.
const WIDTH: u32 = 144;
const STROKE: u32 = 3;

/// A stroke a mention. The card's bar says the same in words.
pub fn strip(row: &EntityRow, blocks: u32) -> Html {
    html! {
        <svg class="strip" data-kind={row.link.kind.slug()} viewBox="0 0 144 18" preserveAspectRatio="none" aria-hidden="true">
            <path d={path(&row.mentions, blocks)} />
        </svg>
    }
}

/// From the first paragraph to the last: what a strip stands for.
pub fn scale(blocks: u32) -> Html {
    html! { <div class="scale" aria-hidden="true">{ "\u{b6}\u{2009}1 " }{ blocks }</div> }
}

fn path(mentions: &[u32], blocks: u32) -> String {
    let mut path = String::new();
    let mut last = 0;
    for block in mentions {
        let place = (2 * block - 1) * WIDTH / (2 * blocks.max(1));
        let place = if last == 0 {
            place
        } else {
            place.max(last + STROKE)
        };
        path.push_str(&["M", &place.to_string(), " 4v10"].concat());
        last = place;
    }
    path
}
