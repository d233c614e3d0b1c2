//! The drawing of all relations, as laid out when the page was built.

use serde::{Deserialize, Serialize};

use crate::model::page::entities::EntityLink;

/// The drawing of all relations, in CSS px from its top left corner; empty where nothing is related or too much.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Graph {
    pub width: u32,
    pub height: u32,
    /// Those that a relation leads from or to, row by row.
    pub nodes: Vec<GraphNode>,
    /// SVG path data of all lines, open where predicates stand.
    pub path: String,
    /// One for each relation between two that have a note here, row by row.
    pub words: Vec<GraphWords>,
}

/// An entity in the drawing: a box 24 px high for its sign and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GraphNode {
    pub link: EntityLink,
    /// Top left corner.
    pub x: u32,
    pub y: u32,
    pub width: u32,
}

/// A relation's words in the drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GraphWords {
    /// Where the middle of their base line stands.
    pub x: u32,
    pub y: u32,
    pub predicate: String,
}
