//! Which relations run against the stream, so that the others make no circle.

use crate::publish::graph::nodes::Edge;

/// Whether each edge runs backward: few do. The greedy order of Eades, Lin and Smyth (1993): sinks go to the end, sources
/// to the start, else the node with most more edges out than in.
pub(super) fn backward(nodes: usize, edges: &[Edge]) -> Vec<bool> {
    let mut degree = vec![Degree::default(); nodes];
    let mut around = vec![Vec::new(); nodes];
    for edge in edges.iter().filter(|edge| edge.from != edge.to) {
        degree[edge.from].out += 1;
        degree[edge.to].into += 1;
        around[edge.from].push((edge.to, true));
        around[edge.to].push((edge.from, false));
    }
    let mut place = vec![None; nodes];
    let (mut start, mut end) = (0, nodes);
    while start < end {
        let left = (0..nodes).filter(|&node| place[node].is_none());
        let node = left
            .min_by_key(|&node| degree[node].turn())
            .expect("one place is left for each node that has none");
        place[node] = Some(if degree[node].out == 0 {
            end -= 1;
            end
        } else {
            start += 1;
            start - 1
        });
        for &(other, out) in &around[node] {
            let count = if out {
                &mut degree[other].into
            } else {
                &mut degree[other].out
            };
            *count -= 1;
        }
    }
    edges
        .iter()
        .map(|edge| place[edge.from] > place[edge.to])
        .collect()
}

/// Edges of a node to and from those that have no place yet.
#[derive(Clone, Copy, Default)]
struct Degree {
    out: i32,
    into: i32,
}

impl Degree {
    /// Sinks first, then sources, then by surplus; among equals the first.
    fn turn(self) -> (i32, i32) {
        match self {
            Degree { out: 0, .. } => (0, 0),
            Degree { into: 0, .. } => (1, 0),
            Degree { out, into } => (2, into - out),
        }
    }
}
