//! The clipboard.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::platform::document::window;
use crate::platform::task;

#[wasm_bindgen]
extern "C" {
    /// A promise with callbacks, without a Rust future.
    type Copying;
    #[wasm_bindgen(method)]
    fn then(this: &Copying, done: &Function, failed: &Function);
}

/// Copies words, then calls `done` with whether it worked.
pub fn copy(words: &str, done: Rc<dyn Fn(bool)>) {
    let navigator = window().navigator();
    // Outside a secure context it is undefined, whatever the types say.
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
