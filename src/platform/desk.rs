//! What the browser keeps or carries for the reader: settings between visits, the clipboard.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::platform::document::{mark, root, window};
use crate::platform::task;

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

#[wasm_bindgen]
extern "C" {
    /// A promise whose end is heard without a future of Rust's, which costs 0.5 kB.
    type Copying;
    #[wasm_bindgen(method)]
    fn then(this: &Copying, done: &Function, failed: &Function);
}

/// Copies words; `done` hears whether it could be.
pub fn copy(words: &str, done: Rc<dyn Fn(bool)>) {
    let navigator = window().navigator();
    // Missing where the page was not loaded safely, whatever the types say.
    if navigator.clipboard().is_undefined() {
        return done(false);
    }
    let copying: Copying = navigator.clipboard().write_text(words).unchecked_into();
    let told = |could: bool| {
        let done = done.clone();
        task::once(Box::new(move || done(could)))
    };
    copying.then(&told(true), &told(false));
}
