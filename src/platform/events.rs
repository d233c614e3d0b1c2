//! Events as browsers tell them: what they happened at, and of which kind they are.

use wasm_bindgen::JsCast;
pub use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent};

use crate::platform::document::{Element, closest};

/// The element that an event happened at.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether an event happened at an element that a selector names, or in one.
pub fn within(event: &Event, selector: &str) -> bool {
    target(event).is_some_and(|target| closest(&target, selector).is_some())
}

/// An event as one of a mouse, if it is; scripts may send plain ones.
pub fn mouse(event: &Event) -> Option<&MouseEvent> {
    event.dyn_ref()
}

/// An event as one of a key, if it is; what fills fields in sends plain ones.
pub fn keyboard(event: &Event) -> Option<&KeyboardEvent> {
    event.dyn_ref()
}

/// An event as one of a pointer that can hover: a mouse or a pen.
pub fn hovering(event: &Event) -> Option<&PointerEvent> {
    let pointer: &PointerEvent = mouse(event)?.unchecked_ref();
    (pointer.pointer_type() != "touch").then_some(pointer)
}

/// An event as one of a finger.
pub fn touching(event: &Event) -> Option<&PointerEvent> {
    let pointer: &PointerEvent = mouse(event)?.unchecked_ref();
    (pointer.pointer_type() == "touch").then_some(pointer)
}

/// The element that a pointer went to or came from.
pub fn related(pointer: &PointerEvent) -> Option<Element> {
    pointer.related_target()?.dyn_into().ok()
}

/// Whether a click is one for the page: neither taken already nor asking the browser for a tab or a menu.
pub fn is_plain(click: &MouseEvent) -> bool {
    let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    !modified && !click.default_prevented() && click.button() == 0
}
