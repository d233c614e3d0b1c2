//! What is typed and chosen in fields, and the keys that are for nothing else.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use crate::platform::document::{Element, closest};
use crate::platform::focus::focus_element;
use crate::platform::host::Host;

/// The value of the field that an event happened in.
pub fn value(event: &Event) -> String {
    let field = event.target().map(|field| field.unchecked_into());
    // A `select` has the same property `value`.
    field.map_or_else(String::new, |field: HtmlInputElement| field.value())
}

/// Whether an element is a field that words are typed into.
pub fn is_field(element: &Element) -> bool {
    closest(element, "input, textarea").is_some()
}

/// Puts words into a field.
pub fn set_value(field: &Element, words: &str) {
    field.unchecked_ref::<HtmlInputElement>().set_value(words);
}

/// Moves focus to the field with this id and selects all of it.
pub fn select(host: &Host, id: &str) {
    if let Some(field) = host.element(id) {
        focus_element(&field, true);
        // A `textarea` has the same method `select`.
        field.unchecked_ref::<HtmlInputElement>().select();
    }
}

/// The key that was pressed, unless a modifier changes what it means or an input method takes it.
pub fn key(event: &KeyboardEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    (!modified && !event.is_composing() && !event.default_prevented()).then(|| event.key())
}

/// The same, unless a field has the focus, whose key it is.
pub fn key_outside_fields(event: &KeyboardEvent) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let field = closest(&target, "input, select, textarea, [contenteditable]");
    if field.is_some() { None } else { key(event) }
}
