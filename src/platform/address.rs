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
        /// Steps back that we asked for and that have not landed. What is to be written meanwhile waits: the browser would take
        /// it along.
        leaving: Cell<bool>,
        waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
    },
    /// Entries in memory, for an explorer that shares the document: its layers are no concern of the page's address.
    Own {
        /// The first, which is not of ours, is the article itself.
        entries: RefCell<Vec<OwnEntry>>,
        /// Gets an event at each step, as the window gets `popstate`.
        steps: EventTarget,
    },
}

/// An entry in memory.
#[derive(Default)]
pub struct OwnEntry {
    fragment: String,
    /// It stands on the entry of a layer from which the reader went into the text.
    jump: bool,
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
    /// It stands on the entry of a layer from which the reader went into the text.
    #[wasm_bindgen(method, getter)]
    fn jump(this: &EntryState) -> bool;
    #[wasm_bindgen(method, setter)]
    fn set_jump(this: &EntryState, jump: bool);
    /// How many entries of ours there are, up to this one.
    #[wasm_bindgen(method, getter)]
    fn depth(this: &EntryState) -> Option<u32>;
    #[wasm_bindgen(method, setter)]
    fn set_depth(this: &EntryState, depth: u32);
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

/// What the entry keeps that is to be pushed.
fn next_entry(jump: bool) -> EntryState {
    let entry: EntryState = Object::new().unchecked_into();
    entry.set_pushed(true);
    entry.set_jump(jump);
    entry.set_depth(depth() + 1);
    entry
}

/// How many entries of ours there are, up to the present one.
fn depth() -> u32 {
    let depth = entry().and_then(|entry| entry.depth());
    depth.unwrap_or_default()
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
            leaving: Cell::new(false),
            waiting: RefCell::default(),
        }
    }

    /// An explorer's own, with nothing open.
    pub fn own() -> Self {
        Self::Own {
            entries: RefCell::new(vec![OwnEntry::default()]),
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
            Self::Own { entries, .. } => {
                let entries = entries.borrow();
                entries
                    .last()
                    .map_or_else(String::new, |entry| entry.fragment.clone())
            }
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
                self.write(move || {
                    let _ = history().set_scroll_restoration(ScrollRestoration::Manual);
                    let _ = history().push_state_with_url(&next_entry(false), "", Some(&url));
                    let _ = history().set_scroll_restoration(ScrollRestoration::Auto);
                });
            }
            Self::Own { entries, .. } => entries.borrow_mut().push(OwnEntry {
                fragment: fragment.to_owned(),
                jump: false,
            }),
        }
    }

    /// Adds an entry on that of a layer, for a place in the text. Whoever comes back to the entry below finds the page as it was
    /// then.
    pub fn push_jump(&self, fragment: &str) {
        match self {
            Self::Page { .. } => {
                let url = ["#", fragment].concat();
                self.write(move || {
                    let _ = history().push_state_with_url(&next_entry(true), "", Some(&url));
                });
            }
            Self::Own { entries, .. } => entries.borrow_mut().push(OwnEntry {
                fragment: fragment.to_owned(),
                jump: true,
            }),
        }
    }

    /// Writes to the history, after the steps back that are under way.
    fn write(&self, work: impl FnOnce() + 'static) {
        match self {
            Self::Page {
                leaving, waiting, ..
            } if leaving.get() => waiting.borrow_mut().push(Box::new(work)),
            _ => work(),
        }
    }

    /// The steps back have landed; whether something was waiting for it, which goes on from there.
    pub(super) fn land(&self) -> bool {
        let Self::Page {
            leaving, waiting, ..
        } = self
        else {
            return false;
        };
        leaving.set(false);
        let works = waiting.take();
        let went_on = !works.is_empty();
        for work in works {
            work();
        }
        went_on
    }

    /// How many entries of ours there are, up to the present one.
    pub fn depth(&self) -> u32 {
        match self {
            Self::Page { .. } => depth(),
            Self::Own { entries, .. } => entries.borrow().len() as u32 - 1,
        }
    }

    /// Whether the present entry was pushed by [`Self::push_jump`].
    pub fn is_jump(&self) -> bool {
        match self {
            Self::Page { .. } => entry().is_some_and(|entry| entry.jump()),
            Self::Own { entries, .. } => entries.borrow().last().is_some_and(|entry| entry.jump),
        }
    }

    /// Changes the present entry's fragment; without one the address is that of the page.
    pub fn replace(&self, fragment: Option<&str>) {
        match self {
            Self::Page { .. } => {
                let url = fragment.map_or_else(page, |fragment| ["#", fragment].concat());
                self.write(move || {
                    let state = history().state().unwrap_or(JsValue::NULL);
                    let _ = history().replace_state_with_url(&state, "", Some(&url));
                });
            }
            Self::Own { entries, .. } => {
                if let Some(entry) = entries.borrow_mut().last_mut() {
                    entry.fragment = fragment.unwrap_or_default().to_owned();
                }
            }
        }
    }

    /// Keeps with the present entry which mention the card on it belongs to.
    pub fn keep_opener(&self, id: &str) {
        if let Self::Page { .. } = self {
            let id = id.to_owned();
            self.write(move || {
                let entry = entry().unwrap_or_else(|| Object::new().unchecked_into());
                entry.set_opener(Some(&id));
                let _ = history().replace_state(&entry, "");
            });
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
        if let Self::Page { clearing, .. } = self {
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
        matches!(self, Self::Page { clearing, .. } if clearing.get())
    }

    /// Goes back by that many entries.
    pub fn back(&self, count: u32) {
        match self {
            Self::Page { leaving, .. } => {
                leaving.set(true);
                let _ = history().go_with_delta(-(count as i32));
            }
            Self::Own { entries, steps } => {
                let mut entries = entries.borrow_mut();
                let left = entries.len().saturating_sub(count as usize);
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

/// An address that is relative to the page's, as a whole.
pub fn absolute(relative: &str) -> String {
    Url::new_with_base(relative, &page()).map_or_else(|_| page(), |url| url.href())
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
