//! What comes of asking for an edit.

use crate::model::editing::Refusal;

/// Files with what they are to hold, and what that does, in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// By path below the content folder. An entity's file comes before the article that names it.
    pub files: Vec<(String, Vec<u8>)>,
    pub told: String,
}

/// Why there is no edit: a cause with its cure.
pub(super) fn refusal(why: impl Into<String>) -> Refusal {
    Refusal {
        why: why.into(),
        outdated: false,
    }
}
