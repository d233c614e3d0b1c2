//! From places to lines: SVG path data, and the drawing's own size.

use std::fmt::Write;

use crate::publish::graph::grid::{Grid, Kind};
use crate::publish::graph::place::Places;
use crate::publish::graph::room::LOOP;
use crate::publish::graph::{Drawing, Edge, LABEL, Line, NODE, Node, Point};

/// Between two rows at least, in CSS px: an arrow's head and a little line.
const NEAR: i32 = 14;
/// Between two rows at most, where lines run far to the side.
const FAR: i32 = 44;
/// Px to the side for which two rows stand one px further apart.
const SLOPE: i32 = 12;

/// Draws what has its place.
pub(super) fn draw(
    nodes: &[Node],
    edges: &[Edge],
    backward: &[bool],
    grid: &Grid,
    places: &Places,
) -> Drawing {
    let lines: Vec<Vec<i32>> = (0..edges.len())
        .map(|edge| line(grid, places, edge))
        .collect();
    let tops = tops(grid, &lines);
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
        let mut path = down(grid, &grid.chains[edge], x, &tops);
        if backward[edge] {
            path = path.turned();
        }
        let line = &mut drawing.edges[edge];
        line.start = path.start;
        line.path = path.data();
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
fn tops(grid: &Grid, lines: &[Vec<i32>]) -> Vec<i32> {
    let mut aside = vec![0; grid.rows.len()];
    for (chain, line) in grid.chains.iter().zip(lines) {
        for (&spot, step) in chain.iter().zip(line.windows(2)) {
            let most = &mut aside[grid.spots[spot].row];
            *most = step[0].abs_diff(step[1]).max(*most);
        }
    }
    let mut y = 0;
    let rows = grid.rows.iter().zip(aside);
    rows.map(|(row, aside)| {
        let top = y;
        y += row.height + (NEAR + aside as i32 / SLOPE).min(FAR);
        top
    })
    .collect()
}

/// A line as it is drawn.
struct Path {
    start: Point,
    pieces: Vec<Piece>,
}

/// A piece of a line, by how far it leads.
#[derive(Clone, Copy)]
enum Piece {
    Straight(i32),
    /// Where words stand.
    Open(i32),
    /// To the side and down or up: an S, straight at both ends.
    Bent(i32, i32),
}

/// From the lower side of a chain's first box to the upper side of its last.
fn down(grid: &Grid, chain: &[usize], line: &[i32], tops: &[i32]) -> Path {
    let top = tops[grid.spots[chain[0]].row] + NODE;
    let mut y = top;
    let mut pieces = Vec::new();
    for (step, &spot) in line.windows(2).zip(&chain[1..]) {
        let spot = &grid.spots[spot];
        let (aside, gap) = (step[1] - step[0], tops[spot.row] - y);
        pieces.push(if aside == 0 {
            Piece::Straight(gap)
        } else {
            Piece::Bent(aside, gap)
        });
        let height = grid.rows[spot.row].height;
        pieces.push(match spot.kind {
            Kind::Label(_) => Piece::Open(height),
            Kind::Node(_) | Kind::Bend => Piece::Straight(height),
        });
        y += gap + height;
    }
    // The last box itself.
    pieces.pop();
    Path {
        start: Point { x: line[0], y: top },
        pieces,
    }
}

impl Path {
    /// The same from its other end.
    fn turned(self) -> Self {
        let mut end = self.start;
        let back = |piece: &Piece| match *piece {
            Piece::Straight(y) => Piece::Straight(-y),
            Piece::Open(y) => Piece::Open(-y),
            Piece::Bent(x, y) => Piece::Bent(-x, -y),
        };
        for piece in &self.pieces {
            let (x, y) = match *piece {
                Piece::Straight(y) | Piece::Open(y) => (0, y),
                Piece::Bent(x, y) => (x, y),
            };
            end = Point {
                x: end.x + x,
                y: end.y + y,
            };
        }
        Path {
            start: end,
            pieces: self.pieces.iter().rev().map(back).collect(),
        }
    }

    /// SVG path data, relative to its start.
    fn data(&self) -> String {
        let mut data = String::new();
        let mut straight = 0;
        for piece in &self.pieces {
            if let Piece::Straight(y) = piece {
                straight += y;
                continue;
            }
            write(&mut data, 'v', &[std::mem::take(&mut straight)]);
            match *piece {
                Piece::Straight(_) => {}
                Piece::Open(y) => write(&mut data, 'm', &[0, y]),
                Piece::Bent(x, y) => write(&mut data, 'c', &[0, y / 2, x, y - y / 2, x, y]),
            }
        }
        write(&mut data, 'v', &[straight]);
        data
    }
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
        line.label = Point {
            x: ends[edge.from] + LOOP,
            y: y + (NODE - LABEL) / 2,
        };
        ends[edge.from] += LOOP + edge.label;
    }
}
