//! A finger on the head of a sheet: the sheet follows it, and stays at the nearest of its heights, or closes.

use std::cell::Cell;

use crate::app::gestures::gesture::Gesture;
use crate::app::window::{CardLayout, card_layout};
use crate::components::card::CardHeight;
use crate::components::selectors::{CARD, CONTROLS, SHEET_HEAD};
use crate::platform::document::{closest, has, set_attribute};
use crate::platform::events::{Event, PointerEvent, target, touching, within};
use crate::platform::host::Host;
use crate::platform::layout;

/// Pixels that a finger may tremble before it draws.
const TREMBLE: f64 = 8.0;
/// A sheet lower than this closes, in CSS pixels.
const CLOSED: f64 = 90.0;
/// Heights of a sheet as `static/css/card.css` has them: in CSS pixels, and in parts of the window.
const LOWERED: f64 = 160.0;
const HALF: f64 = 0.55;
const TALL: f64 = 0.9;

/// The finger that draws the sheet.
#[derive(Default)]
pub(super) struct SheetDrag {
    drag: Cell<Option<Drag>>,
}

#[derive(Clone, Copy)]
struct Drag {
    /// Where the finger went down, and how high the sheet was then.
    from: f64,
    height: f64,
    /// It has drawn the sheet.
    drawn: bool,
}

impl SheetDrag {
    /// A finger went down: on the head of a sheet it may draw it.
    pub(super) fn press(&self, host: &Host, event: &Event) {
        let head = within(event, SHEET_HEAD) && !within(event, CONTROLS);
        let finger = touching(event).filter(|_| head && card_layout() == CardLayout::Sheet);
        let drag = finger.and_then(|finger| {
            let [_, top, _, bottom] = layout::place_of(host, CARD)?;
            Some(Drag {
                from: finger.client_y().into(),
                height: bottom - top,
                drawn: false,
            })
        });
        self.drag.set(drag);
    }

    /// It moves: the sheet's upper edge goes along.
    pub(super) fn follow(&self, event: &Event) {
        let (Some(mut drag), Some(finger)) = (self.drag.get(), touching(event)) else {
            return;
        };
        drag.drawn |= (f64::from(finger.client_y()) - drag.from).abs() > TREMBLE;
        self.drag.set(Some(drag));
        if drag.drawn
            && let Some(card) = target(event).and_then(|head| closest(&head, CARD))
        {
            layout::set_number(&card, "--drawn", drag.now(finger) as i32);
            if !has(&card, "data-drawn") {
                set_attribute(&card, "data-drawn", Some(""));
            }
        }
    }

    /// It lets go.
    pub(super) fn release(&self, host: &Host, event: &Event) -> Option<Gesture> {
        let drag = self.drag.take().filter(|drag| drag.drawn)?;
        if let Some(card) = host.find(CARD) {
            set_attribute(&card, "data-drawn", None);
        }
        let height = drag.now(touching(event)?);
        let window = f64::from(layout::window_size().1);
        Some(Gesture::Sheet(nearest(height, window)))
    }
}

impl Drag {
    fn now(self, finger: &PointerEvent) -> f64 {
        self.height + self.from - f64::from(finger.client_y())
    }
}

/// The height that a sheet of so many pixels comes nearest; none, it closes.
fn nearest(height: f64, window: f64) -> Option<CardHeight> {
    if height < CLOSED {
        return None;
    }
    let heights = [
        (CardHeight::Lowered, LOWERED),
        (CardHeight::Half, window * HALF),
        (CardHeight::Tall, window * TALL),
    ];
    let away = |(_, one): &(CardHeight, f64)| (one - height).abs();
    let nearest = heights
        .into_iter()
        .min_by(|one, other| away(one).total_cmp(&away(other)));
    nearest.map(|(height, _)| height)
}
