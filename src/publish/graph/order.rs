//! Who stands beside whom in a row, so that few lines cross.

use crate::publish::graph::grid::{Grid, Row};

/// Sweeps down and up from a start; they settle after some five.
const SWEEPS: usize = 8;
/// Starts, of which the best is kept; more than twelve found nothing better.
const STARTS: usize = 12;
/// Rounds of swaps after a sweep, at most.
const SWAPS: usize = 4;
/// Cells swept, over all sweeps from all starts: what bounds the time that large graphs take.
const WORK: usize = 200_000;

/// Orders all rows.
pub(super) fn order(grid: &mut Grid) {
    let cells = grid.cells.len();
    let sweeps = sweeps(cells);
    let starts = sweeps.div_ceil(SWEEPS);
    let mut best: Option<(usize, Vec<Row>)> = None;
    for sweep in 0..sweeps {
        if sweep % SWEEPS == 0 {
            begin(grid, sweep / SWEEPS * cells / starts);
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

/// How often so many cells are swept.
pub(super) fn sweeps(cells: usize) -> usize {
    (WORK / cells.max(1)).clamp(2, SWEEPS * STARTS)
}

/// Rows as a walk along the lines meets their cells.
fn begin(grid: &mut Grid, first: usize) {
    grid.rows.iter_mut().for_each(|row| row.cells.clear());
    let mut met = vec![false; grid.cells.len()];
    for start in (first..grid.cells.len()).chain(0..first) {
        let mut open = vec![start];
        while let Some(cell) = open.pop() {
            if std::mem::replace(&mut met[cell], true) {
                continue;
            }
            let one = &grid.cells[cell];
            grid.rows[one.row].cells.push(cell);
            open.extend(one.up.iter().chain(&one.down).rev());
        }
    }
}

/// Row by row, each cell goes to the mean of its neighbours in the row before.
fn gather(grid: &mut Grid, down: bool) {
    let mut ranks = grid.ranks();
    let count = grid.rows.len();
    for step in 1..count {
        let row = if down { step } else { count - 1 - step };
        let mut line = std::mem::take(&mut grid.rows[row].cells);
        line.sort_by_key(|&cell| {
            let near = if down {
                &grid.cells[cell].up
            } else {
                &grid.cells[cell].down
            };
            let sum: usize = near.iter().map(|&other| ranks[other]).sum();
            // In thousandths; a cell without neighbours keeps its place.
            (sum * 1000)
                .checked_div(near.len())
                .unwrap_or(ranks[cell] * 1000)
        });
        for (rank, &cell) in line.iter().enumerate() {
            ranks[cell] = rank;
        }
        grid.rows[row].cells = line;
    }
}

/// Swaps neighbours while fewer lines cross for it.
fn swap(grid: &mut Grid) {
    let mut ranks = grid.ranks();
    for _ in 0..SWAPS {
        let mut swapped = false;
        for row in &mut grid.rows {
            for left in 1..row.cells.len() {
                let (a, b) = (row.cells[left - 1], row.cells[left]);
                let (a_near, b_near) = (&grid.cells[a], &grid.cells[b]);
                let now = inverted(&a_near.up, &b_near.up, &ranks)
                    + inverted(&a_near.down, &b_near.down, &ranks);
                let then = inverted(&b_near.up, &a_near.up, &ranks)
                    + inverted(&b_near.down, &a_near.down, &ranks);
                if then < now {
                    row.cells.swap(left - 1, left);
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

/// How often a neighbour of the left cell stands right of one of the right cell's.
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
        let size = rows[1].cells.len();
        let mut sums = vec![0; size + 1];
        let mut met = 0;
        for &cell in &rows[0].cells {
            let mut ends: Vec<usize> = grid.cells[cell]
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
