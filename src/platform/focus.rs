//! Moving the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::platform::document::{document, has, set_attribute};
use crate::platform::host::Host;

/// Moves focus to an element without scrolling; `false` if there is none of that id.
pub fn focus(host: &Host, id: &str) -> bool {
    let element = host.element(id);
    element
        .map(|element| focus_element(&element, true))
        .is_some()
}

/// The element of a host that has the focus, if it is not the page as a whole.
pub fn focused(host: &Host) -> Option<Element> {
    let focused = document().active_element()?;
    (focused.tag_name() != "BODY" && host.holds(&focused)).then_some(focused)
}

/// The element that has the focus, wherever, if it is not the page as a whole.
#[cfg(feature = "editor")]
pub fn active() -> Option<Element> {
    let focused = document().active_element()?;
    (focused.tag_name() != "BODY").then_some(focused)
}

/// Moves focus to what a selector means first, and brings that into sight.
pub fn focus_in_sight(host: &Host, selector: &str) {
    if let Some(element) = host.find(selector) {
        focus_element(&element, false);
    }
}

/// Scrolls no further than it takes to see the element with this id.
pub fn bring(host: &Host, id: &str) {
    if let Some(element) = host.element(id) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Moves focus to a place in the text, which is made to take it.
pub fn focus_text(host: &Host, id: &str) {
    if let Some(element) = host.element(id) {
        if !has(&element, "href") {
            set_attribute(&element, "tabindex", Some("-1"));
        }
        focus_element(&element, true);
    }
}

/// Links in drawings take focus as those in text do, whatever their type is called. `still`, it scrolls nothing.
pub fn focus_element(element: &Element, still: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(still);
    let _ = element
        .unchecked_ref::<HtmlElement>()
        .focus_with_options(&options);
}
