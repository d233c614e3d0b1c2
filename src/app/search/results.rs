//! What was found.

use crate::app::search::rank::Rank;
use crate::app::search::unit_range::UnitRange;

/// One thing found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit {
    /// Row of the entry in its group.
    pub entry: usize,
    /// What to highlight, in order; it may stand in several texts of the entry.
    pub marks: Vec<UnitRange>,
    /// Smaller is better.
    pub(super) rank: Rank,
}

/// What a group has for a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupResults {
    /// How many there are in all.
    pub total: usize,
    /// The best of them, best first.
    pub hits: Vec<Hit>,
}

/// What there is for a query, by [`Group`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    pub groups: [GroupResults; 6],
}
