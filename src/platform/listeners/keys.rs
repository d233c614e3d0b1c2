//! What a key means, and where Tab leads at the ends of a card.

use web_sys::KeyboardEvent;

use crate::platform::document::{
    attribute, closest, document, find, focus_element, has, list, root,
};
use crate::platform::listeners::{Gesture, target, within};

/// What a key means.
pub(super) fn key(key: &KeyboardEvent) -> Option<Gesture> {
    if key.default_prevented() || key.is_composing() || key.alt_key() {
        return None;
    }
    let name = key.key();
    let typing = within(key, "input, select, textarea, [contenteditable]");
    if key.ctrl_key() || key.meta_key() {
        return (name == "k").then(|| view("search"));
    }
    match name.as_str() {
        "Escape" => Some(Gesture::Escape),
        "Tab" => {
            stay(key);
            None
        }
        "/" if !typing && single_keys() => Some(view("search")),
        "?" if !typing && (single_keys() || within(key, "[data-card], [data-view]")) => {
            Some(view("help"))
        }
        _ if within(key, "[data-card]") => Some(Gesture::Key(name)),
        _ => None,
    }
}

fn view(slug: &str) -> Gesture {
    Gesture::View {
        slug: slug.to_owned(),
        about: String::new(),
    }
}

/// Whether the reader turned keys without a modifier on.
fn single_keys() -> bool {
    root().is_some_and(|root| attribute(&root, "data-keys") == "on")
}

/// What takes the focus in a card.
const STOPS: &str =
    "a[href], button:not(:disabled), input:not([type='radio']:not(:checked)), select, summary";

/// Tab at the ends of a card: a modal one keeps it, from any other it goes on from the mention that opened it.
fn stay(key: &KeyboardEvent) {
    let Some(card) = target(key).and_then(|target| closest(&target, ".card, .view")) else {
        return;
    };
    let mut stops = list(&card, STOPS);
    stops.retain(|stop| stop.client_width() + stop.client_height() > 0);
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else {
        return;
    };
    let here = document().active_element();
    let at_end = if key.shift_key() {
        here.as_ref() == Some(first) || here.as_ref().is_some_and(|here| has(here, "tabindex"))
    } else {
        here.as_ref() == Some(last)
    };
    if !at_end {
        return;
    }
    let modal = attribute(&card, "aria-modal") == "true";
    let opener = if has(&card, "data-view") {
        "[data-open-view][aria-current]"
    } else {
        "[aria-expanded='true']"
    };
    let opener = find(opener);
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
