//! What a reader did, in the page's terms.

use crate::components::card::CardHeight;
use crate::platform::document::Element;

/// What a reader did.
#[derive(Debug)]
pub(super) enum Gesture {
    /// A link to an entity or a footnote was pressed: its fragment, the mention's or sign's id if it is one, whether it stands in the card, and the
    /// link itself.
    Link {
        fragment: String,
        mention: Option<String>,
        inside: bool,
        /// The second press of a double click.
        again: bool,
        link: Element,
    },
    /// A link in the card that leads to a mention, by its id.
    Jump(String),
    /// A link to a view was pressed.
    View {
        slug: String,
        /// The entity that it is to show, or nothing.
        about: String,
        /// The second press of a double click.
        again: bool,
    },
    /// A link in a card or a view that leads into the text: the id there, the words meant (`data-words`), the link itself.
    Passage {
        id: String,
        words: Option<(u32, u32)>,
        link: Element,
    },
    /// A strip of an entity's mentions was pressed: its entity, and how far along, from 0 to 1.
    Strip {
        entity: String,
        along: f64,
    },
    /// The drawing of a timeline was pressed, so far along and down, from 0 to 1.
    Plot {
        along: f64,
        down: f64,
    },
    /// The edge along the article was pressed, so far down, from 0 to 1.
    Edge(f64),
    /// A link to an event, by its slug.
    Event(String),
    /// A finger let go of a sheet near one of its heights; below the lowest it closes.
    Sheet(Option<CardHeight>),
    /// The close link of a note that the page itself shows as a card.
    CloseNote,
    /// The peek was pressed.
    Peek,
    /// Anywhere that is neither the card nor a link.
    Outside,
    Escape,
    /// The search is wanted, and what is searched for.
    Find,
    /// A key that is no modifier, while the card has the focus.
    Key(String),
    /// A pointer or the focus is on a row on this entity; on none without.
    Row(Option<String>),
    /// A pointer that can hover came over a mention or a footnote's sign (its id, and the fragment it leads to), at a point.
    Over {
        mention: String,
        fragment: String,
        x: f64,
        y: f64,
    },
    OverPeek,
    /// It left a mention or the peek, at a point.
    Out {
        x: f64,
        y: f64,
    },
    /// It moves.
    Move {
        x: f64,
        y: f64,
    },
    Down,
    Scrolled,
    /// The window has another size.
    Resized,
    /// The page is no longer seen.
    Hidden,
    /// Other words are selected than before, or none.
    Selection,
    /// Back, forward, or a link within the page.
    Moved,
}
