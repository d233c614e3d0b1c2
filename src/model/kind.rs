//! What an entity is. Adding a kind is a list of compile errors, which is the plan of work; a site adds kinds of its own.

use serde::{Deserialize, Serialize};

/// The eight kinds of entity, and those that a site names.
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
    /// A site's own.
    Own(OwnKind),
}

/// A kind that a site names: its row among them, and the row in [`Kind::ALL`] of the kind whose hue and sign it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OwnKind {
    pub row: u32,
    like: u32,
}

/// What a kind is called that a site names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindName {
    /// One entity of it: "Ship".
    pub one: String,
    /// Several: "Ships".
    pub many: String,
}

impl Kind {
    /// The kinds that every site has, in the order in which keys and filters list them.
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

    /// A site's own kind, by its row among them.
    pub fn own(row: u32, like: Self) -> Self {
        let like = Self::ALL.into_iter().position(|kind| kind == like.like());
        let like = like.unwrap_or_default() as u32;
        Self::Own(OwnKind { row, like })
    }

    /// The kind whose hue, sign and nature it has: itself, unless it is a site's own.
    pub fn like(self) -> Self {
        match self {
            Self::Own(own) => {
                let all = Self::ALL.get(own.like as usize);
                all.copied().unwrap_or(Self::Concept)
            }
            kind => kind,
        }
    }

    /// What stands for it in forms.
    pub fn value(self) -> String {
        match self {
            Self::Own(own) => [self.slug(), "-", &own.row.to_string()].concat(),
            kind => kind.slug().to_owned(),
        }
    }

    /// The kind of that value.
    pub fn from_value(value: &str) -> Option<Self> {
        match value.split_once('-') {
            Some((like, row)) => Some(Self::own(row.parse().ok()?, Self::from_slug(like)?)),
            None => Self::from_slug(value),
        }
    }

    /// The word for its hue and sign in markup and styles, and, of those that every site has, in content files.
    pub fn slug(self) -> &'static str {
        match self.like() {
            Kind::Person => "person",
            Kind::People => "people",
            Kind::Place => "place",
            Kind::Organisation => "organisation",
            Kind::Event => "event",
            Kind::Law => "law",
            Kind::Policy => "policy",
            Kind::Concept | Kind::Own(_) => "concept",
        }
    }
}
