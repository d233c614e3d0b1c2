//! Where new files lie until each is moved into place: a folder inside the written one, since only within one file
//! system a move is whole.
//!
//! # Why
//! A stopped build leaves it behind, and the next one clears it away, but nothing that anybody else put there. So it
//! holds a sign, written first and removed last, and files called by numbers; anything else makes it somebody's.

use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

/// Name of the staging folder in the folder that is written.
pub(super) const STAGING: &str = ".article-explorer-new";

const SIGN: &str = "README.txt";
const SIGNED: &str = "Article Explorer writes a site's files here before it moves them into place.\n\
    What a stopped build left here is cleared away by the next one.\n";

/// An open staging folder, which no other build uses.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    /// Held while this build lives, however it ends.
    _lock: File,
}

impl Staging {
    /// Opens the staging folder of a folder. A leftover must have been cleared.
    pub(super) fn open(written: &Path) -> Result<Self> {
        let folder = written.join(STAGING);
        fs::create_dir(&folder).with_context(|| format!("creating {}", folder.display()))?;
        let sign = folder.join(SIGN);
        let writing = || format!("writing {}", sign.display());
        let mut lock = File::create_new(&sign).with_context(writing)?;
        // Where files cannot be locked, two builds of one folder at once are the user's to avoid.
        let _ = lock.try_lock();
        lock.write_all(SIGNED.as_bytes()).with_context(writing)?;
        Ok(Self {
            folder,
            _lock: lock,
        })
    }

    /// Where the file of this number is.
    pub(super) fn path_of(&self, number: usize) -> PathBuf {
        self.folder.join(number.to_string())
    }
}

/// Removes what a build left in its staging folder, if there is any.
pub(super) fn clear(written: &Path) -> Result<()> {
    let folder = written.join(STAGING);
    if !is_leftover(&folder)? {
        return Ok(());
    }
    let clearing = || format!("clearing {}", folder.display());
    for name in names(&folder)? {
        if name != SIGN {
            fs::remove_file(folder.join(name)).with_context(clearing)?;
        }
    }
    match fs::remove_file(folder.join(SIGN)) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(error).with_context(clearing);
        }
        _ => {}
    }
    fs::remove_dir(&folder).with_context(clearing)
}

/// Whether a build that is no more left its staging folder here.
///
/// # Errors
/// If the folder is another build's, or holds what no build put there.
pub(super) fn is_leftover(folder: &Path) -> Result<bool> {
    let reading = || format!("reading {}", folder.display());
    match folder.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error).with_context(reading),
        Ok(found) if !found.is_dir() => bail!(in_the_way(folder)),
        Ok(_) => {}
    }
    let names = names(folder)?;
    if names.is_empty() {
        return Ok(true);
    }
    let sign = folder.join(SIGN);
    ensure!(
        names.iter().any(|name| name == SIGN) && sign.symlink_metadata().is_ok_and(|f| f.is_file()),
        in_the_way(folder)
    );
    let mut file = File::open(&sign).with_context(reading)?;
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        bail!(
            "another build writes into `{}` now; wait until it has ended",
            folder.parent().unwrap_or(folder).display()
        );
    }
    let mut written = Vec::new();
    file.read_to_end(&mut written).with_context(reading)?;
    let whole = written == SIGNED.as_bytes();
    let is_ours = |name: &String| {
        let number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
        let file = folder.join(name).symlink_metadata();
        name == SIGN || whole && number && file.is_ok_and(|file| file.is_file())
    };
    ensure!(
        SIGNED.as_bytes().starts_with(&written) && names.iter().all(is_ours),
        in_the_way(folder)
    );
    Ok(true)
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    entries
        .map(|entry| {
            let entry = entry.with_context(|| format!("reading {}", folder.display()))?;
            Ok(entry.file_name().to_string_lossy().into_owned())
        })
        .collect()
}

fn in_the_way(folder: &Path) -> String {
    format!(
        "`{}` holds something that no build put there; move it away, then build again",
        folder.display()
    )
}
