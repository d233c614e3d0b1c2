//! Places, labels and windows, over any map.

use proptest::prelude::*;

use super::*;
use crate::components::map_drawing::geometry::lettering::{Area, Lettering};

fn layout(places: &[(u32, u32)]) -> MapLayout {
    let pin = |&(x, y): &(u32, u32)| Pin {
        entity: String::new(),
        x,
        y,
        radius: None,
        approximate: false,
    };
    MapLayout {
        width: 2400,
        height: 1600,
        countries: Vec::new(),
        places: places.iter().map(pin).collect(),
    }
}

#[test]
fn places_closer_than_a_target_are_one_until_the_map_is_enlarged() {
    let layout = layout(&[(1000, 800), (1060, 800)]);
    let whole = Viewport::whole(&layout);
    assert_eq!(clusters(&layout, whole, 432).len(), 1);
    let near = whole.zoom(&layout, 400, (430, 500));
    assert_eq!(clusters(&layout, near, 432).len(), 2);
}

#[test]
fn enlarging_keeps_the_point_under_the_pointer() {
    let layout = layout(&[(600, 400)]);
    let whole = Viewport::whole(&layout);
    let before = whole.place(600, 400, 432);
    let after = whole.zoom(&layout, 200, (250, 250)).place(600, 400, 432);
    assert!(
        (before.0 - after.0).abs() <= 1 && (before.1 - after.1).abs() <= 1,
        "{before:?} {after:?}"
    );
}

/// A button that is pressed again and again stops with a place in sight.
#[test]
fn enlarging_ends_with_a_place_in_sight() {
    let layout = layout(&[(120, 90), (700, 1500), (2390, 800)]);
    let mut window = Viewport::whole(&layout);
    for _ in 0..30 {
        assert!(
            !window.is_nearest(&layout)
                || window.zoom(&layout, 150, (500, 500)).span == window.span
        );
        window = window.zoom(&layout, 150, window.aim(&layout));
    }
    assert!(window.is_nearest(&layout));
    let seen = clusters(&layout, window, 432);
    assert_eq!(seen.len(), 1, "{window:?}");
}

proptest! {
    #[test]
    fn no_label_meets_another_or_leaves_the_map(
        places in prop::collection::vec((0u32..2400, 0u32..1600), 0..40),
        lengths in prop::collection::vec(1usize..30, 40),
        width in 240i32..600,
        zooms in prop::collection::vec((50i32..400, 0i32..1000, 0i32..1000), 0..4),
    ) {
        let layout = layout(&places);
        let mut window = Viewport::whole(&layout);
        for (by, x, y) in zooms {
            window = window.zoom(&layout, by, (x, y)).pan(&layout, x - 500, y - 500);
            prop_assert!(window.left >= 0 && window.top >= 0);
            prop_assert!(window.left + window.span <= 2400 && window.top + window.height(&layout) <= 1600);
        }
        let height = width * 2 / 3;
        let clusters = clusters(&layout, window, width);
        let mut lettering = Lettering::new(width, height, &clusters);
        let labels = lettering.labels(&clusters, &lengths);
        for (row, &(x, y)) in places.iter().enumerate() {
            let at = window.place(x, y, width);
            let line = lettering.line(at, lengths[row]);
            prop_assert!(line.is_none_or(|line| (line - at.1).abs() <= 16));
        }
        let dots = 2 + clusters.len();
        let rooms = &lettering.taken[dots..];
        for (row, one) in rooms.iter().enumerate() {
            prop_assert!(one.left >= 0 && one.top >= 0 && one.right <= width && one.bottom <= height);
            for other in lettering.taken[..dots].iter().chain(&rooms[row + 1..]) {
                prop_assert!(!one.meets(*other), "{one:?} {other:?}");
            }
        }
        for (cluster, label) in clusters.iter().zip(labels) {
            let Some(label) = label else { continue };
            let letters = if let [row] = *cluster.rows { lengths[row] } else { 3 };
            let long = letters as i32 * 8;
            let left = if label.ends { label.x - long } else { label.x };
            let area = Area::of_words(left, label.y, long);
            prop_assert!(rooms.iter().any(|room| (room.left, room.top) == (area.left, area.top)), "{area:?} is taken");
        }
        let seen: usize = clusters.iter().map(|cluster| cluster.rows.len()).sum();
        prop_assert!(seen <= places.len());
        for (row, one) in clusters.iter().enumerate() {
            for other in &clusters[row + 1..] {
                prop_assert!((one.x - other.x).abs() >= TARGET || (one.y - other.y).abs() >= TARGET, "targets of 24 pixels");
            }
        }
    }
}
