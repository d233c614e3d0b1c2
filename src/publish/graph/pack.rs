//! Parts of a graph that do not hang together, and their drawings side by side.

use crate::publish::graph::drawing::{Drawing, Line, Position};
use crate::publish::graph::nodes::Edge;

/// Between two parts, in CSS px.
const APART: i32 = 30;

/// Nodes that hang together, and the edges between them.
pub(super) struct Component {
    /// In ascending order.
    pub(super) nodes: Vec<usize>,
    pub(super) edges: Vec<usize>,
}

/// The components of a graph, in the order of their first node.
pub(super) fn components(nodes: usize, edges: &[Edge]) -> Vec<Component> {
    let mut around = vec![Vec::new(); nodes];
    for edge in edges {
        around[edge.from].push(edge.to);
        around[edge.to].push(edge.from);
    }
    let mut part_of = vec![usize::MAX; nodes];
    let mut parts = Vec::new();
    for start in 0..nodes {
        if part_of[start] != usize::MAX {
            continue;
        }
        let mut part = Component {
            nodes: Vec::new(),
            edges: Vec::new(),
        };
        let mut open = vec![start];
        part_of[start] = parts.len();
        while let Some(node) = open.pop() {
            part.nodes.push(node);
            for &other in &around[node] {
                if part_of[other] == usize::MAX {
                    part_of[other] = parts.len();
                    open.push(other);
                }
            }
        }
        part.nodes.sort_unstable();
        parts.push(part);
    }
    for (row, edge) in edges.iter().enumerate() {
        parts[part_of[edge.from]].edges.push(row);
    }
    parts
}

/// One drawing of all, the highest first, on shelves as wide as the widest or as makes a square.
pub(super) fn together(
    mut parts: Vec<(Component, Drawing)>,
    nodes: usize,
    edges: usize,
) -> Drawing {
    parts.sort_by_key(|(_, drawing)| -drawing.height);
    let area: i64 = parts
        .iter()
        .map(|(_, one)| i64::from(one.width + APART) * i64::from(one.height + APART))
        .sum();
    let widest = parts
        .iter()
        .map(|(_, one)| one.width)
        .max()
        .unwrap_or_default();
    let shelf = i32::try_from((area * 3 / 2).isqrt())
        .unwrap_or(i32::MAX)
        .max(widest);
    let mut whole = Drawing {
        nodes: vec![Position::default(); nodes],
        edges: vec![Line::default(); edges],
        ..Drawing::default()
    };
    let mut at = Position::default();
    let mut next = 0;
    for (part, drawing) in parts {
        if at.x > 0 && at.x + drawing.width > shelf {
            at = Position { x: 0, y: next };
        }
        next = next.max(at.y + drawing.height + APART);
        whole.width = whole.width.max(at.x + drawing.width);
        whole.height = whole.height.max(at.y + drawing.height);
        let across = drawing.width + APART;
        for (&node, place) in part.nodes.iter().zip(drawing.nodes) {
            whole.nodes[node] = place.moved(at);
        }
        for (&edge, line) in part.edges.iter().zip(drawing.edges) {
            whole.edges[edge] = Line {
                start: line.start.moved(at),
                label: line.label.moved(at),
                ..line
            };
        }
        at.x += across;
    }
    whole
}
