//! Drawing the map along and enlarging it: one pointer drags, two enlarge, the wheel enlarges with the control key. The
//! page's own scrolling is never in the way: fingers that go up or down are the browser's (`touch-action`).

use std::cell::{Cell, RefCell};

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent, WheelEvent};

use crate::platform::document::closest;
use crate::platform::events::target;
use crate::platform::fault;

/// What is done to the part of the map that is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Enlarged to so many hundredths, about a point in thousandths of its width and height.
    Zoom { hundredths: i32, about: (i32, i32) },
    /// Drawn along by so many thousandths of its width.
    Pan { right: i32, down: i32 },
}

/// Pixels a pointer may move in a press.
const STILL: f64 = 4.0;

/// Pointers that are down on the map.
#[derive(Default)]
pub struct Pointers {
    /// The selector of the map.
    map: &'static str,
    /// Number and place of each, in CSS pixels of the window.
    down: RefCell<Vec<(i32, f64, f64)>>,
    /// One of them moved further than a press does.
    dragged: Cell<bool>,
}

impl Pointers {
    /// None, on a map that a selector names.
    pub fn on(map: &'static str) -> Self {
        Self {
            map,
            ..Self::default()
        }
    }

    /// A pointer went down.
    pub fn press(&self, pointer: &PointerEvent) {
        let mut down = self.down.borrow_mut();
        if down.is_empty() {
            self.dragged.set(false);
        }
        down.push(point(pointer));
    }

    /// A pointer went up: what comes next is a new beginning.
    pub fn release(&self, _: &PointerEvent) {
        self.down.borrow_mut().clear();
    }

    /// Whether what looks like a press was the end of a drag.
    pub fn were_dragged(&self) -> bool {
        self.dragged.get()
    }

    /// What a pointer's move means for the map.
    pub fn follow(&self, pointer: &PointerEvent) -> Option<Move> {
        let mut down = self.down.borrow_mut();
        let (_, x, y) = point(pointer);
        let own = down.iter().position(|one| one.0 == pointer.pointer_id())?;
        let other = down
            .iter()
            .find(|one| one.0 != pointer.pointer_id())
            .copied();
        let map = closest(&target(pointer)?, self.map)?;
        let place = map.get_bounding_client_rect();
        let own = down.get_mut(own)?;
        let before = std::mem::replace(own, point(pointer));
        let part = |length: f64| (length * 1000.0 / place.width()) as i32;
        if let Some((_, ox, oy)) = other {
            let apart = |x: f64, y: f64| ((x - ox).powi(2) + (y - oy).powi(2)).sqrt();
            let hundredths = (apart(x, y) * 100.0 / apart(before.1, before.2).max(1.0)) as i32;
            self.dragged.set(true);
            let middle = ((x + ox) / 2.0 - place.left(), (y + oy) / 2.0 - place.top());
            let down_part = (middle.1 * 1000.0 / place.height()) as i32;
            let about = (part(middle.0), down_part);
            return Some(Move::Zoom { hundredths, about });
        }
        let (right, low) = (x - before.1, y - before.2);
        if !self.dragged.get() {
            if right.abs() < STILL && low.abs() < STILL {
                *own = before;
                return None;
            }
            // The drag goes on where the pointer leaves the map.
            let _ = map.set_pointer_capture(pointer.pointer_id());
        }
        self.dragged.set(true);
        Some(Move::Pan {
            right: part(right),
            down: part(low),
        })
    }
}

/// Listens to the wheel on a map until the listener is dropped; does nothing without the control or command key.
pub fn on_wheel(map: &Element, take: impl Fn(Move) + 'static) -> EventListener {
    let inside = map.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(map, "wheel", options, move |event| {
        if let Some(moved) = enlarged(&inside, event).filter(|_| !fault::failed()) {
            event.prevent_default();
            take(moved);
        }
    })
}

fn enlarged(map: &Element, event: &Event) -> Option<Move> {
    let wheel: &WheelEvent = event.dyn_ref()?;
    (wheel.ctrl_key() || wheel.meta_key()).then_some(())?;
    let map = map.get_bounding_client_rect();
    let mouse: &MouseEvent = wheel;
    let about = (
        ((f64::from(mouse.client_x()) - map.left()) * 1000.0 / map.width()) as i32,
        ((f64::from(mouse.client_y()) - map.top()) * 1000.0 / map.height()) as i32,
    );
    let hundredths = if wheel.delta_y() < 0.0 { 125 } else { 80 };
    Some(Move::Zoom { hundredths, about })
}

fn point(pointer: &PointerEvent) -> (i32, f64, f64) {
    (
        pointer.pointer_id(),
        pointer.client_x().into(),
        pointer.client_y().into(),
    )
}
