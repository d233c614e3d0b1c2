//! Selected words of the article as an address: a text fragment (URL Fragment Text Directives, WICG), after the block's
//! own fragment, which serves browsers that know none.

use js_sys::encode_uri_component;
use wasm_bindgen::JsCast;
use web_sys::{Element, Selection};

use crate::platform::document::{attribute, window};

/// Words at each end that name a long quotation.
const ENDS: usize = 5;

/// Whether words of the article are selected.
pub fn is_selected() -> bool {
    selection().is_some()
}

/// The fragment of the selected words: `p4:~:text=FIRST,LAST`.
pub fn fragment() -> Option<String> {
    let (selection, block) = selection()?;
    let text = String::from(selection.to_string());
    let words: Vec<&str> = text
        .split([' ', '\n', '\t', '\u{a0}'])
        .filter(|word| !word.is_empty())
        .collect();
    let mut quote = [&*attribute(&block, "id"), ":~:text="].concat();
    let whole = words.len() <= 2 * ENDS;
    for (place, word) in words.iter().enumerate() {
        let rest = words.len() - place;
        if whole || place < ENDS || rest <= ENDS {
            if place > 0 {
                quote.push_str(if !whole && rest == ENDS { "," } else { "%20" });
            }
            quote.push_str(&encode(word));
        }
    }
    Some(quote)
}

/// Words as part of an address. A dash, which an address may hold, means something in the directive.
pub fn encode(words: &str) -> String {
    let encoded = String::from(encode_uri_component(words));
    let mut safe = String::new();
    for letter in encoded.chars() {
        match letter {
            '-' => safe.push_str("%2D"),
            _ => safe.push(letter),
        }
    }
    safe
}

/// What is selected, and the block it begins in.
fn selection() -> Option<(Selection, Element)> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let start = selection.get_range_at(0).ok()?.start_container().ok()?;
    let start = start
        .dyn_ref::<Element>()
        .cloned()
        .or_else(|| start.parent_element())?;
    let block = start.closest(".block").ok()??;
    Some((selection, block))
}
