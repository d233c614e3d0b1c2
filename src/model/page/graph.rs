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
    /// One for each relation between two that have a note here, row by row.
    pub edges: Vec<GraphEdge>,
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

/// A relation in the drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GraphEdge {
    /// Its row in the list of relations.
    pub row: u32,
    /// SVG path data of its line, open where the predicate stands.
    pub path: String,
    /// Where the middle of the predicate's base line stands.
    pub x: u32,
    pub y: u32,
    pub predicate: String,
}
