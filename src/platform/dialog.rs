//! Modal dialogs: the browser keeps focus and presses in them, and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// Opens a `dialog`.
pub fn open(dialog: &Element) {
    let _ = dialog.unchecked_ref::<HtmlDialogElement>().show_modal();
}

/// Closes it.
pub fn close(dialog: &Element) {
    dialog.unchecked_ref::<HtmlDialogElement>().close();
}
