//! What is open while a text is read.

use crate::import::document::{Block, Inline, Style};

/// Blocks that are open.
pub(super) enum Frame {
    Text,
    Quotation,
    List(Option<u64>, Vec<Vec<Block>>),
    Entry,
    Footnote(String),
    /// Its rows.
    Table(Vec<Vec<Vec<Inline>>>),
}

/// Words that are open.
pub(super) enum Words {
    Paragraph,
    Heading(u8),
    Cell,
    Styled(Style),
    Link(String),
    Mention(String),
    /// The same without words of its own: whom it means, and what that is called.
    Bare(Option<String>, String),
    /// A picture: its address.
    Picture(String),
    /// Nothing of its own.
    Plain,
}
