//! When the app fails: the page goes back to what it does without it, once and quietly.
//!
//! `html[data-fault]` says so, to styles, to listeners that are still attached, and to the loader
//! (`static/loader.mjs`), which catches what WebAssembly cannot: a trap, and an app that never started.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsValue;

use crate::platform::address;
use crate::platform::document::{has, mark, root};

/// Whether the app gave up.
pub fn failed() -> bool {
    root().is_some_and(|root| has(&root, "data-fault"))
}

/// To be called before anything is drawn, else Yew installs a hook of its own.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        give_up(&panic.to_string());
    }));
}

/// Gives the page back to its styles and says so in one warning.
pub fn give_up(why: &str) {
    let Some(root) = root().filter(|root| !has(root, "data-fault")) else {
        return;
    };
    mark(&root, "data-fault", Some(""));
    mark(&root, "data-ready", None);
    address::replace(None);
    web_sys::console::warn_1(&JsValue::from_str(
        &["Article Explorer: ", why, ". The page works on without it."].concat(),
    ));
}
