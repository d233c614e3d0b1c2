//! What an event happened at.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::platform::document::{attribute, closest, has};

/// The id of the mention that a link in the text is, or is a part of.
pub(super) fn mention(link: &Element) -> Option<String> {
    link.get_attribute("data-part")
        .or_else(|| has(link, "data-entity").then(|| attribute(link, "id")))
}

/// The element that an event happened at.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether an event happened at an element that a selector names, or in one.
pub(super) fn within(event: &Event, selector: &str) -> bool {
    target(event).is_some_and(|target| closest(&target, selector).is_some())
}
