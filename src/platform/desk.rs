//! What the browser keeps or carries for the reader: settings between visits, the clipboard.

use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::platform::document::{mark, root, window};

/// A setting as it holds now: `data-NAME` of the root element.
pub fn setting(name: &str) -> Option<String> {
    root()?.get_attribute(&["data-", name].concat())
}

/// Sets it and keeps it for the next visit; where storage is blocked it holds for this one. Empty, it is as if never set.
pub fn set(name: &str, value: &str) {
    if let Some(root) = root() {
        let attribute = ["data-", name].concat();
        mark(&root, &attribute, (!value.is_empty()).then_some(value));
    }
    remember(name, value);
}

/// What was kept at an earlier visit; `None` also where storage is blocked.
pub fn remembered(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps words for the next visit; empty ones are forgotten.
pub fn remember(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = if value.is_empty() {
            storage.remove_item(key)
        } else {
            storage.set_item(key, value)
        };
    }
}

/// The page's address without its fragment.
pub fn page() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Copies words; `done` hears whether it could be.
pub fn copy(words: &str, done: impl FnOnce(bool) + 'static) {
    let navigator = window().navigator();
    // Missing where the page was not loaded safely, whatever the types say.
    if navigator.clipboard().is_undefined() {
        return done(false);
    }
    let copied = navigator.clipboard().write_text(words);
    spawn_local(async move { done(JsFuture::from(copied).await.is_ok()) });
}
