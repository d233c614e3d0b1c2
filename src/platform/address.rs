//! The address and its history. The fragment names the newest layer; an entry of ours says so in its state.

use std::cell::Cell;

use js_sys::encode_uri_component;
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
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Whether the present entry was pushed by us, so that going back leads to the page without its layer.
pub fn is_ours() -> bool {
    history().state().is_ok_and(|state| state == JsValue::TRUE)
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

/// The page's address without its fragment.
pub fn page() -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split_once('#').map_or(&*address, |parts| parts.0);
    page.to_owned()
}

/// Words as part of an address. A dash, which an address may hold, means something in a text directive.
pub fn encode(words: &str) -> String {
    String::from(encode_uri_component(words)).replace('-', "%2D")
}

/// Goes to a fragment as a link would.
pub fn go(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

thread_local! {
    /// A step of our own is under way, which some browsers report at once and others later.
    static CLEARING: Cell<bool> = const { Cell::new(false) };
}

/// Makes the page forget its target, which `pushState` and `replaceState` leave as it was: a real step, in the
/// same entry, to `#read`, which is fixed and scrolls nothing.
pub fn clear_target() {
    let (state, there) = (history().state().unwrap_or(JsValue::NULL), fragment());
    CLEARING.set(true);
    let _ = window().location().replace("#read");
    CLEARING.set(false);
    let _ = history().replace_state_with_url(&state, "", Some(&["#", &there].concat()));
}

/// Whether the address is on its way through [`clear_target`]: nobody went anywhere.
pub fn is_clearing() -> bool {
    CLEARING.get()
}

/// Goes back by that many entries.
pub fn back(entries: i32) {
    let _ = history().go_with_delta(-entries);
}

/// Back on an entry whose scroll position we kept from being restored: from here on the browser may again.
pub fn settle() {
    let _ = history().set_scroll_restoration(ScrollRestoration::Auto);
}
