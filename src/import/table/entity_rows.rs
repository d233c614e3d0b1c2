//! Rows of entities.

use crate::import::date::{Dated, date};
use crate::import::entities::{Entities, EntityRecord, FactRecord, PlaceRecord};
use crate::import::faults::Fault;
use crate::import::table::columns::Columns;
use crate::import::table::grid::Grid;
use crate::import::table::row::{Row, place};
use crate::import::work::tidy;

/// Numbers by which entities are known elsewhere, which are columns too.
const SCHEMES: [&str; 10] = [
    "wikidata", "gnd", "viaf", "isni", "orcid", "geonames", "osm", "ror", "loc", "iso",
];

/// The entities of a table, each with its line.
pub(super) fn records(
    grid: &Grid,
    columns: &Columns,
    entities: &Entities,
    faults: &mut Vec<Fault>,
) -> Vec<(EntityRecord, usize)> {
    let read = |row: &Row, faults: &mut Vec<Fault>| {
        Some((record(grid, columns, row, entities, faults)?, row.line))
    };
    grid.rows
        .iter()
        .filter_map(|row| read(row, faults))
        .collect()
}

fn record(
    grid: &Grid,
    columns: &Columns,
    row: &Row,
    entities: &Entities,
    faults: &mut Vec<Fault>,
) -> Option<EntityRecord> {
    let cell = |name: &str| tidy(columns.cell(row, name));
    let fault = |name: &str, what: &str, cure: &str| {
        Fault::of(place(row.line, columns.at(name)), what, cure)
    };
    let name = cell("name");
    if name.is_empty() {
        faults.push(fault(
            "name",
            "the entity has no name",
            "fill the cell, and import the table again",
        ));
        return None;
    }
    let language =
        Some(cell("language")).filter(|language| crate::compile::rules::is_language(language));
    let others = columns
        .names
        .iter()
        .map(|(column, language)| (tidy(row.cell(*column)), Some(language.clone())));
    let names = [(name, language)]
        .into_iter()
        .chain(others)
        .filter(|(name, _)| !name.is_empty());
    let known = SCHEMES
        .iter()
        .map(|scheme| ((*scheme).to_owned(), cell(scheme)));
    let own = columns
        .others()
        .filter(|(_, header)| entities.is_scheme(header));
    let own = own.map(|(column, header)| (header.to_lowercase(), tidy(row.cell(column))));
    let identifiers = known.chain(own).filter(|(_, value)| !value.is_empty());
    let private = matches!(
        &*cell("private").to_lowercase(),
        "true" | "yes" | "1" | "x" | "private" | "ja"
    );
    Some(EntityRecord {
        id: cell("id"),
        kind: cell("kind"),
        names: names.collect(),
        aliases: parts(columns.cell(row, "aliases")),
        description: cell("description"),
        summary: cell("summary"),
        private,
        place: place_of(columns, row, faults),
        identifiers: identifiers.collect(),
        facts: facts(grid, columns, row, faults),
        // What a source says of no fact is said of what describes.
        sources: parts(columns.cell(row, "source")),
        ..EntityRecord::default()
    })
}

/// Facts, parted by `;`, all of which have the row's source and date.
fn facts(grid: &Grid, columns: &Columns, row: &Row, faults: &mut Vec<Fault>) -> Vec<FactRecord> {
    let text = tidy(columns.cell(row, "fact"));
    if text.is_empty() {
        return Vec::new();
    }
    vec![FactRecord {
        text,
        sources: parts(columns.cell(row, "source")),
        date: dated(grid, columns, row, "date", faults),
        claim: tidy(columns.cell(row, "claim")),
    }]
}

/// `one; two`.
pub(super) fn parts(cell: &str) -> Vec<String> {
    let parts = cell.split([';', '\n']).map(tidy);
    parts.filter(|part| !part.is_empty()).collect()
}

/// The date in a column as EDTF; empty where there is none, or where it is told.
pub(super) fn dated(
    grid: &Grid,
    columns: &Columns,
    row: &Row,
    name: &str,
    faults: &mut Vec<Fault>,
) -> String {
    let written = columns.cell(row, name);
    if written.is_empty() {
        return String::new();
    }
    // Other rows may show which number is the day.
    let order = grid.order(columns.at(name));
    let place = || place(row.line, columns.at(name));
    match date(written, order) {
        Dated::Date(edtf) => return edtf,
        Dated::Ambiguous(one, other) => {
            let what = format!("`{written}` may be `{one}` or `{other}`");
            faults.push(Fault::of(
                place(),
                what,
                "write it in this way, and import the table again",
            ));
        }
        Dated::Unknown => {
            let short: String = written.chars().take(60).collect();
            let cure = "write it as `2025-07-23`, `2025-07`, `2025`, `2016~` (about) or `2016/2017`, and import the table again";
            faults.push(Fault::of(place(), format!("`{short}` is no date"), cure));
        }
    }
    String::new()
}

/// A place of two columns, or of one; one that cannot be is told.
fn place_of(columns: &Columns, row: &Row, faults: &mut Vec<Fault>) -> Option<PlaceRecord> {
    let cell = |name: &str| columns.cell(row, name);
    let (lat, lon, column) = match (cell("lat"), cell("lon")) {
        ("", "") => {
            let both = cell("coordinates")
                .trim_start_matches("Point(")
                .trim_end_matches(')');
            let is_point = cell("coordinates").starts_with("Point(");
            let (one, other) = both.split_once([',', ';', ' '])?;
            let (lat, lon) = if is_point { (other, one) } else { (one, other) };
            (lat.trim(), lon.trim(), "coordinates")
        }
        (lat, lon) => (lat, lon, "lat"),
    };
    // Some countries write a comma.
    let number = |text: &str| {
        text.trim()
            .trim_end_matches('°')
            .replace(',', ".")
            .parse::<f64>()
            .ok()
    };
    let (latitude, longitude) = (number(lat), number(lon));
    let fits = |degrees: Option<f64>, limit: f64| {
        degrees.filter(|degrees| (-limit..=limit).contains(degrees))
    };
    let (Some(latitude), Some(longitude)) = (fits(latitude, 90.0), fits(longitude, 180.0)) else {
        let what = format!("`{lat}`, `{lon}` is no place");
        let cure = "write degrees, `43.24` and `76.92`, north and east positive";
        faults.push(Fault::of(place(row.line, columns.at(column)), what, cure));
        return None;
    };
    let extent = number(cell("extent")).filter(|extent| *extent > 0.0 && *extent <= 3000.0);
    let approximate = matches!(
        &*cell("approximate").to_lowercase(),
        "true" | "yes" | "1" | "x"
    );
    Some(PlaceRecord {
        latitude,
        longitude,
        approximate: approximate || extent.is_some(),
        extent,
    })
}
