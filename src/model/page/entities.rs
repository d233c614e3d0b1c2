//! The entities of the page as a list.

use serde::{Deserialize, Serialize};

use crate::model::kind::Kind;

/// An entity by name, for a link to its note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityLink {
    /// Slug of the entity.
    pub entity: String,
    pub kind: Kind,
    pub name: String,
    /// BCP 47, of the name; absent where it is not known.
    pub language: Option<String>,
}

/// An entity in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityRow {
    pub link: EntityLink,
    /// A few words on what it is.
    pub description: Option<String>,
    /// The block of each mention, counted from 1, in the order of the text.
    pub mentions: Vec<u32>,
}

/// All entities that have a note in the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityList {
    /// In the order of the notes.
    pub rows: Vec<EntityRow>,
    /// Rows in the order in which a reader looks up a name.
    pub by_name: Vec<u32>,
    /// Rows by number of mentions, most first.
    pub by_count: Vec<u32>,
    /// How many blocks the article has.
    pub blocks: u32,
    /// The page is long: drawings along the text are left to the app where scripts run.
    pub long: bool,
}
