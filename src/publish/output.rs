//! Writing a site: aside first, then swapped in whole, so that no error, full disk or interruption leaves half of one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::publish::document::GENERATOR;
use crate::publish::{Pages, markup};

/// Set when the user interrupts; asked between files, so that an unfinished folder is cleared away.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// An interrupt that Ctrl-C and termination set.
    ///
    /// # Errors
    /// If the system refuses a handler.
    pub fn on_signal() -> Result<Self> {
        let interrupt = Self::default();
        let flag = interrupt.0.clone();
        ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed))
            .context("listening for Ctrl-C")?;
        Ok(interrupt)
    }

    fn check(&self) -> Result<()> {
        ensure!(
            !self.0.load(Ordering::Relaxed),
            "interrupted; nothing was changed"
        );
        Ok(())
    }
}

/// Makes `folder` hold exactly these pages and files (copied under their own names).
///
/// # Errors
/// If something cannot be written, if the user interrupts, or if `folder` holds anything but a site of ours.
/// The folder is then as it was.
pub fn swap_in(
    folder: &Path,
    pages: &Pages,
    files: &[(String, PathBuf)],
    interrupt: &Interrupt,
) -> Result<()> {
    refuse_strangers(folder)?;
    let parent = folder
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(parent).with_context(|| format!("creating {}", parent.display()))?;
    let aside = TempDir::with_prefix_in(".article-explorer-", parent)
        .with_context(|| format!("writing beside {}", folder.display()))?;
    let new = aside.path().join("new");
    write_all(&new, pages, files, interrupt)?;
    interrupt.check()?;
    let old = aside.path().join("old");
    let had = folder.exists();
    if had {
        fs::rename(folder, &old)
            .with_context(|| format!("moving the old {} aside", folder.display()))?;
    }
    if let Err(error) = fs::rename(&new, folder) {
        if had {
            fs::rename(&old, folder)
                .with_context(|| format!("bringing the old {} back", folder.display()))?;
        }
        return Err(error).with_context(|| format!("moving the new site to {}", folder.display()));
    }
    Ok(())
}

/// Writes pages and copies files into a folder.
///
/// # Errors
/// If something cannot be written, or the user interrupts.
pub fn write_all(
    folder: &Path,
    pages: &Pages,
    files: &[(String, PathBuf)],
    interrupt: &Interrupt,
) -> Result<()> {
    let place = |name: &str| -> Result<PathBuf> {
        interrupt.check()?;
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).with_context(|| format!("creating {}", parent.display()))?;
        Ok(path)
    };
    for (name, from) in files {
        let to = place(name)?;
        fs::copy(from, &to)
            .with_context(|| format!("copying {} to {}", from.display(), to.display()))?;
    }
    for (name, bytes) in pages {
        let to = place(name)?;
        fs::write(&to, markup::tight(bytes))
            .with_context(|| format!("writing {}", to.display()))?;
    }
    Ok(())
}

/// A folder with anything in it that is no site of ours is somebody's: it is not replaced.
fn refuse_strangers(folder: &Path) -> Result<()> {
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("reading {}", folder.display())),
    };
    let ours = || {
        fs::read(folder.join("index.html"))
            .is_ok_and(|html| String::from_utf8_lossy(&html).contains(brand()))
    };
    if entries.next().is_some() && !ours() {
        bail!(
            "{} holds something else than a site made by this program; name another folder with --out, or empty it",
            folder.display()
        );
    }
    Ok(())
}

/// Any version's name in its pages.
fn brand() -> &'static str {
    GENERATOR
        .rsplit_once(' ')
        .map_or(GENERATOR, |(name, _)| name)
}
