//! Where the reader left an article, kept for the next visit.

use crate::platform::host::Host;
use crate::platform::{attributes, storage};

/// The block that was read last.
pub(super) fn remembered(host: &Host) -> Option<String> {
    storage::remembered(host, &key(host))
}

/// The block that is read now.
pub(super) fn remember(host: &Host, block: &str) {
    storage::remember(host, &key(host), block);
}

/// Under which it is kept: each article has its own.
fn key(host: &Host) -> String {
    ["place ", &attributes::article(host)].concat()
}
