//! Files are only written as they were read.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::compile::files::Files;

/// Nobody may have changed a file since it was read.
///
/// # Errors
/// If somebody has.
pub(super) fn unchanged<'p>(
    files: &Files,
    content: &Path,
    mut paths: impl Iterator<Item = &'p String>,
) -> Result<()> {
    paths.try_for_each(|path| {
        let now = fs::read(content.join(path)).ok();
        ensure!(
            now.as_ref() == files.files.get(path),
            "{} was changed meanwhile; nothing is written, run this again",
            content.join(path).display()
        );
        Ok(())
    })
}
