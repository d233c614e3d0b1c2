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

/// The element that the selection ends in.
pub fn end() -> Option<Element> {
    let end = selection()?.get_range_at(0).ok()?.end_container().ok()?;
    end.dyn_ref::<Element>()
        .cloned()
        .or_else(|| end.parent_element())
}

/// The words of an element before the selection.
pub fn before(element: &Element) -> Option<String> {
    let selected = selection()?.get_range_at(0).ok()?;
    let range = selected.clone_range();
    range.set_start(element, 0).ok()?;
    let (node, offset) = (
        selected.start_container().ok()?,
        selected.start_offset().ok()?,
    );
    range.set_end(&node, offset).ok()?;
    Some(range.to_string().into())
}

/// The words of an element after the selection.
pub fn after(element: &Element) -> Option<String> {
    let range = selection()?.get_range_at(0).ok()?.clone_range();
    range.collapse_with_to_start(false);
    range
        .set_end(element, element.child_nodes().length())
        .ok()?;
    Some(range.to_string().into())
}

/// The selected text as it stands in the document, whatever styles make of it, and its last line's box: left, top, right,
/// bottom, in CSS pixels from the window's upper left corner.
#[cfg(feature = "editor")]
pub fn text_and_place() -> Option<(String, [f64; 4])> {
    let range = selection()?.get_range_at(0).ok()?;
    let lines = range.get_client_rects()?;
    let last = lines.get(lines.length().checked_sub(1)?)?;
    let place = [last.left(), last.top(), last.right(), last.bottom()];
    Some((range.to_string().into(), place))
}

fn selection() -> Option<Selection> {
    let selection = window().get_selection().ok()??;
    (!selection.is_collapsed()).then_some(selection)
}
