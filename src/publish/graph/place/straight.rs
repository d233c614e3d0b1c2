//! Long lines without needless bends.

use crate::publish::graph::grid::{Cell, Grid};
use crate::publish::graph::place::spacing::{apart, on_column};

/// Rounds; what one line gives up, another can use.
const ROUNDS: usize = 4;

/// Lets each line run straight as far as its neighbours leave room: the fewest bends it can have beside them.
pub(super) fn straighten(grid: &Grid, ports: &[(i32, i32)], width: i32, x: &mut [i32]) {
    let mut beside = vec![(None, None); grid.cells.len()];
    for pair in grid.rows.iter().flat_map(|row| row.cells.windows(2)) {
        beside[pair[0]].1 = Some(pair[1]);
        beside[pair[1]].0 = Some(pair[0]);
    }
    let free = |cell: usize, x: &[i32]| {
        let own: &Cell = &grid.cells[cell];
        let (left, right) = beside[cell];
        let least = left.map_or(own.sides.left, |left: usize| {
            x[left] + apart(&grid.cells[left], own)
        });
        let most = right.map_or(width - own.sides.right, |right: usize| {
            x[right] - apart(own, &grid.cells[right])
        });
        (least, most)
    };
    for _ in 0..ROUNDS {
        for (chain, &(from, to)) in grid.chains.iter().zip(ports) {
            let [first, inner @ .., last] = chain.as_slice() else {
                continue;
            };
            let (start, end) = (x[*first] + from, x[*last] + to);
            let mut spans = vec![(start, start)];
            spans.extend(inner.iter().map(|&cell| free(cell, x)));
            spans.push((end, end));
            lay(inner, &spans, x);
        }
    }
}

/// Lays a chain's inner cells into their spans, as many in a row as have a place in common.
fn lay(inner: &[usize], spans: &[(i32, i32)], x: &mut [i32]) {
    let mut start = 0;
    while start < spans.len() {
        let (count, (least, most)) = common(&spans[start..]);
        // The first and the last span are the chain's ends, which stay.
        let own = &inner[start.saturating_sub(1)..(start + count - 1).min(inner.len())];
        let sum: i32 = own.iter().map(|&cell| x[cell]).sum();
        let mean = sum.checked_div(own.len() as i32).unwrap_or_default();
        own.iter()
            .for_each(|&cell| x[cell] = on_column(mean).clamp(least, most));
        start += count;
    }
}

/// How many of these spans, from the first, have a place in common, and where.
fn common(spans: &[(i32, i32)]) -> (usize, (i32, i32)) {
    let mut common = (i32::MIN, i32::MAX);
    for (count, span) in spans.iter().enumerate() {
        let both = (common.0.max(span.0), common.1.min(span.1));
        if both.0 > both.1 {
            return (count, common);
        }
        common = both;
    }
    (spans.len(), common)
}
