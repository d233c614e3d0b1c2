//! Which row each name stands in: below all that point to it, in rows of bounded width.

use std::cmp::Reverse;

use crate::publish::graph::grid::Arc;
use crate::publish::graph::room::{APART, BEND, Room};

/// Rounds of moving names to where their lines are shorter; they settle after some five.
const ROUNDS: usize = 24;
/// Px over a row's width that are as bad as a line that is one row longer; twice as many are four times as bad.
const OVER: i64 = 200;

/// The layer of each node, counted from the top; every arc leads at least one layer down.
pub(super) fn layers(room: &Room, arcs: &[Arc]) -> Vec<usize> {
    let mut ends = Ends {
        above: vec![Vec::new(); room.nodes.len()],
        below: vec![Vec::new(); room.nodes.len()],
    };
    for &(from, to) in arcs.iter().flatten() {
        ends.below[from].push(to);
        ends.above[to].push(from);
    }
    let mut layers = schedule(room, &ends);
    shorten(room, &ends, &mut layers);
    without_gaps(&mut layers);
    layers
}

/// Who points to a node, and whom it points to.
struct Ends {
    above: Vec<Vec<usize>>,
    below: Vec<Vec<usize>>,
}

impl Ends {
    /// Arcs from a node to the end of its longest way down.
    fn heights(&self) -> Vec<usize> {
        let mut heights = vec![0; self.below.len()];
        let mut open: Vec<usize> = self.below.iter().map(Vec::len).collect();
        let mut ready: Vec<usize> = (0..open.len()).filter(|&node| open[node] == 0).collect();
        while let Some(node) = ready.pop() {
            for &above in &self.above[node] {
                heights[above] = heights[above].max(heights[node] + 1);
                open[above] -= 1;
                if open[above] == 0 {
                    ready.push(above);
                }
            }
        }
        heights
    }
}

/// Coffman and Graham's list: from the top, those first from which the longest way leads down, while the row has room.
fn schedule(room: &Room, ends: &Ends) -> Vec<usize> {
    let heights = ends.heights();
    let mut layers = vec![0; heights.len()];
    let mut open: Vec<usize> = ends.above.iter().map(Vec::len).collect();
    let mut ready: Vec<usize> = (0..open.len()).filter(|&node| open[node] == 0).collect();
    // Lines that pass the row; they get no more than half of it, or a row would hold one name.
    let mut lines = 0;
    for layer in 0.. {
        ready.sort_by_key(|&node| (Reverse(heights[node]), node));
        let mut used = (lines * BEND).min(room.width / 2);
        let mut taken = Vec::new();
        ready.retain(|&node| {
            let width = room.nodes[node].width() + APART;
            let fits = taken.is_empty() || used + width <= room.width;
            if fits {
                used += width;
                taken.push(node);
            }
            !fits
        });
        for &node in &taken {
            layers[node] = layer;
            lines += ends.below[node].len() as i32 - ends.above[node].len() as i32;
            for &below in &ends.below[node] {
                open[below] -= 1;
                if open[below] == 0 {
                    ready.push(below);
                }
            }
        }
        if ready.is_empty() {
            break;
        }
    }
    layers
}

/// Moves nodes between those above and those below them while that makes lines shorter or wide rows narrower.
fn shorten(room: &Room, ends: &Ends, layers: &mut [usize]) {
    let depth = layers.iter().max().map_or(0, |last| last + 1);
    let mut used = vec![0; depth];
    for (node, sides) in room.nodes.iter().enumerate() {
        used[layers[node]] += sides.width() + APART;
    }
    for _ in 0..ROUNDS {
        let mut moved = false;
        for node in 0..layers.len() {
            let width = room.nodes[node].width() + APART;
            let first = ends.above[node]
                .iter()
                .map(|&above| layers[above] + 1)
                .max()
                .unwrap_or(0);
            let end = ends.below[node]
                .iter()
                .map(|&below| layers[below])
                .min()
                .unwrap_or(depth);
            let here = layers[node];
            used[here] -= width;
            let pull = ends.above[node].len() as i64 - ends.below[node].len() as i64;
            let cost = |layer: usize| {
                let over = i64::from((used[layer] + width - room.width).max(0));
                (
                    pull * layer as i64 * OVER + over * over / OVER,
                    layer.abs_diff(here),
                )
            };
            let best = (first..end)
                .min_by_key(|&layer| cost(layer))
                .unwrap_or(here);
            used[best] += width;
            layers[node] = best;
            moved |= best != here;
        }
        if !moved {
            break;
        }
    }
}

/// Takes out layers that have become empty.
fn without_gaps(layers: &mut [usize]) {
    let mut taken: Vec<usize> = layers.to_vec();
    taken.sort_unstable();
    taken.dedup();
    for layer in layers {
        *layer = taken.partition_point(|one| one < layer);
    }
}
