//! The page's data, left where it is: the browser's own string, searched when a record is asked for.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::JsString;
use wasm_bindgen::JsCast;

use crate::platform::document::Element;

/// The text of a page's data.
#[derive(Clone, Debug)]
pub struct Data {
    text: JsString,
    /// Where the record ends that was read last. Whoever reads all of them in order finds each at once.
    end_of_last: Rc<Cell<u32>>,
}

impl Data {
    /// The text of an element.
    pub fn of_element(element: &Element) -> Option<Self> {
        let text = js_sys::Reflect::get(element, &"textContent".into()).ok()?;
        Some(Self {
            text: text.dyn_into().ok()?,
            end_of_last: Rc::default(),
        })
    }

    pub fn starts_with(&self, words: &str) -> bool {
        self.text.index_of(words, 0) == 0
    }

    /// What follows `head` to the end of its line.
    pub fn record(&self, head: &str) -> Option<String> {
        let from = |place: u32| u32::try_from(self.text.index_of(head, place as i32)).ok();
        let start = from(self.end_of_last.get()).or_else(|| from(0))?;
        // A head is ASCII: as many UTF-16 units as bytes.
        let start = start + head.len() as u32;
        let end = self.text.index_of("\n", start as i32);
        let end = u32::try_from(end).unwrap_or_else(|_| self.text.length());
        self.end_of_last.set(end);
        Some(self.text.slice(start, end).into())
    }
}
