//! Rows of boxes and the chains of places that each line passes through.

use crate::publish::graph::drawing::{LABEL, NODE};
use crate::publish::graph::nodes::Edge;
use crate::publish::graph::room::{APART, BEND, Room, Sides};

/// An edge as it runs: down, from a node to a node; none for a loop.
pub(super) type Arc = Option<(usize, usize)>;

/// What a chain passes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    Node(usize),
    /// The words of an edge.
    Label(usize),
    /// Nothing: the line goes on.
    Bend,
}

impl CellKind {
    fn words(self) -> bool {
        matches!(self, CellKind::Label(_))
    }
}

#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) kind: CellKind,
    pub(super) sides: Sides,
    pub(super) row: usize,
    /// Its neighbours in the row above and in the row below.
    pub(super) up: Vec<usize>,
    pub(super) down: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) height: i32,
    /// From left to right.
    pub(super) cells: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) cells: Vec<Cell>,
    pub(super) rows: Vec<Row>,
    /// For each edge its cells from the top down; none for a loop.
    pub(super) chains: Vec<Vec<usize>>,
}

impl Grid {
    /// A row of names for each layer, and one between each two, where relations have their words.
    pub(super) fn new(room: &Room, layers: &[usize], arcs: &[Arc], edges: &[Edge]) -> Self {
        let mut grid = Grid::default();
        let depth = layers.iter().max().map_or(0, |last| last + 1);
        grid.rows = (0..2 * depth - 1)
            .map(|row| Row {
                height: if row % 2 == 0 { NODE } else { LABEL },
                cells: Vec::new(),
            })
            .collect();
        for (node, &sides) in room.nodes.iter().enumerate() {
            grid.add(2 * layers[node], CellKind::Node(node), sides);
        }
        let gaps = gaps(layers, arcs, edges);
        for (edge, arc) in arcs.iter().enumerate() {
            let mut chain = Vec::new();
            if let &Some((from, to)) = arc {
                chain.push(from);
                for row in 2 * layers[from] + 1..2 * layers[to] {
                    chain.push(if row == 2 * gaps[edge] + 1 {
                        grid.add(row, CellKind::Label(edge), Sides::around(edges[edge].label))
                    } else {
                        grid.add(row, CellKind::Bend, Sides::default())
                    });
                }
                chain.push(to);
            }
            grid.chains.push(chain);
        }
        grid.link();
        grid
    }

    fn add(&mut self, row: usize, kind: CellKind, sides: Sides) -> usize {
        let cell = self.cells.len();
        self.cells.push(Cell {
            kind,
            sides,
            row,
            up: Vec::new(),
            down: Vec::new(),
        });
        self.rows[row].cells.push(cell);
        cell
    }

    fn link(&mut self) {
        for pair in self.chains.iter().flat_map(|chain| chain.windows(2)) {
            self.cells[pair[0]].down.push(pair[1]);
            self.cells[pair[1]].up.push(pair[0]);
        }
    }

    /// The place of each cell in its row.
    pub(super) fn ranks(&self) -> Vec<usize> {
        let mut ranks = vec![0; self.cells.len()];
        for row in &self.rows {
            for (rank, &cell) in row.cells.iter().enumerate() {
                ranks[cell] = rank;
            }
        }
        ranks
    }

    /// Spreads words that are too wide for one row over several, neighbours in turn.
    pub(super) fn split(&self, width: i32) -> Grid {
        let width = self
            .rows
            .iter()
            .map(|row| self.least(row))
            .fold(width, i32::max);
        let mut grid = Grid::default();
        let mut copies = vec![Vec::new(); self.cells.len()];
        for row in &self.rows {
            let start = grid.rows.len();
            let parts = self.parts(row, width);
            grid.rows.resize(
                start + parts,
                Row {
                    height: row.height,
                    cells: Vec::new(),
                },
            );
            let mut turn = 0;
            for &cell in &row.cells {
                let Cell { kind, sides, .. } = self.cells[cell];
                turn += usize::from(kind.words());
                for part in 0..parts {
                    let here = !kind.words() || turn % parts == part;
                    let (kind, sides) = if here {
                        (kind, sides)
                    } else {
                        (CellKind::Bend, Sides::default())
                    };
                    copies[cell].push(grid.add(start + part, kind, sides));
                }
            }
        }
        let chain = |chain: &Vec<usize>| {
            chain
                .iter()
                .flat_map(|&cell| copies[cell].iter().copied())
                .collect()
        };
        grid.chains = self.chains.iter().map(chain).collect();
        grid.link();
        grid
    }

    /// What a row needs if all its words stand in other rows.
    fn least(&self, row: &Row) -> i32 {
        let need = |cell: &usize| match self.cells[*cell].kind {
            CellKind::Node(_) => self.cells[*cell].sides.width() + APART,
            CellKind::Label(_) | CellKind::Bend => BEND,
        };
        row.cells.iter().map(need).sum()
    }

    /// Over how many rows the words of a row are spread.
    fn parts(&self, row: &Row, width: i32) -> usize {
        let words: Vec<&usize> = row
            .cells
            .iter()
            .filter(|&&cell| self.cells[cell].kind.words())
            .collect();
        let sum: i32 = words
            .iter()
            .map(|&&cell| self.cells[cell].sides.width() + APART)
            .sum();
        let free = (width - self.least(row)).max(width / 4);
        (sum as usize)
            .div_ceil(free as usize)
            .clamp(1, words.len().max(1))
    }
}

/// Between which layers each edge has its words: counted by the layer above, where there is most room.
fn gaps(layers: &[usize], arcs: &[Arc], edges: &[Edge]) -> Vec<usize> {
    let mut load = vec![0; layers.len()];
    let mut gaps = vec![0; arcs.len()];
    let mut order: Vec<(usize, usize, usize)> = arcs
        .iter()
        .enumerate()
        .filter_map(|(edge, arc)| arc.map(|(from, to)| (edge, layers[from], layers[to])))
        .collect();
    order.sort_by_key(|&(_, top, bottom)| bottom - top);
    for (edge, top, bottom) in order {
        let gap = (top..bottom)
            .min_by_key(|&gap| load[gap])
            .expect("an arc leads at least one layer down");
        load[gap] += edges[edge].label + APART;
        gaps[edge] = gap;
    }
    gaps
}
