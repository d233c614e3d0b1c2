//! What can be found, and with what it is shown.

use crate::model::kind::Kind;

/// What is found together, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Entities,
    Text,
    Footnotes,
    Facts,
    Timeline,
    Sources,
}

impl Group {
    pub const ALL: [Self; 6] = [
        Self::Entities,
        Self::Text,
        Self::Footnotes,
        Self::Facts,
        Self::Timeline,
        Self::Sources,
    ];
}

/// Something that can be found: an entity, a block, a fact, an event, a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What it is called in the page: `xi-jinping`, `p12`, `fact-xi-jinping-3`.
    pub id: String,
    /// The kind of the entity that it is, or is about.
    pub kind: Option<Kind>,
    /// How often the text mentions an entity.
    pub mentions: u32,
}

impl Entry {
    /// An entry with nothing but a name.
    pub fn named(id: String) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}
