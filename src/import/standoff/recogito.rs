//! Recogito's CSV: an annotation a row, with the words, where they begin, and the place or person that is meant.

use csv::{ReaderBuilder, StringRecord};

use crate::import::error::ImportError;
use crate::import::faults::Fault;
use crate::import::standoff::annotation::{Annotation, StandOff};

/// Reads all rows.
pub(super) fn read(name: &str, text: &str) -> Result<StandOff, ImportError> {
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() {
        b';'
    } else {
        b','
    };
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let unreadable = |error: csv::Error| {
        let message = format!("the table cannot be read: {error}");
        ImportError::new(name, message, "export it again from Recogito")
    };
    let header = reader.headers().map_err(unreadable)?.clone();
    let column = |name: &str| {
        header
            .iter()
            .position(|header| header.trim().eq_ignore_ascii_case(name))
    };
    let columns = Columns {
        quote: column("QUOTE_TRANSCRIPTION"),
        anchor: column("ANCHOR"),
        kind: column("TYPE"),
        address: column("URI"),
        status: column("VERIFICATION_STATUS"),
    };
    let mut standoff = StandOff::default();
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(unreadable)? {
        let line = record.position().map_or(0, |place| place.line());
        let place = format!("line {line}");
        match columns.annotation(&record, &place) {
            Some(annotation) => standoff.annotations.push(annotation),
            None => standoff.faults.push(Fault::of(
                place,
                "the row has no words",
                "export it again from Recogito",
            )),
        }
    }
    Ok(standoff)
}

struct Columns {
    quote: Option<usize>,
    anchor: Option<usize>,
    kind: Option<usize>,
    address: Option<usize>,
    status: Option<usize>,
}

impl Columns {
    fn annotation(&self, record: &StringRecord, place: &str) -> Option<Annotation> {
        let cell = |column: Option<usize>| {
            column
                .and_then(|column| record.get(column))
                .unwrap_or_default()
                .trim()
        };
        let quote = cell(self.quote);
        let start = cell(self.anchor)
            .strip_prefix("char-offset:")
            .and_then(|start| start.trim().parse::<usize>().ok());
        let address = Some(cell(self.address)).filter(|address| !address.is_empty());
        // What nobody looked at yet is a guess of a program.
        let is_verified = cell(self.status) != "UNVERIFIED";
        let label = cell(self.kind);
        (!quote.is_empty()).then(|| Annotation {
            place: place.to_owned(),
            quote: quote.to_owned(),
            range: start.map(|start| (start, start + quote.encode_utf16().count())),
            label: label.to_owned(),
            ids: address
                .filter(|_| is_verified)
                .into_iter()
                .flat_map(|all| all.split('|'))
                .map(|one| one.trim().to_owned())
                .collect(),
            ..Annotation::default()
        })
    }
}
