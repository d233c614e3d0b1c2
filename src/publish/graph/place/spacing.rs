//! How near cells may stand, and on which columns.

use crate::publish::graph::drawing::COLUMN;
use crate::publish::graph::grid::{Cell, CellKind};
use crate::publish::graph::room::{APART, BEND};

/// The column to the left.
pub(super) fn on_column(x: i32) -> i32 {
    x / COLUMN * COLUMN
}

/// Between the lines through two neighbours.
pub(super) fn apart(left: &Cell, right: &Cell) -> i32 {
    let line = left.kind == CellKind::Bend || right.kind == CellKind::Bend;
    left.sides.right + if line { BEND } else { APART } + right.sides.left
}
