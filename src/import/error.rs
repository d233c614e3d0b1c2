//! Why a file cannot be imported.

use std::fmt::{self, Display, Formatter};

/// What is wrong with a file, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The file's name as it was given; empty where none was.
    pub file: String,
    /// Line and column from 1, where they are known.
    pub at: Option<(usize, usize)>,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl ImportError {
    /// An error about a file as a whole.
    pub fn new(file: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            at: None,
            message: message.into(),
            help: help.into(),
        }
    }

    /// The same at a byte of the file's text.
    #[must_use]
    pub fn at_byte(self, text: &str, byte: usize) -> Self {
        let before = &text[..text.floor_char_boundary(byte)];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before[start..].chars().count() + 1;
        self.at_line(line, column)
    }

    /// The same at a line and column, both from 1.
    #[must_use]
    pub fn at_line(mut self, line: usize, column: usize) -> Self {
        self.at = Some((line, column));
        self
    }
}

impl Display for ImportError {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(out, "`{}`", self.file)?;
            if let Some((line, column)) = self.at {
                write!(out, ", line {line}, column {column}")?;
            }
            write!(out, ": ")?;
        }
        write!(out, "{}; {}", self.message, self.help)
    }
}

impl std::error::Error for ImportError {}
