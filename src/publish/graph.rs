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
mod drawing;
mod grid;
mod layers;
mod nodes;
mod order;
mod pack;
mod place;
mod room;
mod route;

pub use crate::publish::graph::drawing::{COLUMN, Drawing, Head, LABEL, Line, NODE, Position};
pub use crate::publish::graph::nodes::{Edge, Node};

use grid::Grid;
use room::Room;

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
