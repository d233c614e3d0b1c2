//! What the reader has selected.

use wasm_bindgen::JsCast;
use web_sys::{Element, Selection};

use crate::platform::document::window;

/// Whether words are selected, anywhere.
pub fn is_any() -> bool {
    selection().is_some()
}

/// The selected words.
pub fn words() -> Option<String> {
    Some(selection()?.to_string().into())
}

/// The element that the selection begins in.
pub fn start() -> Option<Element> {
    let start = selection()?.get_range_at(0).ok()?.start_container().ok()?;
    start
        .dyn_ref::<Element>()
        .cloned()
        .or_else(|| start.parent_element())
}

fn selection() -> Option<Selection> {
    let selection = window().get_selection().ok()??;
    (!selection.is_collapsed()).then_some(selection)
}
