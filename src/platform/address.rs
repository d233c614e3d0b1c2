//! The address and its history. The fragment names the newest layer; an entry of ours says so in its state.

use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use crate::platform::document::window;

fn history() -> History {
    window()
        .history()
        .expect("a document that is shown has a history")
}

/// The fragment without its `#`.
pub fn fragment() -> String {
    window()
        .location()
        .hash()
        .unwrap_or_default()
        .trim_start_matches('#')
        .to_owned()
}

/// Whether the present entry was pushed by us, so that going back leads to the page without its layer.
pub fn is_ours() -> bool {
    history().state().is_ok_and(|state| state.is_truthy())
}

/// Adds an entry for a layer. The entry below keeps the reader's place when they come back to it.
pub fn push(fragment: &str) {
    let _ = history().set_scroll_restoration(ScrollRestoration::Manual);
    let _ = history().push_state_with_url(&JsValue::TRUE, "", Some(&["#", fragment].concat()));
    let _ = history().set_scroll_restoration(ScrollRestoration::Auto);
}

/// Changes the present entry's fragment; without one the address is that of the page.
pub fn replace(fragment: Option<&str>) {
    let state = history().state().unwrap_or(JsValue::NULL);
    let url = match fragment {
        Some(fragment) => ["#", fragment].concat(),
        None => page(),
    };
    let _ = history().replace_state_with_url(&state, "", Some(&url));
}

fn page() -> String {
    let location = window().location();
    [
        location.pathname().unwrap_or_default(),
        location.search().unwrap_or_default(),
    ]
    .concat()
}

/// Goes to a fragment as a link would.
pub fn go(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

/// Makes the page forget its target, which `pushState` and `replaceState` leave as it was: a real step, in the
/// same entry, to `#read`, which is fixed and scrolls nothing.
pub fn clear_target() {
    let (state, there) = (history().state().unwrap_or(JsValue::NULL), fragment());
    let _ = window().location().replace("#read");
    let _ = history().replace_state_with_url(&state, "", Some(&["#", &there].concat()));
}

/// Goes back to the entry before ours.
pub fn back() {
    let _ = history().back();
}

/// Back on an entry whose scroll position we kept from being restored: from here on the browser may again.
pub fn settle() {
    let _ = history().set_scroll_restoration(ScrollRestoration::Auto);
}
