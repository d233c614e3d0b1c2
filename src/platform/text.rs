//! Text as it stands in the page: its words, and places in it, counted in UTF-16 units as browsers do.

use web_sys::{Element, Range};

use crate::platform::document::document;

/// The words in an element.
pub fn of(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// How long its words are.
pub fn length(element: &Element) -> usize {
    of(element).encode_utf16().count()
}

/// How much of an element's text stands before another element in it.
pub fn offset(inside: &Element, element: &Element) -> Option<usize> {
    let before = document().create_range().ok()?;
    before.set_start(inside, 0).ok()?;
    before.set_end_before(element).ok()?;
    Some(String::from(before.to_string()).encode_utf16().count())
}

/// `NodeFilter.SHOW_TEXT`.
const TEXT: u32 = 4;

/// Words of an element as a range of the page, from and to.
pub fn range(element: &Element, from: u32, to: u32) -> Option<Range> {
    let range = document().create_range().ok()?;
    let walker = document()
        .create_tree_walker_with_what_to_show(element, TEXT)
        .ok()?;
    let (mut passed, mut started) = (0, false);
    while let Some(node) = walker.next_node().ok()? {
        let length = node.text_content()?.encode_utf16().count() as u32;
        if !started && from < passed + length {
            range.set_start(&node, from - passed).ok()?;
            started = true;
        }
        if started && to <= passed + length {
            range.set_end(&node, to - passed).ok()?;
            return Some(range);
        }
        passed += length;
    }
    None
}
