//! What the reader's device is.

use crate::platform::document::window;

/// Whether its keyboard has a command key in the place of the control key.
pub fn is_mac() -> bool {
    let platform = window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}
