//! Files that are not there yet: nothing is written over, and of one that cannot be written nothing stays.

use std::fs::{self, File};
use std::io::{ErrorKind, Result, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};

/// Writes a file that is not there yet.
///
/// # Errors
/// If it is there, or cannot be written; then nothing of it stays.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

/// Says that a folder below another is a link, or stands in one: where it leads to, files may be somebody else's.
///
/// # Errors
/// If so.
pub(super) fn ensure_unlinked(folder: &Path, below: &Path) -> anyhow::Result<()> {
    let mut path = folder.to_owned();
    for part in below {
        path.push(part);
        let is_link = fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink());
        ensure!(
            !is_link,
            "`{}` is a link, and nothing is written through it; take it away, and run this again",
            path.display()
        );
    }
    Ok(())
}

/// Writes a copy of a file that changes beside it, under a name that is free: `x.toml.bak`, `x.toml.bak.2`. One that is
/// there with just these bytes is enough.
///
/// # Errors
/// If it cannot be written.
pub(super) fn keep(path: &Path, bytes: &[u8]) -> anyhow::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let numbered = (2_u32..1000).map(|number| format!("{name}.bak.{number}"));
    for copy in [format!("{name}.bak")].into_iter().chain(numbered) {
        let copy = path.with_file_name(copy);
        match write_new(&copy, bytes) {
            Ok(()) => return Ok(copy),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                let is_file = fs::symlink_metadata(&copy).is_ok_and(|found| found.is_file());
                if is_file && fs::read(&copy).is_ok_and(|kept| kept == bytes) {
                    return Ok(copy);
                }
            }
            Err(error) => {
                return Err(error)
                    .with_context(|| format!("`{}` cannot be written", copy.display()));
            }
        }
    }
    bail!(
        "there are a thousand copies of `{}`; delete some",
        path.display()
    )
}
