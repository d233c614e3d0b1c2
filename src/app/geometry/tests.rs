//! Cards and peeks over thousands of windows, and the cases a reader meets first.

use proptest::prelude::*;

use super::*;

fn window(width: f64, height: f64) -> Rect {
    Rect::new([0.0, 48.0, width, height])
}

/// An input with its words in one to three lines somewhere in the window.
fn inputs() -> impl Strategy<Value = PlacementInput> {
    (
        320.0..2000.0_f64,
        240.0..1200.0_f64,
        0.0..1.0_f64,
        0.0..1.0_f64,
        1..4_u8,
        (40.0..560.0_f64, any::<bool>()),
    )
        .prop_map(|(width, height, x, y, lines, (card, mirrored))| {
            let window = window(width, height);
            let last = window.top + 32.0 + y * (height - window.top - 32.0);
            let first = (last - 32.0 * f64::from(lines)).max(window.top);
            let left = x * (width - 100.0);
            PlacementInput {
                window,
                line: Rect::new([left, first, left + 100.0, (first + 32.0).min(last)]),
                words: (first, last),
                width: 400.0_f64.min(width - 16.0),
                height: card,
                mirrored,
            }
        })
}

proptest! {
    #[test]
    fn a_card_stands_in_the_window_and_not_on_its_words(input in inputs()) {
        let Placed { left, top, room } = beside(&input);
        let bottom = top + input.height.min(room);
        prop_assert!(left >= 0.0 && left + input.width <= input.window.right);
        prop_assert!(bottom <= input.words.0 || top >= input.words.1, "{top}-{bottom}");
        prop_assert!(top >= input.window.top && bottom <= input.window.bottom, "{top}-{bottom}");
    }

    #[test]
    fn a_card_in_the_margin_stands_in_the_window(input in inputs()) {
        let Placed { top, room, .. } = level(&input);
        prop_assert!(top >= input.window.top && top + input.height.min(room) <= input.window.bottom);
    }

    #[test]
    fn a_card_whose_words_have_left_stays_in_the_window(input in inputs(), away in -3000.0..3000.0_f64) {
        let words = (input.words.0 + away, input.words.1 + away);
        let Placed { top, room, .. } = beside(&PlacementInput { words, ..input });
        prop_assert!(top >= input.window.top && top + input.height.min(room) <= input.window.bottom);
    }
}

fn words_at(top: f64) -> PlacementInput {
    PlacementInput {
        window: window(800.0, 700.0),
        line: Rect::new([100.0, top, 200.0, top + 32.0]),
        words: (top, top + 32.0),
        width: 400.0,
        height: 300.0,
        mirrored: false,
    }
}

#[test]
fn below_the_words_from_where_they_start() {
    let placed = beside(&words_at(100.0));
    assert_eq!((placed.left, placed.top), (100.0, 140.0));
}

#[test]
fn above_where_there_is_no_room_below() {
    let placed = beside(&words_at(600.0));
    assert_eq!((placed.left, placed.top), (100.0, 292.0));
}

#[test]
fn from_right_to_left_it_ends_where_the_words_end() {
    let input = PlacementInput {
        line: Rect::new([500.0, 100.0, 600.0, 132.0]),
        mirrored: true,
        ..words_at(100.0)
    };
    assert_eq!(beside(&input).left, 200.0);
}

#[test]
fn level_with_the_line_until_the_window_ends() {
    assert_eq!(level(&words_at(200.0)).top, 200.0);
    assert_eq!(level(&words_at(600.0)).top, 384.0);
}

fn pointer(x: f64, y: f64) -> Point {
    Point { x, y }
}

#[test]
fn a_pointer_on_its_way_to_the_peek_is_followed() {
    let peek = Rect::new([100.0, 200.0, 440.0, 400.0]);
    let mut approach = Approach::new(pointer(120.0, 180.0), peek);
    assert!(approach.follow(pointer(140.0, 186.0)));
    assert!(approach.follow(pointer(200.0, 195.0)));
    assert!(!approach.follow(pointer(190.0, 190.0)), "it turns away");
    let mut approach = Approach::new(pointer(120.0, 180.0), peek);
    assert!(!approach.follow(pointer(300.0, 182.0)), "it goes past");
}
