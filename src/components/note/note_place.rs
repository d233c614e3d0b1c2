//! A note is drawn in the page and in cards.

use yew::AttrValue;

/// Where a note is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotePlace {
    /// In the page, at the entity's address. It is the entity's card where no script runs.
    Page,
    /// In a card that was opened at a mention of the entity, or at none.
    Card {
        /// The id of its heading, which takes the focus.
        heading: AttrValue,
        /// The mention's number among those of the entity: of the passages only its own is shown.
        mention: Option<u32>,
    },
}
