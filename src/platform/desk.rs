//! What the browser keeps or carries for the reader: settings between visits, the clipboard.

use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::platform::document::window;

/// A setting from an earlier visit; `None` also where storage is blocked.
pub fn remembered(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a setting for the next visit; where storage is blocked it holds for this one.
pub fn remember(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Copies the page's address with a fragment; `done` hears whether it could be.
pub fn copy_address(fragment: &str, done: impl FnOnce(bool) + 'static) {
    let address = window().location().href().unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    let navigator = window().navigator();
    // Missing where the page was not loaded safely, whatever the types say.
    if !js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false)
        || navigator.clipboard().is_undefined()
    {
        return done(false);
    }
    let copied = navigator
        .clipboard()
        .write_text(&[page, "#", fragment].concat());
    spawn_local(async move { done(JsFuture::from(copied).await.is_ok()) });
}
