//! How deep elements of a page may stand in each other.

use crate::import::error::ImportError;

/// Elements in each other: no page needs more, and what walks the tree goes as deep.
pub(super) const DEPTH: usize = 200;

/// Elements that may be open while a page is parsed, where some are moved: for each tag the parser looks through all of them.
pub(super) const OPEN: usize = DEPTH * 4;

/// What is said of a page that nests too deep.
pub(super) fn deep(file: &str) -> ImportError {
    let message = format!("elements of this page stand in each other more than {DEPTH} deep");
    let help = "save the page anew from where it was written, and import that";
    ImportError::new(file, message, help)
}
