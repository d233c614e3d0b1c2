//! How blocks are set, and what they stand in together.

use serde::{Deserialize, Serialize};

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    Title,
    /// Level 2 to 6.
    Heading(u8),
    Paragraph,
    /// Who said what is quoted: the last line of a quotation.
    Attribution,
    /// Letter for letter, with its spaces and ends of lines.
    Preformatted,
    /// A picture, whose caption is its text.
    Figure,
    /// Its text is cells, row by row; those of the first row head the columns.
    Table {
        columns: u32,
    },
}

/// What several blocks stand in together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Container {
    pub kind: ContainerKind,
    /// Tells it from its neighbours.
    pub number: u32,
}

/// What sort of container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContainerKind {
    Quotation,
    /// A quotation of the article's own words, set large.
    PullQuotation,
    List {
        /// The number of the first entry; without one they are not numbered.
        first: Option<u32>,
    },
    /// An entry of a list.
    Item,
}
