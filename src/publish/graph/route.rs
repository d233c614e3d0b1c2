//! From places to lines: SVG path data, and the drawing's own size.

use std::fmt::Write;

use crate::publish::graph::grid::{Grid, Kind};
use crate::publish::graph::place::Places;
use crate::publish::graph::room::LOOP;
use crate::publish::graph::{Drawing, Edge, Head, LABEL, Line, NODE, Node, Point};

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
        nodes: vec![Point::default(); nodes.len()],
        edges: vec![Line::default(); edges.len()],
    };
    for (spot, x) in grid.spots.iter().zip(&places.x) {
        let corner = Point {
            x: x - spot.sides.left,
            y: tops[spot.row],
        };
        match spot.kind {
            Kind::Node(node) => drawing.nodes[node] = corner,
            Kind::Label(edge) => drawing.edges[edge].label = corner,
            Kind::Bend => {}
        }
    }
    for (edge, x) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
    {
        let chain = &grid.chains[edge];
        let line = &mut drawing.edges[edge];
        line.start = Point {
            x: x[0],
            y: tops[grid.spots[chain[0]].row] + NODE,
        };
        line.path = down(grid, chain, x);
    }
    loops(nodes, edges, &mut drawing);
    drawing
}

/// Where an edge's line passes each spot of its chain.
fn line(grid: &Grid, places: &Places, edge: usize) -> Vec<i32> {
    let mut line: Vec<i32> = grid.chains[edge]
        .iter()
        .map(|&spot| places.x[spot])
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
    for (step, &spot) in line.windows(2).zip(&chain[1..]) {
        let spot = &grid.spots[spot];
        match step[1] - step[0] {
            0 => straight += GAP,
            aside => {
                write(&mut path, 'v', &[std::mem::take(&mut straight)]);
                write(&mut path, 'c', &[0, GAP / 2, aside, GAP / 2, aside, GAP]);
            }
        }
        let height = grid.rows[spot.row].height;
        match spot.kind {
            Kind::Bend => straight += height,
            Kind::Label(_) => {
                write(&mut path, 'v', &[std::mem::take(&mut straight)]);
                write(&mut path, 'm', &[0, height]);
            }
            Kind::Node(_) => write(&mut path, 'v', &[straight]),
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
        let Point { x, y } = drawing.nodes[edge.from];
        line.start = Point {
            x: x + nodes[edge.from].width,
            y: y + NODE / 2 - 5,
        };
        line.path = "c20-4 20 14 0 10".to_owned();
        line.head = Head::Back;
        line.label = Point {
            x: ends[edge.from] + LOOP,
            y: y + (NODE - LABEL) / 2,
        };
        ends[edge.from] += LOOP + edge.label;
    }
}
