//! The clipboard.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::platform::document::window;
use crate::platform::task;

#[wasm_bindgen]
extern "C" {
    /// A promise whose end is heard without a future of Rust's.
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
