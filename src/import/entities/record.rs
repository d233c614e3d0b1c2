//! Entities, facts and relations as other programs have them, and as they are written down.

/// An entity as another program has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct EntityRecord {
    /// Empty where it has none.
    pub(crate) id: String,
    /// As it is written; empty where nothing says it.
    pub(crate) kind: String,
    /// Each with its language, if that is known; the first is the main one.
    pub(crate) names: Vec<(String, Option<String>)>,
    pub(crate) aliases: Vec<String>,
    /// Ids that it had.
    pub(crate) former: Vec<String>,
    pub(crate) description: String,
    pub(crate) summary: String,
    pub(crate) private: bool,
    /// What it lacks is to be written before it is published.
    pub(crate) draft: bool,
    /// A value of TOML.
    pub(crate) image: Option<String>,
    pub(crate) place: Option<PlaceRecord>,
    /// Scheme and number.
    pub(crate) identifiers: Vec<(String, String)>,
    pub(crate) facts: Vec<FactRecord>,
    /// What its description and summary rest on.
    pub(crate) sources: Vec<String>,
    /// Whether its names are linked wherever they stand.
    pub(crate) unlinked: bool,
    /// Lines for the author, which become comments.
    pub(crate) hints: Vec<String>,
}

/// A claim about an entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FactRecord {
    pub(crate) text: String,
    pub(crate) sources: Vec<String>,
    /// EDTF, or empty.
    pub(crate) date: String,
    pub(crate) claim: String,
}

/// Where an entity is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PlaceRecord {
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
    pub(crate) approximate: bool,
    /// Kilometers.
    pub(crate) extent: Option<f64>,
}

/// A relation, its ends by id or name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RelationRecord {
    pub(crate) subject: String,
    pub(crate) predicate: String,
    pub(crate) object: String,
    pub(crate) inverse: String,
    pub(crate) sources: Vec<String>,
    pub(crate) claim: String,
    /// EDTF, or empty.
    pub(crate) date: String,
}

/// A fact as it is written down.
pub(crate) struct WrittenFact {
    /// Markdown.
    pub(crate) text: String,
    /// A value of TOML.
    pub(crate) source: String,
    pub(crate) date: String,
    pub(crate) claim: String,
}
