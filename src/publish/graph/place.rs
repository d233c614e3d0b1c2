//! How far from the left each cell stands: near its neighbours above and below, at its distance from those beside it.

use crate::publish::graph::drawing::COLUMN;
use crate::publish::graph::grid::{Cell, Grid, Row};
use crate::publish::graph::place::spacing::{apart, on_column};

mod spacing;
mod straight;

/// Sweeps that follow one side only, which carry far.
const COARSE: usize = 8;
/// Sweeps that weigh both sides, which settle.
const FINE: usize = 24;
/// From a node's corner to the nearest end of a line, in CSS px.
const CORNER: i32 = 10;
/// How much a step between two cells that are no nodes counts, against one at a node: long lines run straight.
const STIFF: f64 = 6.0;
/// How much a cell's own place counts, so that one without neighbours has any.
const STAY: f64 = 0.01;

/// Where lines run, in CSS px.
pub(super) struct Places {
    /// Of the whole drawing.
    pub(super) width: i32,
    /// Of each cell.
    pub(super) x: Vec<i32>,
    /// Of each edge: from the middle of its upper and of its lower node to where it ends.
    pub(super) ports: Vec<(i32, i32)>,
}

/// Places all cells, in a drawing a quarter wider than its fullest row or than `width`: straight lines need air.
pub(super) fn place(grid: &Grid, width: i32) -> Places {
    let ports = ports(grid);
    let lines: Vec<Line> = grid.rows.iter().map(|row| Line::new(grid, row)).collect();
    let width = on_column(lines.iter().map(|line| line.width).fold(width, i32::max) * 5 / 4);
    let x = sweep(grid, &lines, &pulls(grid, &ports), width);
    // Rounded as distances from the least place, so that no distance shrinks.
    let mut whole = vec![0; x.len()];
    for (cell, least) in lines.iter().flat_map(Line::cells) {
        whole[cell] = on_column((x[cell] - f64::from(least)).round() as i32) + least;
    }
    straight::straighten(grid, &ports, width, &mut whole);
    let sides = grid.cells.iter().map(|cell| cell.sides).zip(&whole);
    let left = sides.clone().map(|(sides, x)| x - sides.left).min();
    let right = sides.map(|(sides, x)| x + sides.right).max();
    let (left, right) = left.zip(right).unwrap_or_default();
    whole.iter_mut().for_each(|x| *x -= left);
    Places {
        width: right - left,
        x: whole,
        ports,
    }
}

/// Where each edge ends at its nodes: a column beside the others, in the order in which they leave.
fn ports(grid: &Grid) -> Vec<(i32, i32)> {
    let ranks = grid.ranks();
    let port = |node: usize, near: &[usize], end: usize| {
        let rank = near
            .iter()
            .filter(|&&other| ranks[other] < ranks[end])
            .count() as i32;
        let last = near.len() as i32 - 1;
        let span = (last * COLUMN)
            .min(2 * (grid.cells[node].sides.left - CORNER))
            .max(0);
        (span * rank)
            .checked_div(last)
            .map_or(0, |along| on_column(along) - on_column(span / 2))
    };
    let ends = |chain: &Vec<usize>| {
        let (Some(&[first, second]), Some(&[before, last])) =
            (chain.first_chunk(), chain.last_chunk())
        else {
            return (0, 0);
        };
        let down = port(first, &grid.cells[first].down, second);
        (down, port(last, &grid.cells[last].up, before))
    };
    grid.chains.iter().map(ends).collect()
}

/// A line that holds a cell.
struct Pull {
    other: usize,
    /// Whether the other stands in the row below.
    down: bool,
    /// From the other's place to where the line is straight.
    shift: i32,
    weight: f64,
}

fn pulls(grid: &Grid, ports: &[(i32, i32)]) -> Vec<Vec<Pull>> {
    let mut pulls: Vec<Vec<Pull>> = grid.cells.iter().map(|_| Vec::new()).collect();
    for (chain, &(first, last)) in grid.chains.iter().zip(ports) {
        for (step, pair) in chain.windows(2).enumerate() {
            let (upper, lower) = (pair[0], pair[1]);
            let (start, end) = (step == 0, step + 2 == chain.len());
            let weight = if start || end { 1.0 } else { STIFF };
            let shift = if end { last } else { 0 } - if start { first } else { 0 };
            pulls[upper].push(Pull {
                other: lower,
                down: true,
                shift,
                weight,
            });
            pulls[lower].push(Pull {
                other: upper,
                down: false,
                shift: -shift,
                weight,
            });
        }
    }
    pulls
}

/// A row with the least place of each of its cells.
struct Line<'a> {
    row: &'a Row,
    least: Vec<i32>,
    width: i32,
}

impl<'a> Line<'a> {
    fn new(grid: &Grid, row: &'a Row) -> Self {
        let mut line = Line {
            row,
            least: Vec::new(),
            width: 0,
        };
        let mut before: Option<(&Cell, i32)> = None;
        for &cell in &row.cells {
            let cell = &grid.cells[cell];
            let least = before.map_or(cell.sides.left, |(left, least)| least + apart(left, cell));
            line.least.push(least);
            line.width = least + cell.sides.right;
            before = Some((cell, least));
        }
        line
    }

    fn cells(&self) -> impl Iterator<Item = (usize, i32)> {
        self.row
            .cells
            .iter()
            .copied()
            .zip(self.least.iter().copied())
    }

    /// Moves the cells as near as their distances allow to where they are pulled. Least squares under an order is isotonic
    /// regression: neighbours that would collide are pooled and stand at their common mean.
    fn settle(&self, x: &mut [f64], width: i32, wish: impl Fn(usize, &[f64]) -> (f64, f64)) {
        // From left to right: the sum of weighted wishes beyond the least place, of weights, and how many.
        let mut pools: Vec<(f64, f64, usize)> = Vec::new();
        for (cell, least) in self.cells() {
            let (sum, weight) = wish(cell, x);
            pools.push((sum - f64::from(least) * weight, weight, 1));
            while let [.., left, right] = pools[..] {
                if left.0 / left.1 <= right.0 / right.1 {
                    break;
                }
                pools.truncate(pools.len() - 2);
                pools.push((left.0 + right.0, left.1 + right.1, left.2 + right.2));
            }
        }
        let mut cells = self.cells();
        for (sum, weight, count) in pools {
            let beyond = (sum / weight).clamp(0.0, f64::from(width - self.width));
            for (cell, least) in cells.by_ref().take(count) {
                x[cell] = f64::from(least) + beyond;
            }
        }
    }
}

/// Settles all rows in turn, down and up.
fn sweep(grid: &Grid, lines: &[Line], pulls: &[Vec<Pull>], width: i32) -> Vec<f64> {
    let mut x = vec![0.0; grid.cells.len()];
    for line in lines {
        let spare = (width - line.width) / 2;
        line.cells()
            .for_each(|(cell, least)| x[cell] = f64::from(least + spare));
    }
    for sweep in 0..COARSE + FINE {
        let down = sweep % 2 == 0;
        let wish = |cell: usize, x: &[f64]| {
            let near = pulls[cell]
                .iter()
                .filter(|pull| sweep >= COARSE || pull.down != down);
            near.fold((x[cell] * STAY, STAY), |(sum, weight), pull| {
                let place = x[pull.other] + f64::from(pull.shift);
                (sum + place * pull.weight, weight + pull.weight)
            })
        };
        for step in 0..lines.len() {
            let line = if down { step } else { lines.len() - 1 - step };
            lines[line].settle(&mut x, width, wish);
        }
    }
    x
}
