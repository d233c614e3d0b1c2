//! The order of words in the page's language, as the browser knows it.

use std::cmp::Ordering;

use js_sys::{Array, JsString, Object};

/// Which of two texts comes first (`String.prototype.localeCompare`, ECMA-402).
pub fn compare(one: &str, other: &str) -> Ordering {
    JsString::from(one)
        .locale_compare(other, &Array::new(), &Object::new())
        .cmp(&0)
}
