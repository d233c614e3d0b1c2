//! Why parts of a page are no text.

/// Why a part of a page is no part of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unread {
    /// Nothing in it is meant to be read, or it is told otherwise.
    Markup,
    Menu,
    Footer,
    Form,
    Dialog,
    Control,
    Drawing,
    Aside,
    Contents,
    Hidden,
    /// Beside the article.
    Outside,
}

impl Unread {
    /// What it is called, one and several.
    pub(super) fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Markup => ("markup", "markup"),
            Self::Menu => ("a menu", "menus"),
            Self::Footer => ("a footer", "footers"),
            Self::Form => ("a form", "forms"),
            Self::Dialog => ("a dialog", "dialogs"),
            Self::Control => ("a button or field", "buttons and fields"),
            Self::Drawing => ("a drawing", "drawings"),
            Self::Aside => ("an aside", "asides"),
            Self::Contents => (
                "a line of a table of contents",
                "lines of a table of contents",
            ),
            Self::Hidden => ("hidden words", "parts that are hidden"),
            Self::Outside => ("outside of the article", "parts outside of the article"),
        }
    }
}
