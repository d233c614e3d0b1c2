//! The address of what is open, and the way back from it. The fragment names the newest layer.

use std::cell::{Cell, RefCell};

use js_sys::{Object, encode_uri_component};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, History, ScrollRestoration, Url};

use crate::platform::document::window;

/// Where an explorer reads and writes what is open.
pub enum Addresses {
    /// The page's address and the browser's history; an entry of ours says so in its state.
    Page {
        /// A step of our own is under way, which some browsers report at once and others later.
        clearing: Cell<bool>,
    },
    /// Entries in memory, for an explorer that shares the document: its layers are no concern of the page's address.
    Own {
        /// The fragment of each entry; the first, which is not of ours, is the article itself.
        entries: RefCell<Vec<String>>,
        /// Gets an event at each step, as the window gets `popstate`.
        steps: EventTarget,
    },
}

#[wasm_bindgen]
extern "C" {
    /// What a history entry of ours keeps; it outlives a reload.
    #[wasm_bindgen(extends = Object)]
    type EntryState;
    /// We pushed the entry, so that going back leads to the page without its layer.
    #[wasm_bindgen(method, getter)]
    fn pushed(this: &EntryState) -> bool;
    #[wasm_bindgen(method, setter)]
    fn set_pushed(this: &EntryState, pushed: bool);
    /// The id of the mention that the card belongs to.
    #[wasm_bindgen(method, getter)]
    fn opener(this: &EntryState) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    fn set_opener(this: &EntryState, id: Option<&str>);
}

/// The state of the present entry, if anybody gave it one.
fn entry() -> Option<EntryState> {
    let state = history().state().ok()?;
    state.is_object().then(|| state.unchecked_into())
}

fn history() -> History {
    window()
        .history()
        .expect("a document that is shown has a history")
}

impl Addresses {
    /// Those of the page, which one explorer of a document may have.
    pub fn of_page() -> Self {
        Self::Page {
            clearing: Cell::new(false),
        }
    }

    /// An explorer's own, with nothing open.
    pub fn own() -> Self {
        Self::Own {
            entries: RefCell::new(vec![String::new()]),
            steps: EventTarget::new().expect("every browser makes event targets"),
        }
    }

    /// What hears of going back and forth, as `popstate`.
    pub(super) fn steps(&self) -> EventTarget {
        match self {
            Self::Page { .. } => window().into(),
            Self::Own { steps, .. } => steps.clone(),
        }
    }

    /// The fragment without its `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::Page { .. } => fragment(),
            Self::Own { entries, .. } => entries.borrow().last().cloned().unwrap_or_default(),
        }
    }

    /// Whether the present entry was pushed by us, so that going back leads to the page without its layer.
    pub fn is_ours(&self) -> bool {
        match self {
            Self::Page { .. } => entry().is_some_and(|entry| entry.pushed()),
            Self::Own { entries, .. } => entries.borrow().len() > 1,
        }
    }

    /// Adds an entry for a layer. The entry below keeps the reader's place when they come back to it.
    pub fn push(&self, fragment: &str) {
        match self {
            Self::Page { .. } => {
                let url = ["#", fragment].concat();
                let _ = history().set_scroll_restoration(ScrollRestoration::Manual);
                let entry: EntryState = Object::new().unchecked_into();
                entry.set_pushed(true);
                let _ = history().push_state_with_url(&entry, "", Some(&url));
                let _ = history().set_scroll_restoration(ScrollRestoration::Auto);
            }
            Self::Own { entries, .. } => entries.borrow_mut().push(fragment.to_owned()),
        }
    }

    /// Changes the present entry's fragment; without one the address is that of the page.
    pub fn replace(&self, fragment: Option<&str>) {
        match self {
            Self::Page { .. } => {
                let state = history().state().unwrap_or(JsValue::NULL);
                let url = fragment.map_or_else(page, |fragment| ["#", fragment].concat());
                let _ = history().replace_state_with_url(&state, "", Some(&url));
            }
            Self::Own { entries, .. } => {
                if let Some(entry) = entries.borrow_mut().last_mut() {
                    *entry = fragment.unwrap_or_default().to_owned();
                }
            }
        }
    }

    /// Keeps with the present entry which mention the card on it belongs to.
    pub fn keep_opener(&self, id: &str) {
        if let Self::Page { .. } = self {
            let entry = entry().unwrap_or_else(|| Object::new().unchecked_into());
            entry.set_opener(Some(id));
            let _ = history().replace_state(&entry, "");
        }
    }

    /// The mention that was kept with the present entry.
    pub fn kept_opener(&self) -> Option<String> {
        match self {
            Self::Page { .. } => entry()?.opener(),
            Self::Own { .. } => None,
        }
    }

    /// Makes the page forget its target, which `pushState` and `replaceState` leave as it was: a real step, in the
    /// same entry, to `#read`, which is fixed and scrolls nothing.
    pub fn clear_target(&self) {
        if let Self::Page { clearing } = self {
            let (state, there) = (history().state().unwrap_or(JsValue::NULL), fragment());
            clearing.set(true);
            let _ = window().location().replace("#read");
            clearing.set(false);
            let url = ["#", &there].concat();
            let _ = history().replace_state_with_url(&state, "", Some(&url));
        }
    }

    /// Whether the address is on its way through [`Self::clear_target`]: nobody went anywhere.
    pub(super) fn is_clearing(&self) -> bool {
        matches!(self, Self::Page { clearing } if clearing.get())
    }

    /// Goes back by that many entries.
    pub fn back(&self, count: i32) {
        match self {
            Self::Page { .. } => {
                let _ = history().go_with_delta(-count);
            }
            Self::Own { entries, steps } => {
                let mut entries = entries.borrow_mut();
                let left = entries.len().saturating_sub(count.unsigned_abs() as usize);
                entries.truncate(left.max(1));
                tell(steps);
            }
        }
    }

    /// Follows a link within the article; `false` leaves it to the browser, whose address it is.
    pub fn follow(&self, fragment: &str) -> bool {
        match self {
            Self::Page { .. } => false,
            Self::Own { steps, .. } => {
                self.push(fragment);
                tell(steps);
                true
            }
        }
    }

    /// Back on an entry whose scroll position we kept from being restored: from here on the browser may again.
    pub(super) fn settle(&self) {
        if let Self::Page { .. } = self {
            let _ = history().set_scroll_restoration(ScrollRestoration::Auto);
        }
    }
}

/// The fragment of the page's address without its `#`.
fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Says that a step was made, in a task of its own as browsers do.
fn tell(steps: &EventTarget) {
    let steps = steps.clone();
    let tell = Closure::once_into_js(move || {
        if let Ok(step) = Event::new("popstate") {
            let _ = steps.dispatch_event(&step);
        }
    });
    let _ = window().set_timeout_with_callback(tell.unchecked_ref());
}

/// The page's address without its fragment.
pub fn page() -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split_once('#').map_or(&*address, |parts| parts.0);
    page.to_owned()
}

/// The path of an address that is relative to the page's.
pub fn path(relative: &str) -> String {
    let page = window().location().href().unwrap_or_default();
    let path = Url::new_with_base(relative, &page).map(|url| url.pathname());
    path.unwrap_or_default()
}

/// Words as part of an address. A dash, which an address may hold, means something in a text directive.
pub fn encode(words: &str) -> String {
    String::from(encode_uri_component(words)).replace('-', "%2D")
}

/// Goes to a fragment of the page as a link would.
pub fn go(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}
