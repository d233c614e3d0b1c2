//! Words lit without touching the page: the CSS Custom Highlight API (CSS Custom Highlight API Module Level 1), and the
//! reader's selection where a browser has none.

use wasm_bindgen::prelude::*;
use web_sys::Range;

use crate::platform::document::{element, window};
use crate::platform::text::range;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, variadic, catch)]
    fn new(ranges: Vec<Range>) -> Result<Highlight, JsValue>;

    type Registry;
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<Registry>;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &Registry, name: &str);
}

/// Words of a block: its id, from and to in UTF-16 units of its text.
pub type Words<'a> = (&'a str, u32, u32);

/// Lights words under a name that styles know (`::highlight(NAME)`), in place of those lit before.
pub fn light<'a>(name: &str, words: impl IntoIterator<Item = Words<'a>>) {
    let ranges: Vec<Range> = words
        .into_iter()
        .filter_map(|(id, from, to)| range(&element(id)?, from, to))
        .collect();
    if HIGHLIGHTS.with(Option::is_none) {
        select(&ranges);
    }
    light_ranges(name, ranges);
}

/// The same with ranges of the page.
pub fn light_ranges(name: &str, ranges: Vec<Range>) {
    HIGHLIGHTS.with(|registry| {
        if let (Some(registry), Ok(highlight)) = (registry, Highlight::new(ranges)) {
            registry.set(name, &highlight);
        }
    });
}

/// Puts them out.
pub fn dim(name: &str) {
    HIGHLIGHTS.with(|registry| {
        if let Some(registry) = registry {
            registry.delete(name);
        }
    });
}

fn select(ranges: &[Range]) {
    if let (Some(range), Ok(Some(selection))) = (ranges.first(), window().get_selection()) {
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(range);
    }
}
