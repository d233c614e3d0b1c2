//! When the app fails: the page goes back to what it does without it, once and quietly.
//!
//! `data-fault` of an explorer's root says so, to styles, to listeners that are still attached, and in a whole page to the
//! loader (`static/loader.mjs`), which catches what WebAssembly cannot: a trap, and an app that never started.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::platform::address::Addresses;
use crate::platform::document::{has, list, root, set_attribute};
use crate::platform::host::Host;

/// Whether the app ended, for all of the document.
pub fn failed() -> bool {
    root().is_some_and(|root| has(&root, "data-fault"))
}

/// Whether this explorer gave up, or the app ended.
pub fn failed_in(host: &Host) -> bool {
    has(&host.root, "data-fault") || failed()
}

/// To be called before anything is drawn, else Yew installs a hook of its own.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        let Some(root) = root().filter(|_| !failed()) else {
            return;
        };
        // All explorers of a document are one program.
        for ready in list(&root, "[data-ready]") {
            set_attribute(&ready, "data-ready", None);
        }
        leave(&root, &Addresses::of_page(), &panic.to_string());
    }));
}

/// Gives an explorer's part of the document back to its styles and says so in one warning.
pub fn give_up(host: &Host, why: &str) {
    if !failed_in(host) {
        leave(&host.root, &host.addresses, why);
    }
}

fn leave(root: &Element, addresses: &Addresses, why: &str) {
    set_attribute(root, "data-fault", Some(""));
    set_attribute(root, "data-ready", None);
    addresses.replace(None);
    web_sys::console::warn_1(&JsValue::from_str(
        &["Article Explorer: ", why, ". The page works on without it."].concat(),
    ));
}
