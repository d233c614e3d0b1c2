//! What the page itself shows of the explorer's state: that it is ready, which tab is current, which mentions glow.

use crate::components::selectors::{GLOWING, VIEW_OPENER};
use crate::platform::address;
use crate::platform::document::{attribute, set_attribute, some};
use crate::platform::focus::focus_element;
use crate::platform::host::Host;
use crate::platform::layout::window_size;

/// Says that listeners are live; without it the styles' own cards are on.
pub(super) fn set_ready(host: &Host) {
    set_attribute(&host.root, "data-ready", Some("wasm"));
}

/// The page's address as it lasts, for whoever shares it: an article that stands on the front page as well has one of its
/// own, where it stays when there are others.
pub(super) fn lasting_address(host: &Host) -> String {
    let is_front = attribute(&host.root, "data-root") == "./";
    match host.find("[data-article]").filter(|_| is_front) {
        Some(article) => address::absolute(&[&attribute(&article, "data-article"), "/"].concat()),
        None => address::page(),
    }
}

/// The id of the mention of `entity` that stands nearest the middle of the window.
pub(super) fn nearest_mention(host: &Host, entity: &str) -> Option<String> {
    let middle = f64::from(window_size().1) / 2.0;
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
pub(super) fn set_current(host: &Host, view: Option<&str>) {
    for link in host.list(VIEW_OPENER) {
        let here = view.is_some_and(|view| attribute(&link, "data-open-view") == view);
        set_attribute(&link, "aria-current", here.then_some("true"));
    }
    set_attribute(&host.root, "data-viewing", view.map(|_| ""));
}

/// Says on the root whether a card is open; in the margin it stands over the key.
pub(super) fn set_card_open(host: &Host, is_open: bool) {
    set_attribute(&host.root, "data-card-open", is_open.then_some(""));
}

/// Mentions that are lit at once when their entity's row is pointed at.
const MOST: u32 = 300;

/// Lights the mentions of an entity, and no other's.
pub(super) fn glow(host: &Host, entity: Option<&str>) {
    for mention in host.list(GLOWING) {
        set_attribute(&mention, "data-glow", None);
    }
    if let Some(entity) = entity {
        let mentions = ["a[data-entity='", entity, "']"].concat();
        for mention in some(&host.root, &mentions, MOST) {
            set_attribute(&mention, "data-glow", Some(""));
        }
    }
}

/// Moves focus to the first link that opens a view.
pub(super) fn focus_tab(host: &Host, view: &str) {
    let tab = ["[data-open-view='", view, "']"].concat();
    // Help has no tab of its own.
    let tab = host.find(&tab);
    if let Some(tab) = tab.or_else(|| host.find("[data-open-view='settings']")) {
        focus_element(&tab, true);
    }
}
