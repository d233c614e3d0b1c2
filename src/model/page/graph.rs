//! The drawing of all relations, as laid out when the page was built.

use serde::{Deserialize, Serialize};

/// The drawing of all relations, in CSS px from its top left corner; empty where nothing is related or too much.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Graph {
    pub width: u32,
    pub height: u32,
    /// Those that a relation leads from or to.
    pub nodes: Vec<GraphNode>,
    /// One for each row of the list of relations whose both ends have a note here, in the same order: ends, predicate and
    /// sources stand there.
    pub edges: Vec<GraphEdge>,
}

/// An entity in the drawing: a box 24 px high for its sign and name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GraphNode {
    /// Its row in [`Page::notes`](super::Page::notes).
    pub note: u32,
    /// Top left corner.
    pub x: u32,
    pub y: u32,
    pub width: u32,
}

/// A relation in the drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GraphEdge {
    /// Where the middle of its predicate's base line stands.
    pub x: u32,
    pub y: u32,
    /// SVG path data from the subject's box to the object's, open where the predicate stands.
    pub path: String,
}
