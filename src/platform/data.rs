//! The page's data island, left where it is: the browser's own string, searched when a record is asked for.

use js_sys::{Array, JsString};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::platform::document::element;

#[wasm_bindgen]
extern "C" {
    /// Of the browser's own string, which that of `js_sys` would copy twice.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    fn parse(text: &JsString) -> Result<JsValue, JsValue>;
}

/// The text of a page's island.
#[derive(Clone, Debug)]
pub struct Data {
    text: JsString,
}

/// A record or part of one, as the browser read it.
#[derive(Clone, Debug)]
pub struct Value {
    value: JsValue,
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
        self.text.index_of(words, 0) == 0
    }

    /// The record that follows `head` to the end of its line; `None` where there is none, or it is damaged.
    pub fn record(&self, head: &str) -> Option<Value> {
        let start = u32::try_from(self.text.index_of(head, 0)).ok()?;
        // A head is ASCII.
        let start = start + head.len() as u32;
        let end = self.text.index_of("\n", start as i32);
        let end = u32::try_from(end).unwrap_or_else(|_| self.text.length());
        let value = parse(&self.text.slice(start, end)).ok()?;
        Some(Value { value })
    }
}

impl Value {
    pub fn words(&self) -> Option<String> {
        self.value.as_string()
    }

    pub fn figure(&self) -> Option<u32> {
        Some(self.value.as_f64()? as u32)
    }

    /// How many values a list has; of anything else none.
    pub fn length(&self) -> u32 {
        let list: Option<&Array> = self.value.dyn_ref();
        list.map_or(0, |list| list.length())
    }

    /// The value in that place of a list.
    pub fn at(&self, place: u32) -> Self {
        let list: Option<&Array> = self.value.dyn_ref();
        Self {
            value: list.map_or(JsValue::NULL, |list| list.get(place)),
        }
    }

    /// The words in that place; none where there are none.
    pub fn text(&self, place: u32) -> String {
        self.at(place).words().unwrap_or_default()
    }

    /// The number in that place; 0 where there is none.
    pub fn number(&self, place: u32) -> u32 {
        self.at(place).figure().unwrap_or_default()
    }

    pub fn list(&self) -> Vec<Self> {
        (0..self.length()).map(|place| self.at(place)).collect()
    }
}
