//! What cannot be taken of a file, with its place.

use crate::import::imported::LeftOut;
use crate::import::target::Target;

/// A part of a file that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// `line 12, column 3`; empty where the whole file is meant.
    pub(crate) place: String,
    pub(crate) what: String,
    pub(crate) cure: String,
}

/// Lines and columns of a text.
pub(crate) struct Places<'t> {
    text: &'t str,
    /// The byte at which each line begins.
    starts: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: [0].into_iter().chain(ends).collect(),
        }
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    fn column(&self, byte: usize) -> usize {
        let byte = self.text.floor_char_boundary(byte);
        let start = self.starts[self.line(byte) - 1];
        // A line may be as long as a book.
        let start = start.max(self.text.floor_char_boundary(byte.saturating_sub(100_000)));
        self.text[start..byte].chars().count() + 1
    }

    /// A fault at a byte.
    pub(crate) fn fault(
        &self,
        byte: usize,
        what: impl Into<String>,
        cure: impl Into<String>,
    ) -> Fault {
        let byte = byte.min(self.text.len());
        Fault {
            place: format!("line {}, column {}", self.line(byte), self.column(byte)),
            what: what.into(),
            cure: cure.into(),
        }
    }
}

impl Fault {
    /// At a line, counted from 1.
    pub(crate) fn on(line: usize, what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self {
            place: format!("line {line}"),
            what: what.into(),
            cure: cure.into(),
        }
    }

    /// Somewhere that has a name.
    pub(crate) fn of(
        place: impl Into<String>,
        what: impl Into<String>,
        cure: impl Into<String>,
    ) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
            cure: cure.into(),
        }
    }
}

/// How many faults of a file are told one by one.
const TOLD: usize = 200;

/// Letters of what is told; files may hold words as long as books.
const LONGEST: usize = 500;

fn short(words: String) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", &words[..end]),
        None => words,
    }
}

/// Tells them as left out of `file`.
pub(crate) fn tell(faults: Vec<Fault>, file: &str, target: &mut Target<'_>) {
    let more = faults.len().saturating_sub(TOLD);
    for fault in faults.into_iter().take(TOLD) {
        target.leave_out(LeftOut {
            file: file.to_owned(),
            place: fault.place,
            what: short(fault.what),
            cure: short(fault.cure),
        });
    }
    if more > 0 {
        target.leave_out(LeftOut {
            file: file.to_owned(),
            place: String::new(),
            what: format!("{more} more such faults"),
            cure: "mend these first".to_owned(),
        });
    }
}
