//! How much room boxes and lines take, and how wide a drawing of them is to be.

use crate::publish::graph::nodes::{Edge, Node};

/// Between the boxes of two names, and of two relations' words, in CSS px.
pub(super) const APART: i32 = 20;
/// Between two lines, and between a line and a box, in CSS px.
pub(super) const BEND: i32 = 10;
/// From a name to the words of a relation with itself, in CSS px.
pub(super) const LOOP: i32 = 20;
/// A row's width, squared, to the width of all boxes together: what makes the drawing of an article's thirty or
/// forty names a little wider than high.
const SPREAD: i64 = 60;

/// How far a box reaches to both sides of the line through it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sides {
    pub(super) left: i32,
    pub(super) right: i32,
}

impl Sides {
    pub(super) fn around(width: i32) -> Self {
        Sides {
            left: width / 2,
            right: width - width / 2,
        }
    }

    pub(super) fn width(self) -> i32 {
        self.left + self.right
    }
}

/// What nodes need, and how wide a row should be.
pub(super) struct Room {
    pub(super) nodes: Vec<Sides>,
    pub(super) width: i32,
}

/// Measures nodes, each with its loops to its right.
pub(super) fn room(nodes: &[Node], edges: &[Edge]) -> Room {
    let mut sides: Vec<Sides> = nodes.iter().map(|node| Sides::around(node.width)).collect();
    for edge in edges.iter().filter(|edge| edge.from == edge.to) {
        sides[edge.from].right += LOOP + edge.label;
    }
    let boxes = sides.iter().map(|sides| sides.width());
    let widest = boxes.clone().max().unwrap_or_default();
    let labels = edges
        .iter()
        .filter(|edge| edge.from != edge.to)
        .map(|edge| edge.label);
    let sum: i64 = boxes
        .chain(labels)
        .map(|width| i64::from(width + APART))
        .sum();
    let square = i32::try_from((sum * SPREAD).isqrt()).unwrap_or(i32::MAX);
    Room {
        nodes: sides,
        width: square.max(widest),
    }
}
