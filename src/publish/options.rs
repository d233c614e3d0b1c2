//! What a publisher chooses for all pages.

/// How a site is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    /// The script by which a development server shows changes; no published page has one.
    pub reload: Option<&'a str>,
    /// Leave article, notes and lists to the app: the article rides in the page's data too.
    pub blank: bool,
}
