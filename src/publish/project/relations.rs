//! The relations of a page as one drawing.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::page::{Graph, GraphEdge, GraphNode, Note};
use crate::publish::drawings::Drawings;
use crate::publish::graph::{COLUMN, Edge, Head, Line, Node, Position};
use crate::publish::lettering::{TextStyle, width};
use crate::publish::project::entity_link::link;

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
pub(super) fn graph(notes: &[Rc<Note>], drawings: &Drawings) -> Graph {
    let relations = relations_between(notes);
    let mut drawn: Vec<usize> = relations
        .iter()
        .flat_map(|one| [one.from, one.to])
        .collect();
    drawn.sort_unstable();
    drawn.dedup();
    if drawn.len() > MOST || relations.len() > MOST_RELATIONS {
        return Graph::default();
    }
    let box_of = |&row: &usize| Node {
        width: even(SIGN + width(&notes[row].name.text, TextStyle::Name) + AIR),
    };
    let nodes: Vec<Node> = drawn.iter().map(box_of).collect();
    let place = |row: usize| drawn.partition_point(|&one| one < row);
    let line_of = |one: &DrawnRelation| Edge {
        from: place(one.from),
        to: place(one.to),
        label: even(width(one.predicate, TextStyle::Predicate) + AIR),
    };
    let edges: Vec<Edge> = relations.iter().map(line_of).collect();
    let drawing = drawings.graph(&nodes, &edges);
    let corners = drawn.iter().zip(&nodes).zip(&drawing.nodes);
    let mut nodes: Vec<GraphNode> = corners
        .map(|((&row, node), corner)| drawn_node(&notes[row], node, corner))
        .collect();
    let labels = relations.iter().zip(&edges).zip(&drawing.edges);
    let mut edges: Vec<GraphEdge> = labels
        .map(|((relation, edge), line)| drawn_edge(relation, edge, line))
        .collect();
    // By keyboard, too, a reader goes through it row by row.
    nodes.sort_by_key(|node| (node.y, node.x));
    edges.sort_by_key(|edge| (edge.y, edge.x));
    Graph {
        width: px(drawing.width),
        height: px(drawing.height),
        nodes,
        edges,
    }
}

/// SVG path data of a line and its arrow's two strokes.
fn arrow(line: &Line) -> String {
    let (before, after) = match line.head {
        Head::Down => ("", "m-4-6 4 6 4-6"),
        Head::Up => ("m-4 6 4-6 4 6m-4-6", ""),
        Head::Back => ("", "m6-4-6 4 6 4"),
    };
    let Line { start, path, .. } = line;
    format!("M{} {}{before}{path}{after}", start.x, start.y)
}

/// A relation between two notes, by their rows.
struct DrawnRelation<'a> {
    /// Its row in the list of relations.
    row: usize,
    from: usize,
    to: usize,
    predicate: &'a str,
}

/// Relations whose both ends have a note, in the order of the list of relations.
fn relations_between(notes: &[Rc<Note>]) -> Vec<DrawnRelation<'_>> {
    let slugs = notes.iter().map(|note| note.entity.as_str());
    let rows: BTreeMap<&str, usize> = slugs.zip(0..).collect();
    let mut relations = Vec::new();
    let told = notes.iter().enumerate().flat_map(|(from, note)| {
        let own = note.relations.iter();
        own.filter(|relation| relation.is_subject)
            .map(move |relation| (from, relation))
    });
    for (row, (from, relation)) in told.enumerate() {
        let other = relation.other.as_deref().and_then(|other| rows.get(other));
        relations.extend(other.map(|&to| DrawnRelation {
            row,
            from,
            to,
            predicate: &relation.predicate,
        }));
    }
    relations
}

fn drawn_node(note: &Note, node: &Node, corner: &Position) -> GraphNode {
    GraphNode {
        link: link(note),
        x: px(corner.x),
        y: px(corner.y),
        width: px(node.width),
    }
}

fn drawn_edge(relation: &DrawnRelation, edge: &Edge, line: &Line) -> GraphEdge {
    GraphEdge {
        row: relation.row as u32,
        path: arrow(line),
        x: px(line.label.x + edge.label / 2),
        y: px(line.label.y + BASE),
        predicate: relation.predicate.to_owned(),
    }
}

/// The next even number of columns.
fn even(width: i32) -> i32 {
    (width as u32).next_multiple_of(2 * COLUMN as u32) as i32
}

fn px(length: i32) -> u32 {
    u32::try_from(length).expect("a drawing begins at its top left corner")
}
