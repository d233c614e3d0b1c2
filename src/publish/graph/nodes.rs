//! What is drawn: boxes and the relations between them.

/// Something with relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// Of its sign and name, in CSS px: two columns or a multiple.
    pub width: i32,
}

/// A relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    /// Rows in the list of nodes; both may be the same.
    pub from: usize,
    pub to: usize,
    /// Width of its words, in CSS px: two columns or a multiple.
    pub label: i32,
}
