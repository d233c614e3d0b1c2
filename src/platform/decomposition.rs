//! Letters without case and marks, as the browser knows them.

use js_sys::JsString;

/// A UTF-16 unit in lower case and decomposed for compatibility (NFKD, UAX 15).
pub fn decompose(unit: u16) -> Vec<u16> {
    let lower = JsString::from_char_code1(unit.into()).to_lower_case();
    let text = String::from(lower.normalize("NFKD"));
    text.encode_utf16().collect()
}
