//! An entity's note: its text as it stands in the page.

use serde::{Deserialize, Serialize};

use crate::model::kind::Kind;
use crate::model::page::citation::{Citation, Class};
use crate::model::page::picture::Picture;
pub use crate::model::site::Name;
use crate::model::text::Text;

/// An entity's text as it stands in the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Slug of the entity.
    pub entity: String,
    pub kind: Kind,
    pub name: Name,
    /// Its names in other languages.
    pub native: Vec<Name>,
    /// Further words that mean it, for search.
    pub aliases: Vec<String>,
    /// A few words beside the kind.
    pub description: Option<String>,
    pub summary: Option<Summary>,
    /// The article's first, then background, then later ones.
    pub facts: Vec<NoteFact>,
    pub relations: Vec<NoteRelation>,
    /// In the order of the text; empty for an entity that only notes name.
    pub mentions: Vec<NoteMention>,
    pub place: Option<Location>,
    pub links: Vec<Elsewhere>,
    pub picture: Option<Picture>,
}

/// One or two sentences on an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Summary {
    Written(Text<String>),
    /// Nobody wrote one: the first sentence that mentions it, and its block.
    Sentence(String, u32),
}

/// One claim about an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteFact {
    pub class: Class,
    pub text: Text<String>,
    /// Whose view it is.
    pub claim: Option<String>,
    pub citations: Vec<Citation>,
}

/// A sentence about two entities, read from this one's side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteRelation {
    pub predicate: String,
    /// It stands in this entity's file; the other side shows the same relation turned round.
    pub is_subject: bool,
    /// Turned round without words for this side: read `other predicate this`.
    pub reversed: bool,
    /// Slug of the other entity, if it has a note here.
    pub other: Option<String>,
    pub other_name: String,
    pub other_kind: Kind,
    pub class: Class,
    pub claim: Option<String>,
    /// When it held, as a reader reads it.
    pub date: Option<String>,
    pub citations: Vec<Citation>,
}

/// One mention of the note's entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteMention {
    /// Counted from 1 among the mentions of this entity.
    pub number: u32,
    /// The block it stands in, counted from 1.
    pub block: u32,
    /// What the entity is in this passage.
    pub passage: Option<Text<String>>,
}

/// Where on earth, as a reader reads it: formatting numbers is no work for the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// "320 km south-west of Almaty", from the nearest other place of the page.
    pub near: Option<String>,
    /// "43.24° N, 76.92° E".
    pub words: String,
    pub approximate: bool,
}

/// A way to the same entity outside the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    pub label: String,
    pub href: String,
}
