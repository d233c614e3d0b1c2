//! What a card is about.

use std::rc::Rc;

/// An entity or a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// By its slug.
    Entity(Rc<str>),
    /// By its number.
    Footnote(u32),
}

impl Subject {
    /// Its address within the page.
    pub fn fragment(&self) -> Rc<str> {
        match self {
            Self::Entity(slug) => ["ent-", slug].concat().into(),
            Self::Footnote(number) => ["fn-", &number.to_string()].concat().into(),
        }
    }

    /// What a fragment is the address of.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        match fragment.strip_prefix("ent-") {
            Some(slug) => Some(slug.into()),
            None => Some(Self::Footnote(fragment.strip_prefix("fn-")?.parse().ok()?)),
        }
    }

    /// By which its card is known in the page.
    pub fn card(&self) -> Rc<str> {
        match self {
            Self::Entity(slug) => slug.clone(),
            Self::Footnote(_) => self.fragment(),
        }
    }

    /// The entity's slug.
    pub fn entity(&self) -> Option<&Rc<str>> {
        match self {
            Self::Entity(slug) => Some(slug),
            Self::Footnote(_) => None,
        }
    }
}

impl From<&str> for Subject {
    fn from(slug: &str) -> Self {
        Self::Entity(slug.into())
    }
}
