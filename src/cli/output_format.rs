//! For whom a list is printed.

use clap::ValueEnum;

/// For people or for programs.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputFormat {
    /// For people
    Text,
    /// For editors and other programs
    Json,
}
