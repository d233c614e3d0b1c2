//! What a card looks like depends on the window and on what the reader has set.

use crate::components::card::height::CardHeight;

/// How the card stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardOptions {
    /// At the foot of a small window, over everything else.
    pub sheet: bool,
    pub height: CardHeight,
    /// There is room for another kept card.
    pub pinnable: bool,
    /// Peeks are on.
    pub peeks: bool,
    /// All mentions are listed, not only the first ones.
    pub all: bool,
}

impl CardOptions {
    /// Whether the text behind waits: a sheet that is not lowered stands over a veil.
    pub fn is_modal(self) -> bool {
        self.sheet && self.height != CardHeight::Lowered
    }
}
