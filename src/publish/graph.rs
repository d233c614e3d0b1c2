//! The whole relation graph as a drawing: where each name and each relation's words stand, and the lines between.
//!
//! A layered drawing, arrows running down wherever they can, by the framework of Sugiyama, Tagawa and Toda (1981,
//! *Methods for visual understanding of hierarchical system structures*). A relation's words are a box on their line and
//! get a place like the names do, so nothing can overlap: boxes of one row keep their distance, and between rows
//! run lines only.
//!
//! | step | method |
//! |---|---|
//! | [`acyclic`] | Eades, Lin, Smyth 1993, *A fast and effective heuristic for the feedback arc set problem* |
//! | [`layers`] | rows of bounded width after Coffman and Graham 1972, then shorter lines as in Nikolov and Tarassov 2006 |
//! | [`order`] | Gansner, Koutsofios, North, Vo 1993, *A technique for drawing directed graphs*: sweeps and swaps |
//! | [`place`] | isotonic regression row by row, by pooling (Best and Chakravarti 1990) |
//!
//! # Why
//! Tried on the first article (32 names, 49 relations) and on 400 names with 800 relations: `dagre` 0.1.2 draws the
//! first 3712 px wide and takes 8.3 s for the second; `rust-sugiyama` 0.4.0 knows no words on lines, and its hash maps
//! are seeded by chance. Brandes and Köpf's coordinates (2001) cannot be told how wide a drawing may get; here a panel
//! shows 432 px of it.

mod acyclic;
mod grid;
mod layers;
mod order;
mod pack;
mod place;
mod room;
mod route;

use grid::Grid;
use room::Room;

/// All stands on columns this far apart, in CSS px: 0.3 kB less after brotli for the first article's drawing.
pub const COLUMN: i32 = 10;
/// Height of a name's box, in CSS px.
pub const NODE: i32 = 24;
/// Height of the box of a relation's words, in CSS px.
pub const LABEL: i32 = 18;

/// Something with relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// Of its sign and name, in CSS px: two columns or a multiple.
    pub width: i32,
}

/// A relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    /// Rows in the list of nodes; both may be the same.
    pub from: usize,
    pub to: usize,
    /// Width of its words, in CSS px: two columns or a multiple.
    pub label: i32,
}

/// A place, in CSS px from the drawing's top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub x: i32,
    pub y: i32,
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    pub width: i32,
    pub height: i32,
    /// Top left corner of each node's box, in the order given.
    pub nodes: Vec<Position>,
    /// In the order given.
    pub edges: Vec<Line>,
}

/// How a relation is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Top left corner of the box of its words.
    pub label: Position,
    /// On the border of the upper box.
    pub start: Position,
    /// SVG path data from there to the border of the lower box, open where the words stand.
    pub path: String,
    pub head: Head,
}

/// Where a relation's arrow stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Head {
    /// At the line's end, on the box below.
    #[default]
    Down,
    /// At the line's start, under the box above: it runs against the stream.
    Up,
    /// At the end of a loop, on the box to its left.
    Back,
}

impl Position {
    fn moved(self, by: Position) -> Self {
        Position {
            x: self.x + by.x,
            y: self.y + by.y,
        }
    }
}

/// Draws a graph. The same graph gives the same drawing.
pub fn layout(nodes: &[Node], edges: &[Edge]) -> Drawing {
    let parts = pack::components(nodes.len(), edges);
    let drawn = parts.into_iter().map(|part| {
        let local = |node: usize| {
            let row = part.nodes.binary_search(&node);
            row.expect("a component holds both ends of its edges")
        };
        let own: Vec<Node> = part.nodes.iter().map(|&node| nodes[node]).collect();
        let lines = part.edges.iter().map(|&row| {
            let edge = edges[row];
            Edge {
                from: local(edge.from),
                to: local(edge.to),
                ..edge
            }
        });
        let drawing = connected(&own, &lines.collect::<Vec<_>>());
        (part, drawing)
    });
    pack::together(drawn.collect(), nodes.len(), edges.len())
}

/// Draws a graph whose parts hang together.
fn connected(nodes: &[Node], edges: &[Edge]) -> Drawing {
    let backward = acyclic::backward(nodes.len(), edges);
    let (room, mut grid) = rows(nodes, edges, &backward);
    order::order(&mut grid);
    let grid = grid.split(room.width);
    let places = place::place(&grid, room.width);
    let mut drawing = route::draw(nodes, edges, &grid, &places);
    for (line, &backward) in drawing.edges.iter_mut().zip(&backward) {
        if backward {
            line.head = Head::Up;
        }
    }
    drawing
}

/// What stands in which row, and how wide a row may get; `backward` are the edges that run up.
fn rows(nodes: &[Node], edges: &[Edge], backward: &[bool]) -> (Room, Grid) {
    // Every arc runs down; loops stand beside their node and have none.
    let arcs: Vec<Option<(usize, usize)>> = edges
        .iter()
        .zip(backward)
        .map(|(edge, &backward)| match (edge.from, edge.to) {
            (from, to) if from == to => None,
            (from, to) if backward => Some((to, from)),
            ends => Some(ends),
        })
        .collect();
    let room = room::room(nodes, edges);
    let layers = layers::layers(&room, &arcs);
    let grid = Grid::new(&room, &layers, &arcs, edges);
    (room, grid)
}

#[cfg(test)]
mod tests;
