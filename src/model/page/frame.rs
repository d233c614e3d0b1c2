//! What the whole page shares.

use serde::{Deserialize, Serialize};

use crate::model::kind::Kind;
use crate::model::when::When;

/// What the whole page shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The article's slug.
    pub article: String,
    pub language: String,
    pub byline: Vec<String>,
    pub publisher: Option<String>,
    pub date: Option<When>,
    pub url: Option<String>,
    /// A `mailto:` address of whoever answers for the page; it ends in a subject, to which more may be added.
    pub contact: Option<String>,
    /// This copy holds only the beginning.
    pub excerpt: bool,
    /// Some fifteen minutes of reading or more: sections are laid out when they come near.
    pub long: bool,
    pub marks: Marks,
    /// How many blocks the article has.
    pub blocks: u32,
    /// How far down the article each block begins, in thousandths: by its text, an estimate until the page is laid out.
    pub block_offsets: Vec<u32>,
    /// How many mentioned entities there are of each kind, for the key; absent kinds are left out.
    pub kinds: Vec<(Kind, u32)>,
}

/// Which mentions are marked in body text, before the reader chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Marks {
    All,
    /// The first of each entity in each section.
    Section,
}

impl Marks {
    /// Its value in `html[data-marks]`.
    pub fn slug(self) -> &'static str {
        match self {
            Marks::All => "all",
            Marks::Section => "section",
        }
    }
}
