//! Where a text stands: some signs are marks only at such places.

use crate::model::site::{ContainerKind, Form};

/// What a text is part of.
#[derive(Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) form: Form,
    /// The innermost container around it.
    pub(crate) inside: Option<ContainerKind>,
}
