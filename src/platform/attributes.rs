//! Attributes of elements that the app did not draw.

use crate::platform::document::{attribute, closest, set_attribute};
use crate::platform::host::Host;

/// Whether the text runs from right to left.
pub fn is_mirrored(host: &Host) -> bool {
    closest(&host.root, "[dir]").is_some_and(|mirrored| attribute(&mirrored, "dir") == "rtl")
}

/// Sets an attribute on an element that the app does not draw. A page changed by others may lack it: nothing is done then.
pub fn set(host: &Host, id: &str, attribute: &str, value: &str) {
    if let Some(element) = host.element(id) {
        set_attribute(&element, attribute, Some(value));
    }
}

/// Takes it away again.
pub fn unset(host: &Host, id: &str, attribute: &str) {
    if let Some(element) = host.element(id) {
        set_attribute(&element, attribute, None);
    }
}

/// Whether the element with this id is what the page's address led to (`:target`), which `pushState` does not change.
pub fn is_target(host: &Host, id: &str) -> bool {
    let target = host.find(":target");
    target.is_some_and(|target| attribute(&target, "id") == id)
}
