//! Elements of the page: finding them, and the few attributes the app may set on prose it does not own.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
pub use web_sys::Element;
use web_sys::{Document, FocusOptions, HtmlElement, Window};

thread_local! {
    /// The link that was pressed last, for focus to come back to; the reducer holds no elements.
    static PRESSED: RefCell<Option<Element>> = const { RefCell::new(None) };
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

/// The article's slug.
pub fn article() -> String {
    let article = document().query_selector("[data-article]").ok().flatten();
    let slug = article.and_then(|article| article.get_attribute("data-article"));
    slug.unwrap_or_default()
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

pub(super) fn remember(pressed: Element) {
    PRESSED.with_borrow_mut(|slot| *slot = Some(pressed));
}

/// Says which view's links lead to what is open.
pub fn set_current(view: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    for link in list(&root, "[data-open-view]") {
        if view.is_some() && link.get_attribute("data-open-view").as_deref() == view {
            let _ = link.set_attribute("aria-current", "true");
        } else {
            let _ = link.remove_attribute("aria-current");
        }
    }
}

/// Mentions that are lit at once when their entity's row is pointed at.
const GLOWING: usize = 300;

/// Lights the mentions of an entity, and no other's.
pub fn glow(entity: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    for mention in list(&root, "[data-glow]") {
        let _ = mention.remove_attribute("data-glow");
    }
    if let Some(entity) = entity {
        let mentions = ["a[data-entity='", entity, "']"].concat();
        for mention in list(&root, &mentions).take(GLOWING) {
            let _ = mention.set_attribute("data-glow", "");
        }
    }
}

/// Moves focus to an element without scrolling; `false` if the page has none of that id.
pub fn focus(id: &str) -> bool {
    element(id).map(|element| focus_still(&element)).is_some()
}

/// Moves focus to a place in the text, which is made to take it.
pub fn focus_text(id: &str) {
    if let Some(element) = element(id) {
        if !element.has_attribute("href") {
            let _ = element.set_attribute("tabindex", "-1");
        }
        focus_still(&element);
    }
}

/// Moves focus to the first link that opens a view.
pub fn focus_tab(view: &str) {
    let tab = ["[data-open-view='", view, "']"].concat();
    let settings = || document().query_selector("[data-open-view='settings']");
    let tab = document().query_selector(&tab).ok().flatten();
    if let Some(tab) = tab.or_else(|| settings().ok().flatten()) {
        focus_still(&tab);
    }
}

/// Moves focus back to what was pressed last, without scrolling.
pub fn focus_pressed() {
    if let Some(element) = PRESSED.with_borrow(Clone::clone) {
        focus_still(&element);
    }
}

/// Links in drawings take focus as those in text do, whatever their type is called.
fn focus_still(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element
        .unchecked_ref::<HtmlElement>()
        .focus_with_options(&options);
}
