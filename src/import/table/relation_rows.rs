//! Rows of relations.

use crate::import::entities::RelationRecord;
use crate::import::faults::Fault;
use crate::import::table::columns::Columns;
use crate::import::table::entity_rows::{dated, parts};
use crate::import::table::grid::Grid;
use crate::import::table::row::place;

/// The relations of a table, each with its line.
pub(super) fn relations(
    grid: &Grid,
    columns: &Columns,
    faults: &mut Vec<Fault>,
) -> Vec<(RelationRecord, usize)> {
    let mut relations = Vec::new();
    for row in &grid.rows {
        let cell = |name: &str| columns.cell(row, name).to_owned();
        let empty = ["subject", "predicate", "object"]
            .into_iter()
            .find(|name| cell(name).is_empty());
        if let Some(name) = empty {
            let what = format!("the relation has no {name}");
            faults.push(Fault::of(
                place(row.line, columns.at(name)),
                what,
                "fill the cell, and import the table again",
            ));
            continue;
        }
        let relation = RelationRecord {
            subject: cell("subject"),
            predicate: cell("predicate"),
            object: cell("object"),
            inverse: cell("inverse"),
            sources: parts(columns.cell(row, "source")),
            claim: cell("claim"),
            date: dated(grid, columns, row, "date", faults),
        };
        relations.push((relation, row.line));
    }
    relations
}
