//! Where the reader left an article, kept for the next visit.

use crate::platform::host::Host;
use crate::platform::storage;

/// The block that was read last.
pub(super) fn remembered(host: &Host, article: &str) -> Option<String> {
    storage::remembered(host, &key(article))
}

/// The block that is read now.
pub(super) fn remember(host: &Host, article: &str, block: &str) {
    storage::remember(host, &key(article), block);
}

/// Under which it is kept: each article has its own.
fn key(article: &str) -> String {
    ["place ", article].concat()
}
