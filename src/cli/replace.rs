//! Files of the author's that this program changes: each is written whole aside, and then all are moved into place.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// A file with what it is to hold.
pub(super) struct Replacement {
    path: PathBuf,
    aside: PathBuf,
}

/// Replaces files, in this order: when it stops half-way, those before are new, those behind are old, and each is whole.
///
/// # Errors
/// If one cannot be written; then none is changed, unless moving into place fails.
pub(super) fn replace(files: Vec<(PathBuf, Vec<u8>)>) -> Result<()> {
    replace_if(files, || Ok(()))
}

/// The same, if what `holds` asks for holds still once everything is written aside.
///
/// # Errors
/// As [`replace`] has them, and those of `holds`.
pub(super) fn replace_if(
    files: Vec<(PathBuf, Vec<u8>)>,
    holds: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let mut staged = Vec::new();
    for (path, bytes) in files {
        match Replacement::stage(&path, &bytes) {
            Ok(replacement) => staged.push(replacement),
            Err(error) => {
                staged.iter().for_each(Replacement::discard);
                return Err(error).with_context(|| format!("writing {}", path.display()));
            }
        }
    }
    if let Err(error) = holds() {
        staged.iter().for_each(Replacement::discard);
        return Err(error);
    }
    for (done, replacement) in staged.iter().enumerate() {
        let moved = fs::rename(&replacement.aside, &replacement.path);
        if moved.is_err() {
            staged[done..].iter().for_each(Replacement::discard);
        }
        moved.with_context(|| format!("writing {}", replacement.path.display()))?;
    }
    Ok(())
}

/// What a file is called while it is written.
const ASIDE: &str = ".article-explorer-new";

/// Whether a file was written aside by a run that was stopped.
pub(super) fn is_aside(name: &OsStr) -> bool {
    name.to_string_lossy().ends_with(ASIDE)
}

impl Replacement {
    /// Writes what a file is to hold beside it, under a name that is no content.
    fn stage(path: &Path, bytes: &[u8]) -> Result<Self> {
        // A link stays one: what it leads to is replaced.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let aside = path.with_file_name(format!(".{name}{ASIDE}"));
        let staged = Self { path, aside };
        let written = staged.write(bytes);
        if written.is_err() {
            staged.discard();
        }
        written.map(|()| staged)
    }

    fn write(&self, bytes: &[u8]) -> Result<()> {
        // What a run that was stopped has left, or a link that somebody put there.
        let _ = fs::remove_file(&self.aside);
        let mut file = File::create_new(&self.aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if let Ok(before) = fs::metadata(&self.path) {
            ensure!(before.is_file(), "it is no file");
            ensure!(
                !before.permissions().readonly(),
                "the file may not be written"
            );
            fs::set_permissions(&self.aside, before.permissions())?;
        }
        Ok(())
    }

    /// Best effort: what stays is hidden, and no content.
    fn discard(&self) {
        let _ = fs::remove_file(&self.aside);
    }
}
