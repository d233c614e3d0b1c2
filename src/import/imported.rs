//! What goes into an import, and what comes out of it.

use std::collections::BTreeMap;

/// A file to import.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its path as it was given, or in the folder that was given, with `/` between parts.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Content files, and what is to be told of them.
#[derive(Debug, Default)]
pub struct Imported {
    /// The whole new bytes of each new or changed file, by its path in the content folder.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What was not taken, in the order in which it was met.
    pub left_out: Vec<LeftOut>,
    /// What the author should know or do, a sentence each.
    pub notes: Vec<String>,
}

/// Something that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The file that it stands in.
    pub file: String,
    /// Where in it: `line 12`, `behind "the last words"`; empty where all of the file is meant.
    pub place: String,
    /// What it is: `a picture from the web, https://…`.
    pub what: String,
    /// What can be done about it; may be empty.
    pub cure: String,
}

impl std::fmt::Display for LeftOut {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.file)?;
        if !self.place.is_empty() {
            write!(out, ", {}", self.place)?;
        }
        write!(out, ": {}", self.what)?;
        if !self.cure.is_empty() {
            write!(out, "; {}", self.cure)?;
        }
        Ok(())
    }
}
