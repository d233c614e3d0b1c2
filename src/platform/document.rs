//! The document: its elements below another, and their attributes. What belongs to one explorer is found by its host
//! ([`crate::platform::host`]).

use wasm_bindgen::JsCast;
pub use web_sys::Element;
use web_sys::{Document, VisibilityState, Window};

pub fn window() -> Window {
    web_sys::window().expect("the app runs in a page")
}

pub fn document() -> Document {
    window()
        .document()
        .expect("a window that runs scripts has a document")
}

/// The elements below another that a selector means, in their order. A list, since each chain of iterators over them
/// would be compiled on its own.
pub fn list(below: &Element, selector: &str) -> Vec<Element> {
    some(below, selector, u32::MAX)
}

/// The first of them.
pub fn some(below: &Element, selector: &str, most: u32) -> Vec<Element> {
    let mut elements = Vec::new();
    if let Ok(found) = below.query_selector_all(selector) {
        for row in 0..found.length().min(most) {
            if let Some(node) = found.get(row) {
                elements.push(node.unchecked_into());
            }
        }
    }
    elements
}

/// The first element below another that a selector means.
pub fn first(below: &Element, selector: &str) -> Option<Element> {
    below.query_selector(selector).ok().flatten()
}

/// The nearest element that a selector means, from this one upwards.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// The root element, `html`.
pub fn root() -> Option<Element> {
    document().document_element()
}

/// Sets an attribute, or takes it away where there is no value.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// An attribute's value; none for an element that lacks it.
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// Whether an element has an attribute.
pub fn has(element: &Element, name: &str) -> bool {
    element.get_attribute(name).is_some()
}

/// What a link within the page leads to, without what all such addresses begin with: `#`, `#ent-`, `#event-`.
pub fn goal(link: &Element, begins: &str) -> Option<String> {
    let mut address = link.get_attribute("href")?;
    address
        .is_char_boundary(begins.len())
        .then(|| address.split_off(begins.len()))
}

/// Whether the prose is missing: the page came blank, for the app to draw.
pub fn is_blank(element: &Element) -> bool {
    element.first_element_child().is_none()
}

/// Whether the page is no longer seen.
pub fn is_hidden() -> bool {
    document().visibility_state() == VisibilityState::Hidden
}
