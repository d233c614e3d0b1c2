//! Elements of the page: finding them, and the few attributes the app may set on prose it does not own.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
pub use web_sys::Element;
use web_sys::{
    Document, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

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

/// The elements below another that a selector means, in their order. A list, since each chain of iterators over them
/// would be compiled on its own.
pub fn list(below: &Element, selector: &str) -> Vec<Element> {
    some(below, selector, u32::MAX)
}

/// The first of them.
pub(super) fn some(below: &Element, selector: &str, most: u32) -> Vec<Element> {
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

/// The first element of the page that a selector means.
pub fn find(selector: &str) -> Option<Element> {
    first(&root()?, selector)
}

/// The root element, `html`.
pub fn root() -> Option<Element> {
    document().document_element()
}

/// Sets an attribute, or takes it away where there is no value.
pub fn mark(element: &Element, name: &str, value: Option<&str>) {
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
pub(super) fn goal(link: &Element, begins: &str) -> Option<String> {
    let mut address = link.get_attribute("href")?;
    address
        .is_char_boundary(begins.len())
        .then(|| address.split_off(begins.len()))
}

/// Whether the page's text runs from right to left.
pub fn is_mirrored() -> bool {
    root().is_some_and(|root| attribute(&root, "dir") == "rtl")
}

/// The article's slug.
pub fn article() -> String {
    find("[data-article]").map_or_else(String::new, |article| attribute(&article, "data-article"))
}

/// Whether the prose is missing: the page came blank, for the app to draw.
pub fn is_blank(element: &Element) -> bool {
    element.first_element_child().is_none()
}

/// Says that listeners are live; without it the styles' own cards are on.
pub fn set_ready() {
    if let Some(root) = root() {
        mark(&root, "data-ready", Some("wasm"));
    }
}

/// Sets an attribute on an element that the app does not draw. A page changed by others may lack it: nothing is done then.
pub fn set(id: &str, attribute: &str, value: &str) {
    if let Some(element) = element(id) {
        mark(&element, attribute, Some(value));
    }
}

/// Takes it away again.
pub fn unset(id: &str, attribute: &str) {
    if let Some(element) = element(id) {
        mark(&element, attribute, None);
    }
}

/// Whether the element with this id is what the address led to (`:target`), which `pushState` does not change.
pub fn is_target(id: &str) -> bool {
    find(":target").is_some_and(|target| attribute(&target, "id") == id)
}

/// The id of the mention of `entity` that stands nearest the middle of the window.
pub fn nearest_mention(entity: &str) -> Option<String> {
    let middle = window().inner_height().ok()?.as_f64()? / 2.0;
    let selector = ["a[data-entity='", entity, "'][id]"].concat();
    let (mut nearest, mut least) = (None, f64::MAX);
    for mention in list(&root()?, &selector) {
        let rect = mention.get_bounding_client_rect();
        let away = (rect.top() + rect.height() / 2.0 - middle).abs();
        if away < least {
            (nearest, least) = (Some(mention), away);
        }
    }
    Some(attribute(&nearest?, "id"))
}

pub(super) fn remember(pressed: Element) {
    PRESSED.with_borrow_mut(|slot| *slot = Some(pressed));
}

/// Says which view's links lead to what is open, and on the root that one is. (A style that looked for it itself, by
/// `:has()`, took 15 ms at each key in the search box of a book.)
pub fn set_current(view: Option<&str>) {
    let Some(root) = root() else { return };
    for link in list(&root, "[data-open-view]") {
        let here = view.is_some_and(|view| attribute(&link, "data-open-view") == view);
        mark(&link, "aria-current", here.then_some("true"));
    }
    mark(&root, "data-viewing", view.map(|_| ""));
}

/// Mentions that are lit at once when their entity's row is pointed at.
const GLOWING: u32 = 300;

/// Lights the mentions of an entity, and no other's.
pub fn glow(entity: Option<&str>) {
    let Some(root) = root() else { return };
    for mention in list(&root, "[data-glow]") {
        mark(&mention, "data-glow", None);
    }
    if let Some(entity) = entity {
        let mentions = ["a[data-entity='", entity, "']"].concat();
        for mention in some(&root, &mentions, GLOWING) {
            mark(&mention, "data-glow", Some(""));
        }
    }
}

/// Moves focus to an element without scrolling; `false` if the page has none of that id.
pub fn focus(id: &str) -> bool {
    element(id).map(|element| focus_still(&element)).is_some()
}

/// Moves focus to what a selector means first, and brings that into sight.
pub fn focus_in_sight(selector: &str) {
    if let Some(element) = find(selector) {
        focus_element(&element, false);
    }
}

/// Scrolls no further than it takes to see the element with this id.
pub fn bring(id: &str) {
    if let Some(element) = element(id) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Moves focus to a place in the text, which is made to take it.
pub fn focus_text(id: &str) {
    if let Some(element) = element(id) {
        if !has(&element, "href") {
            mark(&element, "tabindex", Some("-1"));
        }
        focus_still(&element);
    }
}

/// Moves focus to the first link that opens a view.
pub fn focus_tab(view: &str) {
    let tab = ["[data-open-view='", view, "']"].concat();
    // Help has no tab of its own.
    if let Some(tab) = find(&tab).or_else(|| find("[data-open-view='settings']")) {
        focus_still(&tab);
    }
}

/// Moves focus back to what was pressed last, without scrolling.
pub fn focus_pressed() {
    if let Some(element) = PRESSED.with_borrow(Clone::clone) {
        focus_still(&element);
    }
}

fn focus_still(element: &Element) {
    focus_element(element, true);
}

/// Links in drawings take focus as those in text do, whatever their type is called.
pub fn focus_element(element: &Element, still: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(still);
    let _ = element
        .unchecked_ref::<HtmlElement>()
        .focus_with_options(&options);
}
