//! From places to lines: SVG path data, and the drawing's own size.

use std::fmt::Write;

use crate::publish::graph::drawing::{Drawing, Head, LABEL, Line, NODE, Position};
use crate::publish::graph::grid::{CellKind, Grid};
use crate::publish::graph::nodes::{Edge, Node};
use crate::publish::graph::place::Places;
use crate::publish::graph::room::LOOP;

/// Between two rows, in CSS px: room for lines that run far to the side.
const GAP: i32 = 34;

/// Draws what has its place.
pub(super) fn draw(nodes: &[Node], edges: &[Edge], grid: &Grid, places: &Places) -> Drawing {
    let lines: Vec<Vec<i32>> = (0..edges.len())
        .map(|edge| line(grid, places, edge))
        .collect();
    let tops = tops(grid);
    let mut drawing = Drawing {
        width: places.width,
        height: tops.last().map_or(0, |top| top + NODE),
        nodes: vec![Position::default(); nodes.len()],
        edges: vec![Line::default(); edges.len()],
    };
    for (cell, x) in grid.cells.iter().zip(&places.x) {
        let corner = Position {
            x: x - cell.sides.left,
            y: tops[cell.row],
        };
        match cell.kind {
            CellKind::Node(node) => drawing.nodes[node] = corner,
            CellKind::Label(edge) => drawing.edges[edge].label = corner,
            CellKind::Bend => {}
        }
    }
    for (edge, x) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
    {
        let chain = &grid.chains[edge];
        let line = &mut drawing.edges[edge];
        line.start = Position {
            x: x[0],
            y: tops[grid.cells[chain[0]].row] + NODE,
        };
        line.path = down(grid, chain, x);
    }
    loops(nodes, edges, &mut drawing);
    drawing
}

/// Where an edge's line passes each cell of its chain.
fn line(grid: &Grid, places: &Places, edge: usize) -> Vec<i32> {
    let mut line: Vec<i32> = grid.chains[edge]
        .iter()
        .map(|&cell| places.x[cell])
        .collect();
    if let [first, .., last] = line.as_mut_slice() {
        *first += places.ports[edge].0;
        *last += places.ports[edge].1;
    }
    line
}

/// The upper side of each row.
fn tops(grid: &Grid) -> Vec<i32> {
    let mut y = 0;
    let rows = grid.rows.iter();
    rows.map(|row| {
        let top = y;
        y += row.height + GAP;
        top
    })
    .collect()
}

/// SVG path data from the lower side of a chain's first box to the upper side of its last, relative to its start. A line
/// that runs to the side is an S, straight at both ends.
fn down(grid: &Grid, chain: &[usize], line: &[i32]) -> String {
    let mut path = String::new();
    let mut straight = 0;
    for (step, &cell) in line.windows(2).zip(&chain[1..]) {
        let cell = &grid.cells[cell];
        match step[1] - step[0] {
            0 => straight += GAP,
            aside => {
                write(&mut path, 'v', &[std::mem::take(&mut straight)]);
                write(&mut path, 'c', &[0, GAP / 2, aside, GAP / 2, aside, GAP]);
            }
        }
        let height = grid.rows[cell.row].height;
        match cell.kind {
            CellKind::Bend => straight += height,
            CellKind::Label(_) => {
                write(&mut path, 'v', &[std::mem::take(&mut straight)]);
                write(&mut path, 'm', &[0, height]);
            }
            CellKind::Node(_) => write(&mut path, 'v', &[straight]),
        }
    }
    path
}

/// Adds a command, if it leads anywhere; a minus parts two numbers as well as a space.
fn write(data: &mut String, command: char, numbers: &[i32]) {
    if numbers.iter().all(|&number| number == 0) {
        return;
    }
    data.push(command);
    for (place, number) in numbers.iter().enumerate() {
        let space = if place > 0 && *number >= 0 { " " } else { "" };
        write!(data, "{space}{number}").expect("a string takes all that is written to it");
    }
}

/// Relations of a node with itself: from its side and back, the words behind.
fn loops(nodes: &[Node], edges: &[Edge], drawing: &mut Drawing) {
    let mut ends: Vec<i32> = nodes
        .iter()
        .zip(&drawing.nodes)
        .map(|(node, place)| place.x + node.width)
        .collect();
    for (edge, line) in edges
        .iter()
        .zip(&mut drawing.edges)
        .filter(|(edge, _)| edge.from == edge.to)
    {
        let Position { x, y } = drawing.nodes[edge.from];
        line.start = Position {
            x: x + nodes[edge.from].width,
            y: y + NODE / 2 - 5,
        };
        line.path = "c20-4 20 14 0 10".to_owned();
        line.head = Head::Back;
        line.label = Position {
            x: ends[edge.from] + LOOP,
            y: y + (NODE - LABEL) / 2,
        };
        ends[edge.from] += LOOP + edge.label;
    }
}
