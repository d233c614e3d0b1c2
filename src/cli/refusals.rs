//! What the author said is no name, as the content folder has it now.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Result, anyhow};

use crate::suggest::refusals::{FILE, Refusals};

/// Reads it.
///
/// # Errors
/// If the file is there and cannot be read or understood.
pub(super) fn refusals(folder: &Path) -> Result<Refusals> {
    let path = folder.join(FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Refusals::default()),
        Err(error) => return Err(anyhow!("{} cannot be read: {error}", path.display())),
    };
    Refusals::read(&text).map_err(|fault| {
        anyhow!(
            "{} cannot be understood: {fault}; mend it, or move it away",
            path.display()
        )
    })
}
