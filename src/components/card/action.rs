//! What the controls of a card do.

/// What a reader asks of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardAction {
    Close,
    Pin,
    Share,
    /// Copies how to cite the note.
    Cite,
    Taller,
    Lower,
    TogglePeeks,
    /// Along the trail.
    Back,
    Forward,
    /// To the mention after the one the card belongs to, or before it.
    Step {
        forward: bool,
    },
    ListAll,
}
