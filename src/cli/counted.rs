//! Numbers of things in messages.

use std::fmt::Display;

/// "1 page", "2 pages".
pub(super) fn counted(count: usize, word: impl Display) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
