//! How good what was found is.

use std::cmp::Reverse;

/// The distance of what matches exactly and whole.
pub(super) const WHOLE: usize = 0;

/// The distance where the query is the beginning of a name, or of a word in it.
pub(super) const BEGUN: usize = 0x100;

/// The distance of an entity that has the words of a query scattered over its names and description. Distances between
/// these two are of beginnings with one error, then with two.
pub(super) const SCATTERED: usize = 0x400;

/// How good a hit is: the best comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// How far what was found is from the query.
    distance: usize,
    /// Of equals what is mentioned more comes first.
    mentions: Reverse<u32>,
}

impl Rank {
    pub(super) fn new(distance: usize, mentions: u32) -> Self {
        Self {
            distance,
            mentions: Reverse(mentions),
        }
    }
}
