//! Elements of the page: finding them, and the few attributes the app may set on prose it does not own.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
pub use web_sys::Element;
use web_sys::{Document, FocusOptions, HtmlElement, Window};

thread_local! {
    /// The link that was pressed last, for focus to come back to; the reducer holds no elements.
    static PRESSED: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

pub fn window() -> Window {
    web_sys::window().expect("the app runs in a page")
}

pub fn document() -> Document {
    window()
        .document()
        .expect("a window that runs scripts has a document")
}

pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The elements below another that a selector means, in their order.
pub(super) fn list(below: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = below.query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |row| found.as_ref()?.get(row)?.dyn_into().ok())
}

/// Whether the page's text runs from right to left.
pub fn is_mirrored() -> bool {
    document()
        .document_element()
        .is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"))
}

/// Whether words are selected.
pub fn is_selecting() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Whether the prose is missing: the page came blank, for the app to draw.
pub fn is_blank(element: &Element) -> bool {
    element.first_element_child().is_none()
}

/// Says that listeners are live; without it the styles' own cards are on.
pub fn set_ready() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-ready", "wasm");
    }
}

/// Sets an attribute on an element that the app does not draw. A page changed by others may lack it: nothing is done then.
pub fn set(id: &str, attribute: &str, value: &str) {
    if let Some(element) = element(id) {
        let _ = element.set_attribute(attribute, value);
    }
}

/// Takes it away again.
pub fn unset(id: &str, attribute: &str) {
    if let Some(element) = element(id) {
        let _ = element.remove_attribute(attribute);
    }
}

/// Whether the element with this id is what the address led to (`:target`), which `pushState` does not change.
pub fn is_target(id: &str) -> bool {
    element(id).is_some_and(|element| element.matches(":target").unwrap_or(false))
}

/// The id of the mention of `entity` that stands nearest the middle of the window.
pub fn nearest_mention(entity: &str) -> Option<String> {
    let middle = window().inner_height().ok()?.as_f64()? / 2.0;
    let selector = ["a[data-entity='", entity, "'][id]"].concat();
    let away = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        ((rect.top() + rect.bottom()) / 2.0 - middle).abs()
    };
    list(&document().document_element()?, &selector)
        .min_by(|one, other| away(one).total_cmp(&away(other)))
        .map(|element| element.id())
}

pub(super) fn remember(pressed: HtmlElement) {
    PRESSED.with_borrow_mut(|slot| *slot = Some(pressed));
}

/// Moves focus to an element without scrolling; `false` if the page has none of that id.
pub fn focus(id: &str) -> bool {
    let found = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    found.as_ref().map(focus_still).is_some()
}

/// Moves focus back to what was pressed last, without scrolling.
pub fn focus_pressed() {
    if let Some(element) = PRESSED.with_borrow(Clone::clone) {
        focus_still(&element);
    }
}

fn focus_still(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
