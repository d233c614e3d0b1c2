//! What is known of an article that is cited.

use crate::model::when::When;
use crate::publish::project::cited::author::Author;

/// What a citation tells.
pub(super) struct CitationData<'a> {
    pub(super) authors: Vec<Author<'a>>,
    pub(super) title: &'a str,
    pub(super) publisher: Option<&'a str>,
    pub(super) date: Option<&'a When>,
    /// When it was last changed.
    pub(super) updated: Option<&'a When>,
    pub(super) url: Option<&'a str>,
    /// Its name in this site.
    pub(super) slug: &'a str,
    /// BCP 47.
    pub(super) language: &'a str,
}
