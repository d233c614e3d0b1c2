//! Cells of tables, and what has no column.

use std::ops::Range;

use crate::compile::markdown::BlockReader;

impl BlockReader<'_, '_> {
    pub(super) fn end_cell(&mut self, source: Range<usize>) {
        let block = self.block(&source);
        let builder = std::mem::take(&mut block.builder);
        block.cells.push(builder.finish());
    }

    /// What stands behind the last column would be left out.
    pub(super) fn check_row(&mut self, source: Range<usize>) {
        let Some(block) = &self.open else { return };
        let columns = block.aligns.len();
        let row = super::trimmed(self.masked, source);
        let Some(rest) = behind(self.masked, row.clone(), columns) else {
            return;
        };
        let message = format!("this table has {columns} columns, and here are words of one more");
        let bar = self.written.typed("\\|");
        let help = format!(
            "name the column in the table's first lines, or write `{bar}` for the bar itself"
        );
        let bar_at = rest.start - 1..rest.start;
        let change = self.written.change(bar_at, "\\|");
        let span = self.written.span_of(rest);
        self.findings
            .error("unsupported-markdown", &span, message)
            .change(change)
            .help(help);
        self.reports += 1;
    }
}

/// What stands in a row behind so many cells.
fn behind(text: &str, row: Range<usize>, columns: usize) -> Option<Range<usize>> {
    let line = &text[row.clone()];
    let mut ends = Vec::new();
    let mut escaped = false;
    for (at, byte) in line.bytes().enumerate() {
        if byte == b'|' && !escaped && at > 0 {
            ends.push(at);
        }
        escaped = byte == b'\\' && !escaped;
    }
    let last = *ends.get(columns.checked_sub(1)?)?;
    let rest = line[last + 1..].trim();
    let rest = rest.strip_suffix('|').unwrap_or(rest);
    let start = row.start + last + 1;
    (!rest.trim().is_empty()).then_some(start..row.end)
}

#[cfg(test)]
mod tests {
    use super::behind;

    #[test]
    fn words_behind_the_last_column_are_found() {
        for (row, rest) in [
            ("| 1 | 2 |", None),
            ("1 | 2", None),
            ("| 1 | 2 | 3 |", Some(" 3 |")),
            ("1 | 2 | 3", Some(" 3")),
            ("| 1 | 2 \\| 3 |", None),
            ("| 1 |", None),
            ("| 1 | 2 | |", None),
        ] {
            let found = behind(row, 0..row.len(), 2);
            assert_eq!(found.map(|range| &row[range]), rest, "{row}");
        }
    }
}
