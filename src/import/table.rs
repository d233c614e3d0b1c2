//! CSV and TSV into entities, events, sources or relations: rows below a header that names their columns.

mod columns;
mod entity_rows;
mod event_rows;
mod grid;
mod headers;
mod relation_rows;
mod row;
mod source_rows;

use crate::import::entities::Entities;
use crate::import::error::ImportError;
use crate::import::faults::{Fault, tell};
use crate::import::imported::Input;
use crate::import::sources;
use crate::import::table::columns::{Columns, TableKind};
use crate::import::table::grid::Grid;
use crate::import::target::Target;
use crate::import::{events, text};

/// Takes a table.
///
/// # Errors
/// If its header does not say what it holds.
pub(crate) fn read(input: &Input, target: &mut Target<'_>) -> Result<(), ImportError> {
    let name = &input.name;
    let text = text::decoded(name, &input.bytes)?;
    let grid = Grid::of(name, &text)?;
    let columns = Columns::of(&grid.header, name)?;
    let what = match columns.kind {
        TableKind::Entities => "entities",
        TableKind::Events => "events",
        TableKind::Sources => "sources",
        TableKind::Relations => "relations",
    };
    let mut note = format!(
        "`{name}` is read as {what}, its columns parted by {}",
        grid.separator_name()
    );
    if grid.rows.is_empty() {
        note += "; it has no rows";
    }
    target.note(note);
    let mut faults = grid.faults.clone();
    let schemes = Entities::of(target, name);
    faults.extend(columns.unknown(|header| schemes.is_scheme(header)));
    match columns.kind {
        TableKind::Sources => {
            let works = source_rows::works(&grid, &columns, &mut faults);
            sources::add(works, name, target)?;
        }
        TableKind::Entities => {
            let mut entities = Entities::of(target, name);
            let records = entity_rows::records(&grid, &columns, &entities, &mut faults);
            for (record, line) in records {
                entities.add(record, &format!("line {line}"), target, &mut faults);
            }
        }
        TableKind::Relations => {
            let mut entities = Entities::of(target, name);
            for (relation, line) in relation_rows::relations(&grid, &columns, &mut faults) {
                entities.relate(relation, &format!("line {line}"), target, &mut faults);
            }
        }
        TableKind::Events => {
            let records = event_rows::events(&grid, &columns, &mut faults);
            let mut entities = Entities::of(target, name);
            events::add(records, &mut entities, target, &mut faults)?;
        }
    }
    faults.sort_by_key(line_of);
    tell(faults, name, target);
    Ok(())
}

/// For faults of one kind to stand in the order of the file.
fn line_of(fault: &Fault) -> usize {
    let digits = fault.place.strip_prefix("line ").unwrap_or_default();
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    digits[..end].parse().unwrap_or(0)
}
