//! Places in texts as browsers count them.

/// Part of what a group holds, in UTF-16 units from the beginning of its first text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitRange {
    pub start: usize,
    pub end: usize,
}
