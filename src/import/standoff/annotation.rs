//! What files of annotations hold.

use crate::import::faults::Fault;

/// Words of a text that another program marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Annotation {
    /// Where the file has it: `annotation 3`.
    pub(super) place: String,
    /// The words; empty where only a place is given.
    pub(super) quote: String,
    /// Words before and behind.
    pub(super) prefix: String,
    pub(super) suffix: String,
    /// From and to in the text, in whatever the program counts.
    pub(super) range: Option<(usize, usize)>,
    /// Which of the file's texts it is of.
    pub(super) text: Option<usize>,
    /// What kind of thing it marks, as it is written.
    pub(super) label: String,
    /// Addresses, numbers or ids of what is meant.
    pub(super) ids: Vec<String>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct StandOff {
    pub(super) annotations: Vec<Annotation>,
    /// The texts themselves, where the file has them.
    pub(super) texts: Vec<String>,
    pub(super) faults: Vec<Fault>,
}
