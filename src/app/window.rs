//! What the size of the window decides: how a card stands, and whether a view covers the text.

use crate::components::measures::{MARGIN, SHEET, SMALL};
use crate::platform::layout::matches;

/// How a card stands in this window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CardLayout {
    Sheet,
    /// Beside the words that opened it.
    Anchored,
    Margin,
}

/// How a card stands now.
pub(super) fn card_layout() -> CardLayout {
    if matches(SHEET) {
        CardLayout::Sheet
    } else if matches(MARGIN) {
        CardLayout::Margin
    } else {
        CardLayout::Anchored
    }
}

/// Whether a view takes the whole window.
pub(super) fn view_covers() -> bool {
    matches(SMALL)
}
