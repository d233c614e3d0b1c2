//! What the browser keeps for the reader between visits: settings, the place of reading. Sites on one origin share its
//! storage, so every key begins with its host's prefix; for a page that is the path of the site's root, as
//! `static/theme.js` has it.

use crate::platform::document::{set_attribute, window};
use crate::platform::host::Host;

/// A setting as it holds now: `data-NAME` of the root.
pub fn setting(host: &Host, name: &str) -> Option<String> {
    host.root.get_attribute(&attribute_of(name))
}

/// Sets it and keeps it for the next visit; where storage is blocked it holds for this one. Empty, it is as if never set.
pub fn set(host: &Host, name: &str, value: &str) {
    let value = Some(value).filter(|value| !value.is_empty());
    set_attribute(&host.root, &attribute_of(name), value);
    remember(host, name, value.unwrap_or_default());
}

/// Sets what was kept at an earlier visit.
pub fn restore(host: &Host, names: &[&str]) {
    for name in names {
        if let Some(value) = remembered(host, name) {
            set_attribute(&host.root, &attribute_of(name), Some(&value));
        }
    }
}

/// What was kept at an earlier visit; `None` also where storage is blocked.
pub fn remembered(host: &Host, key: &str) -> Option<String> {
    let storage = window().local_storage().ok()??;
    storage.get_item(&own(host, key)).ok()?
}

/// Keeps words for the next visit; empty ones are forgotten.
pub fn remember(host: &Host, key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let key = own(host, key);
        let _ = if value.is_empty() {
            storage.remove_item(&key)
        } else {
            storage.set_item(&key, value)
        };
    }
}

/// What was kept earlier at this visit: in this tab, until it is closed.
pub fn remembered_in_visit(host: &Host, key: &str) -> Option<String> {
    let storage = window().session_storage().ok()??;
    storage.get_item(&own(host, key)).ok()?
}

/// Keeps words for this visit, over reloads and ways to other pages and back.
pub fn remember_in_visit(host: &Host, key: &str, value: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(&own(host, key), value);
    }
}

fn attribute_of(setting: &str) -> String {
    ["data-", setting].concat()
}

/// The key of this host.
fn own(host: &Host, key: &str) -> String {
    [&*host.storage_prefix, " ", key].concat()
}
