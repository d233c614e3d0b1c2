//! A row of a list is drawn in the page and, once more, in views and on cards.

/// Where a row is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowPlace {
    /// In the page's own list, where it has an address.
    Page,
    /// Once more, in a view or on a card: its name stands in `data-id`.
    View,
}
