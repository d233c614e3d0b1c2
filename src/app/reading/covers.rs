//! What a window has no room for beside the text.

/// What of the layers would stand over a place in the text, in this window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covers {
    /// A view takes the whole window.
    pub view: bool,
    /// A card stands over the text, not in the margin.
    pub card: bool,
}
