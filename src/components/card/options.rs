//! What a card looks like depends on the window and on what the reader has set.

/// How the card stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardOptions {
    /// At the foot of a small window, over everything else.
    pub sheet: bool,
    /// The sheet takes most of the window.
    pub tall: bool,
    /// There is room for another kept card.
    pub pinnable: bool,
    /// Peeks are on.
    pub peeks: bool,
    /// All mentions are listed, not only the first ones.
    pub all: bool,
}
