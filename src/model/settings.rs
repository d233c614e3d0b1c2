//! What a publisher sets for the whole site.

use serde::{Deserialize, Serialize};

use crate::model::kind::{Kind, KindName};

/// A link at the foot of every page: the imprint, a licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FootLink {
    pub text: String,
    pub url: String,
}

/// A colour in the place of one of the reader's own, each `#` and six digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Its name in the styles, such as `paper`.
    pub name: &'static str,
    pub light: String,
    pub dark: String,
}

/// A kind of entity that a site names, or what stands for the kind of drafts that have none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteKind {
    /// Empty for drafts without a kind.
    pub slug: String,
    pub name: KindName,
    pub kind: Kind,
}

impl SiteKind {
    /// Whether the site names it.
    pub fn is_named(&self) -> bool {
        !self.slug.is_empty()
    }
}
