//! A content folder with what is suggested for it.

use std::path::Path;

use crate::compile::files::Files;
use crate::model::site::Site;
use crate::suggest::Suggestions;
use crate::suggest::refusals::Refusals;

/// A content folder and what is suggested for it.
pub(super) struct Suggested<'a> {
    pub(super) folder: &'a Path,
    pub(super) files: Files,
    pub(super) site: Site,
    pub(super) refusals: Refusals,
    pub(super) suggestions: Suggestions,
}
