//! Works that a page cites.

use crate::model::page::Citation;
pub use crate::model::site::{Read, Reliability};

/// A work that the page cites.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    pub title: String,
    /// BCP 47; absent where it is the page's or not known.
    pub language: Option<String>,
    /// The mark that leads to it wherever it is cited.
    pub citation: Citation,
    pub read: Read,
    pub reliability: Reliability,
}
