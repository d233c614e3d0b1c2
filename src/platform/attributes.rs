//! The few attributes that the app sets on what it did not draw, and what it reads there.

use crate::platform::document::{attribute, closest, mark, some, window};
use crate::platform::host::Host;

/// Says that listeners are live; without it the styles' own cards are on.
pub fn set_ready(host: &Host) {
    mark(&host.root, "data-ready", Some("wasm"));
}

/// Whether the text runs from right to left.
pub fn is_mirrored(host: &Host) -> bool {
    closest(&host.root, "[dir]").is_some_and(|mirrored| attribute(&mirrored, "dir") == "rtl")
}

/// The article's slug.
pub fn article(host: &Host) -> String {
    let article = host.find("[data-article]");
    article.map_or_else(String::new, |article| attribute(&article, "data-article"))
}

/// Sets an attribute on an element that the app does not draw. A page changed by others may lack it: nothing is done then.
pub fn set(host: &Host, id: &str, attribute: &str, value: &str) {
    if let Some(element) = host.element(id) {
        mark(&element, attribute, Some(value));
    }
}

/// Takes it away again.
pub fn unset(host: &Host, id: &str, attribute: &str) {
    if let Some(element) = host.element(id) {
        mark(&element, attribute, None);
    }
}

/// Whether the element with this id is what the page's address led to (`:target`), which `pushState` does not change.
pub fn is_target(host: &Host, id: &str) -> bool {
    let target = host.find(":target");
    target.is_some_and(|target| attribute(&target, "id") == id)
}

/// The id of the mention of `entity` that stands nearest the middle of the window.
pub fn nearest_mention(host: &Host, entity: &str) -> Option<String> {
    let middle = window().inner_height().ok()?.as_f64()? / 2.0;
    let selector = ["a[data-entity='", entity, "'][id]"].concat();
    let (mut nearest, mut least) = (None, f64::MAX);
    for mention in host.list(&selector) {
        let rect = mention.get_bounding_client_rect();
        let away = (rect.top() + rect.height() / 2.0 - middle).abs();
        if away < least {
            (nearest, least) = (Some(mention), away);
        }
    }
    Some(attribute(&nearest?, "id"))
}

/// Says which view's links lead to what is open, and on the root that one is. (A style that looked for it itself, by
/// `:has()`, took 15 ms at each key in the search box of a book.)
pub fn set_current(host: &Host, view: Option<&str>) {
    for link in host.list("[data-open-view]") {
        let here = view.is_some_and(|view| attribute(&link, "data-open-view") == view);
        mark(&link, "aria-current", here.then_some("true"));
    }
    mark(&host.root, "data-viewing", view.map(|_| ""));
}

/// Mentions that are lit at once when their entity's row is pointed at.
const GLOWING: u32 = 300;

/// Lights the mentions of an entity, and no other's.
pub fn glow(host: &Host, entity: Option<&str>) {
    for mention in host.list("[data-glow]") {
        mark(&mention, "data-glow", None);
    }
    if let Some(entity) = entity {
        let mentions = ["a[data-entity='", entity, "']"].concat();
        for mention in some(&host.root, &mentions, GLOWING) {
            mark(&mention, "data-glow", Some(""));
        }
    }
}
