//! The relations of a page as one drawing.

use std::collections::BTreeMap;

use crate::model::page::{Graph, GraphEdge, GraphNode, Note};
use crate::publish::graph::{Edge, Line, Node, Point, layout};
use crate::publish::lettering::{Style, width};

/// Entities that are drawn at most. Nobody reads a drawing of more, and it would take the build longer than a second.
const MOST: usize = 400;
/// Relations that are drawn at most, for the same reasons.
const MOST_RELATIONS: usize = 1000;
/// Before a name in its box, in CSS px: the sign, 12 wide, and the space after it.
const SIGN: i32 = 18;
/// Beside what stands in a box, on both sides together, in CSS px.
const AIR: i32 = 8;
/// From the upper side of the box of a relation's words to their base line, in CSS px.
const BASE: i32 = 13;

/// Lays out what the notes tell of each other. Names without a relation are left out.
pub(super) fn graph(notes: &[Note]) -> Graph {
    let told = told(notes);
    let mut drawn: Vec<usize> = told.iter().flat_map(|one| [one.from, one.to]).collect();
    drawn.sort_unstable();
    drawn.dedup();
    if drawn.len() > MOST || told.len() > MOST_RELATIONS {
        return Graph::default();
    }
    let box_of = |&row: &usize| Node {
        width: SIGN + width(&notes[row].name.text, Style::Name) + AIR,
    };
    let nodes: Vec<Node> = drawn.iter().map(box_of).collect();
    let place = |row: usize| drawn.partition_point(|&one| one < row);
    let line_of = |one: &Told| Edge {
        from: place(one.from),
        to: place(one.to),
        label: width(one.predicate, Style::Predicate) + AIR,
    };
    let edges: Vec<Edge> = told.iter().map(line_of).collect();
    let drawing = layout(&nodes, &edges);
    let corners = drawn.iter().zip(&nodes).zip(&drawing.nodes);
    let lines = edges.iter().zip(&drawing.edges);
    Graph {
        width: px(drawing.width),
        height: px(drawing.height),
        nodes: corners
            .map(|((&row, node), corner)| drawn_node(row, node, corner))
            .collect(),
        edges: lines.map(|(edge, line)| drawn_edge(edge, line)).collect(),
    }
}

/// A relation between two notes, by their rows.
struct Told<'a> {
    from: usize,
    to: usize,
    predicate: &'a str,
}

/// Relations whose both ends have a note, in the order of the list of relations.
fn told(notes: &[Note]) -> Vec<Told<'_>> {
    let slugs = notes.iter().map(|note| note.entity.as_str());
    let rows: BTreeMap<&str, usize> = slugs.zip(0..).collect();
    let mut told = Vec::new();
    for (from, note) in notes.iter().enumerate() {
        for relation in note.relations.iter().filter(|relation| relation.told_here) {
            let other = relation.other.as_deref().and_then(|other| rows.get(other));
            told.extend(other.map(|&to| Told {
                from,
                to,
                predicate: &relation.predicate,
            }));
        }
    }
    told
}

fn drawn_node(row: usize, node: &Node, corner: &Point) -> GraphNode {
    GraphNode {
        note: row as u32,
        x: px(corner.x),
        y: px(corner.y),
        width: px(node.width),
    }
}

fn drawn_edge(edge: &Edge, line: &Line) -> GraphEdge {
    GraphEdge {
        x: px(line.label.x + edge.label / 2),
        y: px(line.label.y + BASE),
        path: format!("M{} {}{}", line.start.x, line.start.y, line.path),
    }
}

fn px(length: i32) -> u32 {
    u32::try_from(length).expect("a drawing begins at its top left corner")
}
