//! What of the browser's history a layer stands on.

/// The history entries of a card or a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LayerEntry {
    /// We pushed its entry, so that going back closes the layer.
    pub pushed: bool,
    /// One more stands on it, pushed when the reader went from the layer into the text: going back leads to where they
    /// were, and to the layer as it was.
    pub jumped: bool,
    /// How many entries of ours the history holds, up to this one.
    pub depth: u32,
}

impl LayerEntry {
    /// How many of them we pushed.
    pub(super) fn count(self) -> u32 {
        u32::from(self.pushed) + u32::from(self.jumped)
    }
}
