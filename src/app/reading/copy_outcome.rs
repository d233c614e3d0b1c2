//! What came of copying.

use std::rc::Rc;

/// What came of copying.
#[derive(Clone, Debug, PartialEq)]
pub enum CopyOutcome {
    Copied,
    /// The browser does not let these words be copied: the reader does it by hand.
    Refused(Rc<str>),
}

/// What is shown of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Copying {
    pub outcome: Option<CopyOutcome>,
    /// Counts how often words were copied.
    pub(super) number: u32,
}
