//! Tables as Markdown.

use crate::import::document::{Inline, is_empty};
use crate::model::text::Align;

/// Columns that a table may have; more are no table that somebody reads.
const COLUMNS: usize = 100;

/// The lines of a table, each row with as many cells as the longest; none where no cell has words. `write` writes a cell.
pub(super) fn lines(
    rows: &[Vec<Vec<Inline>>],
    aligns: &[Align],
    mut write: impl FnMut(&[Inline]) -> String,
) -> Vec<String> {
    if rows.iter().flatten().all(|cell| is_empty(cell)) {
        return Vec::new();
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).min(COLUMNS);
    let mut lines = Vec::new();
    let mut has_words = false;
    for (row, cells) in rows.iter().enumerate() {
        let mut line = String::from("|");
        for column in 0..columns {
            let cell = cells.get(column).map_or(&[][..], Vec::as_slice);
            let text = write(cell);
            has_words |= !text.is_empty();
            line.push(' ');
            line.push_str(&text);
            line.push_str(if text.is_empty() { "|" } else { " |" });
        }
        lines.push(line);
        if row == 0 {
            let aligns = aligns.iter().map(Some).chain(std::iter::repeat(None));
            let rule = aligns.take(columns).map(|align| match align {
                Some(Align::Center) => ":---:|",
                Some(Align::End) => "---:|",
                Some(Align::Start) | None => "---|",
            });
            lines.push(format!("|{}", rule.collect::<String>()));
        }
    }
    if has_words { lines } else { Vec::new() }
}
