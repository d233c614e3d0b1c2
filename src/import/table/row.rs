//! A row of a table, and how its places are told.

/// A row with the line in which it begins, from 1.
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

impl Row {
    /// What stands in a column; empty where it ends before.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell)
    }
}

/// `line 3, column 2`.
pub(super) fn place(line: usize, column: usize) -> String {
    format!("line {line}, column {}", column + 1)
}
