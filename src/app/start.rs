//! Starting explorers, as pages ask for them. Each takes its host's data, draws its tree, listens; each of these in a task of
//! its own, so that none is long.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::html::Scope;
use yew::prelude::*;

use crate::app::explorer::{Explorer, SETTINGS};
use crate::app::gestures;
use crate::app::records::Records;
use crate::app::root::{Props, Root};
use crate::platform::address::{self, Addresses};
use crate::platform::data::Data;
use crate::platform::document::{attribute, is_blank, root};
use crate::platform::host::Host;
use crate::platform::{fault, storage, task};

/// To be called once, before anything is started.
pub fn prepare() {
    fault::install();
}

/// Starts the explorer of a whole page: what `static/loader.mjs` calls.
#[wasm_bindgen]
pub fn start() {
    if let Some(root) = root() {
        let storage_prefix = address::path(&attribute(&root, "data-root"));
        explore(Host {
            root,
            addresses: Addresses::of_page(),
            storage_prefix,
        });
    }
}

/// Starts an explorer in an element that holds what a page's body does, beside others in the document. `with_address`: what
/// is open is named in the page's address, which one of them may have; else the address stays as it is.
#[wasm_bindgen(js_name = startIn)]
pub fn start_in(root: Element, storage_prefix: String, with_address: bool) {
    let host = Host {
        root,
        addresses: if with_address {
            Addresses::of_page()
        } else {
            Addresses::own()
        },
        storage_prefix,
    };
    // In a whole page `static/theme.js` did so before anything was painted.
    storage::restore(&host, &SETTINGS);
    explore(host);
}

/// How often each component was drawn until now: `NAME COUNT`, a line each. `tests/reader/renders.rs` asks.
#[cfg(feature = "count-renders")]
#[wasm_bindgen]
pub fn renders() -> String {
    crate::components::rendered::counts()
}

fn explore(host: Host) {
    task::next(move || {
        let data = host.element("data");
        let data = data.and_then(|data| Data::of_element(&data));
        match data.and_then(Records::of) {
            Some(records) => task::next(move || draw(Rc::new(host), records)),
            None => fault::give_up(&host, "this page's data is missing or of another format"),
        }
    });
}

fn draw(host: Rc<Host>, records: Records) {
    let (Some(frame), Some(messages), Some(explorer), Some(reading)) = (
        records.frame(),
        records.messages(),
        host.element("explorer"),
        host.element("reading"),
    ) else {
        return fault::give_up(&host, "this page's data is damaged");
    };
    #[cfg(feature = "editor")]
    crate::editor::start(&host, &frame.article);
    let onstart = Callback::from({
        let host = host.clone();
        move |explorer: Scope<Explorer>| {
            let host = host.clone();
            task::next(move || gestures::attach(&host, explorer));
        }
    });
    let props = Props {
        host,
        frame,
        messages,
        records,
        blank: is_blank(&reading),
        onstart,
    };
    yew::Renderer::<Root>::with_root_and_props(explorer, props).render();
}
