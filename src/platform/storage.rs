//! What the browser keeps for the reader between visits: settings, the place of reading. Sites on one origin share its
//! storage, so every key begins with the path of the site's root; `static/theme.js` reads the same keys.

use web_sys::Url;

use crate::platform::document::{attribute, mark, root, window};

/// A setting as it holds now: `data-NAME` of the root element.
pub fn setting(name: &str) -> Option<String> {
    root()?.get_attribute(&["data-", name].concat())
}

/// Sets it and keeps it for the next visit; where storage is blocked it holds for this one. Empty, it is as if never set.
pub fn set(name: &str, value: &str) {
    if let Some(root) = root() {
        let attribute = ["data-", name].concat();
        mark(&root, &attribute, (!value.is_empty()).then_some(value));
    }
    remember(name, value);
}

/// What was kept at an earlier visit; `None` also where storage is blocked.
pub fn remembered(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&own(key)).ok()?
}

/// Keeps words for the next visit; empty ones are forgotten.
pub fn remember(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = if value.is_empty() {
            storage.remove_item(&own(key))
        } else {
            storage.set_item(&own(key), value)
        };
    }
}

/// The key of this site.
fn own(key: &str) -> String {
    let root = root()
        .map(|root| attribute(&root, "data-root"))
        .unwrap_or_default();
    let page = window().location().href().unwrap_or_default();
    let site = Url::new_with_base(&root, &page).map(|url| url.pathname());
    [&*site.unwrap_or_default(), " ", key].concat()
}
