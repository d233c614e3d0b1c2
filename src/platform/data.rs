//! The page's data island, left where it is: the browser's own string, searched when a record is asked for.

use js_sys::JsString;
use wasm_bindgen::JsCast;

use crate::platform::document::element;

/// The text of a page's island.
#[derive(Clone, Debug)]
pub struct Data {
    text: JsString,
}

impl Data {
    /// The island of this page; `None` where the page carries none.
    pub fn of_page() -> Option<Self> {
        let text = js_sys::Reflect::get(&element("island")?.into(), &"textContent".into()).ok()?;
        Some(Self {
            text: text.dyn_into().ok()?,
        })
    }

    pub fn starts_with(&self, words: &str) -> bool {
        self.text.starts_with(words, 0)
    }

    /// What follows `head` to the end of its line.
    pub fn line_after(&self, head: &str) -> Option<String> {
        let start = u32::try_from(self.text.index_of(head, 0)).ok()?;
        let start = start + head.encode_utf16().count() as u32;
        let end = self.text.index_of("\n", start as i32);
        let end = u32::try_from(end).unwrap_or_else(|_| self.text.length());
        Some(self.text.slice(start, end).into())
    }
}
