//! The header and the rows of a table, whatever parts their columns.

use csv::{ReaderBuilder, StringRecord};

use crate::import::date::{self, Order};
use crate::import::error::ImportError;
use crate::import::faults::Fault;
use crate::import::table::headers::known;
use crate::import::table::row::{Row, place};
use crate::import::work::tidy;

/// What may part columns, and how messages call it.
const SEPARATORS: [(u8, &str); 4] = [
    (b',', "commas"),
    (b';', "semicolons"),
    (b'\t', "tabs"),
    (b'|', "bars"),
];

/// Rows that are read.
const MOST_ROWS: usize = 50_000;

/// Columns of a header.
const MOST_COLUMNS: usize = 500;

/// Bytes of a cell; a longer one is mostly a quotation mark that nothing closes.
const LONGEST: usize = 100_000;

/// A table.
pub(super) struct Grid {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Row>,
    separator: u8,
    /// For each column which number of a date is the day, if that shows.
    orders: Vec<Option<Order>>,
    /// Rows that cannot be read.
    pub(super) faults: Vec<Fault>,
}

impl Grid {
    /// Parts a text into rows.
    pub(super) fn of(name: &str, text: &str) -> Result<Self, ImportError> {
        let (told, rest, skipped) = told_separator(text);
        let separator = told.unwrap_or_else(|| separator(rest));
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .has_headers(false)
            .from_reader(rest.as_bytes());
        let mut grid = Self {
            header: Vec::new(),
            rows: Vec::new(),
            separator,
            orders: Vec::new(),
            faults: Vec::new(),
        };
        let mut record = StringRecord::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    let message = format!("the table cannot be read: {error}");
                    return Err(ImportError::new(
                        name,
                        message,
                        "save it again as CSV (UTF-8)",
                    ));
                }
            }
            let line = record.position().map_or(1, |place| place.line() as usize) + skipped;
            if !grid.take(&record, line) {
                break;
            }
        }
        grid.end(rest);
        if grid.header.is_empty() {
            return Err(ImportError::new(
                name,
                "the table has no header",
                "name its columns in the first row, such as `name,kind,description`",
            ));
        }
        Ok(grid)
    }

    /// Takes a row; false where no more are wanted.
    fn take(&mut self, record: &StringRecord, line: usize) -> bool {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return true;
        }
        if self.header.is_empty() {
            self.header = record.iter().take(MOST_COLUMNS).map(tidy).collect();
            while self.header.last().is_some_and(String::is_empty) {
                self.header.pop();
            }
            return true;
        }
        if self.rows.len() == MOST_ROWS {
            let what = format!("only the first {MOST_ROWS} rows are read");
            self.faults.push(Fault::on(
                line,
                what,
                "part the table, and import the rest by itself",
            ));
            return false;
        }
        let long = record.iter().position(|cell| cell.len() > LONGEST);
        if let Some(column) = long {
            let what = "a cell goes on for too long: its quotation mark may not be closed";
            self.faults.push(Fault::of(
                place(line, column),
                what,
                "close it with `\"`; within a cell write `\"\"`",
            ));
            return true;
        }
        let open = record
            .iter()
            .position(|cell| cell.matches('\n').count() > 200);
        if let Some(column) = open {
            let what =
                "a cell goes on over more than 200 lines: its quotation mark may not be closed";
            self.faults.push(Fault::of(
                place(line, column),
                what,
                "close it with `\"`; within a cell write `\"\"`",
            ));
            return true;
        }
        let beyond = record
            .iter()
            .skip(self.header.len())
            .position(|cell| !cell.trim().is_empty());
        if let Some(column) = beyond {
            let what = format!(
                "the row has {} cells, and the header only {}",
                record.len(),
                self.header.len()
            );
            let column = self.header.len() + column;
            self.faults.push(Fault::of(
                place(line, column),
                what,
                "put what holds the separator in quotation marks, or name the column",
            ));
            return true;
        }
        self.rows.push(Row {
            line,
            cells: record.iter().map(str::to_owned).collect(),
        });
        true
    }

    /// Sees to what only the end of a table tells: a quotation mark that nothing closes takes in all rows behind it.
    fn end(&mut self, text: &str) {
        let is_open = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
        let last = self
            .rows
            .pop_if(|row| is_open && row.cells.iter().any(|cell| cell.contains('\n')));
        if let Some(last) = last {
            let column = last
                .cells
                .iter()
                .position(|cell| cell.contains('\n'))
                .unwrap_or_default();
            let what = "a cell goes on to the end of the table: its quotation mark is not closed";
            self.faults.push(Fault::of(
                place(last.line, column),
                what,
                "close it with `\"`; within a cell write `\"\"`",
            ));
        }
        for column in 0..self.header.len() {
            let mut cells = self.rows.iter().map(|row| row.cell(column));
            self.orders.push(cells.find_map(date::order));
        }
    }

    /// Which number is the day, in the dates of a column.
    pub(super) fn order(&self, column: usize) -> Option<Order> {
        self.orders.get(column).copied().flatten()
    }

    /// How messages call what parts the columns.
    pub(super) fn separator_name(&self) -> &'static str {
        let found = SEPARATORS.iter().find(|(sign, _)| *sign == self.separator);
        found.map_or("commas", |(_, name)| name)
    }
}

/// Excel's first line, `sep=;`, what comes behind it, and how many lines that is.
fn told_separator(text: &str) -> (Option<u8>, &str, usize) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let sign = first.trim().strip_prefix("sep=").map(str::as_bytes);
    match sign {
        Some([sign]) => (Some(*sign), rest, 1),
        Some([]) => (Some(b'\t'), rest, 1),
        _ => (None, text, 0),
    }
}

/// The sign by which most of the header's columns are known, else by which it has most.
fn separator(text: &str) -> u8 {
    let score = |sign: u8| {
        let mut reader = ReaderBuilder::new()
            .delimiter(sign)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        let is_read = reader.read_record(&mut record).unwrap_or(false);
        let known = record.iter().filter(|header| known(header)).count();
        if is_read {
            (known, record.len())
        } else {
            (0, 0)
        }
    };
    let best = SEPARATORS.iter().rev().max_by_key(|(sign, _)| score(*sign));
    best.map_or(b',', |(sign, _)| *sign)
}
