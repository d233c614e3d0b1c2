//! What an entity is. Adding a kind is a list of compile errors, which is the plan of work.

use serde::{Deserialize, Serialize};

/// The eight kinds of entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    Person,
    People,
    Place,
    Organisation,
    Event,
    Law,
    Policy,
    Concept,
}

impl Kind {
    /// All kinds, in the order in which keys and filters list them.
    pub const ALL: [Kind; 8] = [
        Kind::Person,
        Kind::People,
        Kind::Place,
        Kind::Organisation,
        Kind::Event,
        Kind::Law,
        Kind::Policy,
        Kind::Concept,
    ];

    /// The kind of that word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// The word for it in content files, markup and styles.
    pub fn slug(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::People => "people",
            Kind::Place => "place",
            Kind::Organisation => "organisation",
            Kind::Event => "event",
            Kind::Law => "law",
            Kind::Policy => "policy",
            Kind::Concept => "concept",
        }
    }
}
