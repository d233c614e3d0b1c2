//! What a key means, and where Tab leads at the ends of a card.

use crate::app::gestures::gesture::Gesture;
use crate::components::selectors::{CARD, CARD_OR_VIEW, CURRENT_TAB, DIALOG, EXPANDED};
use crate::platform::device::is_mac;
use crate::platform::document::{attribute, closest, has, list};
use crate::platform::events::{KeyboardEvent, target, within};
use crate::platform::focus::focus_element;
use crate::platform::host::Host;

/// What a key means.
pub(super) fn key(host: &Host, key: &KeyboardEvent) -> Option<Gesture> {
    if key.default_prevented() || key.is_composing() || key.alt_key() {
        return None;
    }
    let name = key.key();
    let typing = within(key, "input, select, textarea, [contenteditable]");
    if key.ctrl_key() || key.meta_key() {
        let held = if is_mac() {
            key.meta_key()
        } else {
            key.ctrl_key()
        };
        let wanted = name == "k" && held && !key.shift_key();
        return (wanted && attribute(&host.root, "data-find") != "off").then_some(Gesture::Find);
    }
    match name.as_str() {
        "Escape" => Some(Gesture::Escape),
        "Tab" => {
            stay(host, key);
            None
        }
        "/" if !typing && single_keys(host) => Some(view("search")),
        "?" if !typing && (single_keys(host) || within(key, CARD_OR_VIEW)) => Some(view("help")),
        _ if within(key, CARD) => Some(Gesture::Key(name)),
        _ => None,
    }
}

fn view(slug: &str) -> Gesture {
    Gesture::View {
        slug: slug.to_owned(),
        about: String::new(),
        again: false,
    }
}

/// Whether the reader turned keys without a modifier on.
fn single_keys(host: &Host) -> bool {
    attribute(&host.root, "data-keys") == "on"
}

/// What takes the focus in a card.
const STOPS: &str =
    "a[href], button:not(:disabled), input:not([type='radio']:not(:checked)), select, summary";

/// Tab at the ends of a card: a modal one keeps it, from any other it goes on from the mention that opened it.
fn stay(host: &Host, key: &KeyboardEvent) {
    let Some(here) = target(key) else { return };
    let Some(card) = closest(&here, DIALOG) else {
        return;
    };
    let mut stops = list(&card, STOPS);
    stops.retain(|stop| stop.client_width() + stop.client_height() > 0);
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else {
        return;
    };
    let at_end = if key.shift_key() {
        here == *first || has(&here, "tabindex")
    } else {
        here == *last
    };
    if !at_end {
        return;
    }
    let modal = attribute(&card, "aria-modal") == "true";
    let opener = if has(&card, "data-view") {
        CURRENT_TAB
    } else {
        EXPANDED
    };
    let opener = host.find(opener);
    let goal = match (modal, opener) {
        (false, Some(opener)) => {
            // Forward the browser goes on from the mention; backward the mention itself comes next.
            if key.shift_key() {
                key.prevent_default();
            }
            opener
        }
        (false, None) => return,
        (true, _) => {
            key.prevent_default();
            if key.shift_key() {
                last.clone()
            } else {
                first.clone()
            }
        }
    };
    focus_element(&goal, false);
}
