//! What a publisher sets for the whole site.

use crate::model::kind::{Kind, KindName};

/// A link at the foot of every page: the imprint, a licence.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// A kind of entity that a site names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteKind {
    pub slug: String,
    pub name: KindName,
    pub kind: Kind,
}
