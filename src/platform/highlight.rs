//! Words lit without touching the page: the CSS Custom Highlight API (CSS Custom Highlight API Module Level 1), and the
//! reader's selection where a browser has none.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Range;

use crate::platform::document::window;
use crate::platform::host::Host;
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
    fn get(this: &Registry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &Registry, name: &str);
}

/// Words of a block: its id, from and to in UTF-16 units of its text.
pub type TextRange<'a> = (&'a str, u32, u32);

/// Lights words under a name that styles know (`::highlight(NAME)`), in place of those lit before.
pub fn light<'a>(host: &Host, name: &str, words: impl IntoIterator<Item = TextRange<'a>>) {
    let ranges: Vec<Range> = words
        .into_iter()
        .filter_map(|(id, from, to)| range(&host.element(id)?, from, to))
        .collect();
    if HIGHLIGHTS.with(Option::is_none) {
        select(&ranges);
    }
    light_ranges(host, name, ranges);
}

/// The same with ranges of the page. The registry is the document's: what others have lit in it stays.
pub fn light_ranges(host: &Host, name: &str, mut ranges: Vec<Range>) {
    HIGHLIGHTS.with(|registry| {
        let Some(registry) = registry else { return };
        if let Some(lit) = registry.get(name) {
            for range in Array::from(&lit) {
                let range: Range = range.unchecked_into();
                if range
                    .start_container()
                    .is_ok_and(|start| !host.holds(&start))
                {
                    ranges.push(range);
                }
            }
        }
        if ranges.is_empty() {
            registry.delete(name);
        } else if let Ok(highlight) = Highlight::new(ranges) {
            registry.set(name, &highlight);
        }
    });
}

/// Removes the highlight of that name.
pub fn dim(host: &Host, name: &str) {
    light_ranges(host, name, Vec::new());
}

fn select(ranges: &[Range]) {
    if let (Some(range), Ok(Some(selection))) = (ranges.first(), window().get_selection()) {
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(range);
    }
}
