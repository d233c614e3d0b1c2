//! Who stands beside whom in a row, so that few lines cross.

use crate::publish::graph::grid::{Grid, Row};

/// Sweeps down and up from a start; they settle after some five.
const SWEEPS: usize = 8;
/// Starts, of which the best is kept; more than twelve found nothing better.
const STARTS: usize = 12;
/// Rounds of swaps after a sweep, at most.
const SWAPS: usize = 4;
/// Spots swept, over all sweeps from all starts: what bounds the time that large graphs take.
const WORK: usize = 200_000;

/// Orders all rows.
pub(super) fn order(grid: &mut Grid) {
    let spots = grid.spots.len();
    let sweeps = (WORK / spots.max(1)).clamp(2, SWEEPS * STARTS);
    let starts = sweeps.div_ceil(SWEEPS);
    let mut best: Option<(usize, Vec<Row>)> = None;
    for sweep in 0..sweeps {
        if sweep % SWEEPS == 0 {
            begin(grid, sweep / SWEEPS * spots / starts);
        }
        gather(grid, sweep % 2 == 0);
        swap(grid);
        let crossings = crossings(grid);
        if best.as_ref().is_none_or(|(least, _)| crossings < *least) {
            best = Some((crossings, grid.rows.clone()));
        }
    }
    if let Some((_, rows)) = best {
        grid.rows = rows;
    }
}

/// Rows as a walk along the lines meets their spots.
fn begin(grid: &mut Grid, first: usize) {
    grid.rows.iter_mut().for_each(|row| row.spots.clear());
    let mut met = vec![false; grid.spots.len()];
    for start in (first..grid.spots.len()).chain(0..first) {
        let mut open = vec![start];
        while let Some(spot) = open.pop() {
            if std::mem::replace(&mut met[spot], true) {
                continue;
            }
            let one = &grid.spots[spot];
            grid.rows[one.row].spots.push(spot);
            open.extend(one.up.iter().chain(&one.down).rev());
        }
    }
}

/// Row by row, each spot goes to the mean of its neighbours in the row before.
fn gather(grid: &mut Grid, down: bool) {
    let mut ranks = grid.ranks();
    let count = grid.rows.len();
    for step in 1..count {
        let row = if down { step } else { count - 1 - step };
        let mut line = std::mem::take(&mut grid.rows[row].spots);
        line.sort_by_key(|&spot| {
            let near = if down {
                &grid.spots[spot].up
            } else {
                &grid.spots[spot].down
            };
            let sum: usize = near.iter().map(|&other| ranks[other]).sum();
            // In thousandths; a spot without neighbours keeps its place.
            (sum * 1000)
                .checked_div(near.len())
                .unwrap_or(ranks[spot] * 1000)
        });
        for (rank, &spot) in line.iter().enumerate() {
            ranks[spot] = rank;
        }
        grid.rows[row].spots = line;
    }
}

/// Swaps neighbours while fewer lines cross for it.
fn swap(grid: &mut Grid) {
    let mut ranks = grid.ranks();
    for _ in 0..SWAPS {
        let mut swapped = false;
        for row in &mut grid.rows {
            for left in 1..row.spots.len() {
                let (a, b) = (row.spots[left - 1], row.spots[left]);
                let (a_near, b_near) = (&grid.spots[a], &grid.spots[b]);
                let now = inverted(&a_near.up, &b_near.up, &ranks)
                    + inverted(&a_near.down, &b_near.down, &ranks);
                let then = inverted(&b_near.up, &a_near.up, &ranks)
                    + inverted(&b_near.down, &a_near.down, &ranks);
                if then < now {
                    row.spots.swap(left - 1, left);
                    ranks.swap(a, b);
                    swapped = true;
                }
            }
        }
        if !swapped {
            break;
        }
    }
}

/// How often a neighbour of the left spot stands right of one of the right spot's.
fn inverted(left: &[usize], right: &[usize], ranks: &[usize]) -> usize {
    left.iter()
        .map(|&one| {
            right
                .iter()
                .filter(|&&other| ranks[other] < ranks[one])
                .count()
        })
        .sum()
}

/// Crossings of lines between all rows: Barth, Jünger and Mutzel 2002, by a tree of sums.
fn crossings(grid: &Grid) -> usize {
    let ranks = grid.ranks();
    let mut crossings = 0;
    for rows in grid.rows.windows(2) {
        let size = rows[1].spots.len();
        let mut sums = vec![0; size + 1];
        let mut met = 0;
        for &spot in &rows[0].spots {
            let mut ends: Vec<usize> = grid.spots[spot]
                .down
                .iter()
                .map(|&below| ranks[below] + 1)
                .collect();
            ends.sort_unstable();
            for end in ends {
                let mut up_to = 0;
                let mut at = end;
                while at > 0 {
                    up_to += sums[at];
                    at &= at - 1;
                }
                crossings += met - up_to;
                met += 1;
                at = end;
                while at <= size {
                    sums[at] += 1;
                    at += at & at.wrapping_neg();
                }
            }
        }
    }
    crossings
}
