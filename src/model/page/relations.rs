//! How the page's entities are related, as a table and as a drawing.

use serde::{Deserialize, Serialize};

use crate::model::page::citation::Citation;
use crate::model::page::entities::EntityLink;
use crate::model::page::graph::Graph;

/// The relations of the page, each once, told from its subject's side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelationList {
    pub rows: Vec<RelationRow>,
    pub graph: Graph,
}

/// A relation in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelationRow {
    pub subject: EntityLink,
    pub predicate: String,
    pub object: RelationEnd,
    /// When it held, as a reader reads it.
    pub date: Option<String>,
    /// Whose view it is.
    pub claim: Option<String>,
    pub citations: Vec<Citation>,
}

/// What a relation leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RelationEnd {
    Entity(EntityLink),
    /// It has no note here.
    Name(String),
}
