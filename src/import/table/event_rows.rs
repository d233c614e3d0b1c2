//! Rows of events, also as timelines are kept in spreadsheets: year, month, day, headline, text.

use crate::import::events::EventRecord;
use crate::import::faults::Fault;
use crate::import::table::columns::Columns;
use crate::import::table::entity_rows::{dated, parts};
use crate::import::table::grid::Grid;
use crate::import::table::row::{Row, place};
use crate::import::work::tidy;

/// The events of a table.
pub(super) fn events(grid: &Grid, columns: &Columns, faults: &mut Vec<Fault>) -> Vec<EventRecord> {
    grid.rows
        .iter()
        .filter_map(|row| event(grid, columns, row, faults))
        .collect()
}

fn event(
    grid: &Grid,
    columns: &Columns,
    row: &Row,
    faults: &mut Vec<Fault>,
) -> Option<EventRecord> {
    let cell = |name: &str| columns.cell(row, name).to_owned();
    let start = match parted(columns, row, ["year", "month", "day"]) {
        Some(date) => date,
        None => dated(grid, columns, row, "date", faults),
    };
    let end = match parted(columns, row, ["endyear", "endmonth", "endday"]) {
        Some(date) => date,
        None => dated(grid, columns, row, "end", faults),
    };
    if start.is_empty() {
        if cell("date").is_empty() {
            let place = place(row.line, columns.at("date"));
            faults.push(Fault::of(
                place,
                "the event has no date",
                "fill the cell, and import the table again",
            ));
        }
        return None;
    }
    let date = if end.is_empty() || end == start {
        start
    } else {
        format!("{start}/{end}")
    };
    let [headline, text] = ["headline", "text"].map(|name| untagged(&cell(name)));
    let text = match (headline, text) {
        (headline, text) if headline.is_empty() => text,
        (headline, text) if text.is_empty() => headline,
        (headline, text) if headline.ends_with(['.', '!', '?', ':']) => {
            format!("{headline} {text}")
        }
        (headline, text) => format!("{headline}: {text}"),
    };
    if text.is_empty() {
        faults.push(Fault::on(
            row.line,
            "the event has no text",
            "say in a column `text` what happened",
        ));
        return None;
    }
    Some(EventRecord {
        id: cell("id"),
        date,
        text,
        entities: parts(columns.cell(row, "entities")),
        sources: parts(columns.cell(row, "source")),
        claim: cell("claim"),
        place: format!("line {}", row.line),
    })
}

/// A date of three columns.
fn parted(columns: &Columns, row: &Row, names: [&str; 3]) -> Option<String> {
    let [year, month, day] = names.map(|name| columns.cell(row, name));
    let year: i32 = year.parse().ok()?;
    let number = |cell: &str| cell.parse::<u32>().ok().filter(|number| *number > 0);
    let year = match year {
        0 => return None,
        year @ 1..=9999 => format!("{year:04}"),
        // A year before the first is counted without a year 0.
        -1 => "0000".to_owned(),
        year @ -9999..0 => format!("-{:04}", -year - 1),
        _ => return None,
    };
    let date = match (number(month), number(day)) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        _ => year,
    };
    crate::compile::when::parse(&date).is_ok().then_some(date)
}

/// Words without the tags of HTML that timelines hold.
fn untagged(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(start) = rest.find('<') {
        out += &rest[..start];
        let tag = &rest[start..];
        let end = tag.find('>').filter(|end| *end < 500);
        let is_tag = tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        match end.filter(|_| is_tag) {
            Some(end) => rest = &tag[end + 1..],
            None => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    tidy(&(out + rest))
}
