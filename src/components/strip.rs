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
    let places = places(mentions, blocks);
    let strokes = places.iter().map(|place| format!("M{place} 4v10"));
    strokes.collect()
}

/// The strokes' places: each in the middle of its block, or beside the one before where that stands there; all of them within
/// the strip, closer together where they are many.
fn places(mentions: &[u32], blocks: u32) -> Vec<u32> {
    let count = mentions.len() as u32;
    let apart = (WIDTH / count.max(1)).min(STROKE);
    let mut places: Vec<u32> = Vec::new();
    for block in mentions {
        let middle = (2 * block - 1) * WIDTH / (2 * blocks.max(1));
        let free = places.last().map_or(0, |last| last + apart);
        places.push(middle.max(free));
    }
    for (after, place) in (0..).zip(places.iter_mut().rev()) {
        *place = (*place).min(WIDTH - 1 - after * apart);
    }
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test may stop at what it did not expect"
    )]

    use super::*;

    #[test]
    fn strokes_of_a_block_stand_side_by_side() {
        assert_eq!(places(&[1, 2, 2], 2), [36, 108, 111]);
    }

    #[test]
    fn however_many_there_are_they_stay_within_the_strip() {
        for count in [47, 48, 49, 100, 144, 145, 1000] {
            for block in [1, 7, 12] {
                let places = places(&vec![block; count], 12);
                assert!(places.is_sorted(), "{count} in {block}");
                assert!(
                    *places.last().unwrap() < WIDTH,
                    "{count} in {block}: {places:?}"
                );
                if count <= WIDTH as usize {
                    assert_eq!(places.len(), count, "{count} in {block}: one each");
                }
            }
        }
    }
}
