//! What a publisher chooses for all pages.

/// How a site is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    /// What only pages have that a server shows to their author; no published page has it.
    pub preview: Option<Preview<'a>>,
    /// Leave article, notes and lists to the app: the article rides in the page's data too.
    pub blank: bool,
}

/// What a server adds to a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview<'a> {
    /// Shows changes.
    pub script: &'a str,
    /// By it the page may ask for edits; empty where there are none.
    pub token: &'a str,
    /// What the editor is drawn with.
    pub style: &'a str,
}
