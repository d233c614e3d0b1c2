//! The files that are named on the command line, or lie in a folder that is.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};

use crate::import::{Input, beside};

/// Bytes of a file that are read; more than any format may have.
const LARGEST: u64 = 200 << 20;

/// Files that are read of a folder, and all bytes of them.
const MOST: usize = 20_000;
const ALL: u64 = 1 << 30;

/// Folders in each other: deeper than anybody keeps notes.
const DEPTH: usize = 32;

/// What was read, and what was not.
#[derive(Default)]
pub(super) struct Inputs {
    pub(super) files: Vec<Input>,
    /// Links and the like, each told.
    pub(super) left_out: Vec<String>,
    bytes: u64,
}

impl Inputs {
    /// Reads files and folders; hidden files and the folder `to` stay out.
    ///
    /// # Errors
    /// If one that was named is not there, cannot be read, or is too large.
    pub(super) fn read(named: &[PathBuf], to: &Path) -> Result<Self> {
        let mut inputs = Self::default();
        let to = to.canonicalize().ok();
        let mut roots = BTreeSet::new();
        for path in named {
            if path == Path::new("-") {
                let mut bytes = Vec::new();
                let read = io::stdin().take(LARGEST + 1).read_to_end(&mut bytes);
                read.context("what is piped in cannot be read")?;
                inputs.push("-".to_owned(), bytes)?;
                continue;
            }
            let name = path.display();
            let found = fs::metadata(path).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => {
                    anyhow!("there is no file `{name}`; name one that is there")
                }
                _ => anyhow!("`{name}` cannot be read: {error}"),
            })?;
            if found.is_dir() {
                let canonical = path.canonicalize();
                let canonical = canonical.with_context(|| format!("`{name}` cannot be read"))?;
                ensure!(
                    to.as_ref() != Some(&canonical),
                    "`{name}` is the folder that is written into; name another one with --to"
                );
                // Of several folders two may have files of one name.
                let root = if named.len() == 1 {
                    String::new()
                } else {
                    root(&canonical, &mut roots)
                };
                inputs.folder(path, &root, to.as_deref(), 0)?;
            } else {
                ensure!(
                    found.is_file(),
                    "`{name}` is neither a file nor a folder; name a file"
                );
                inputs.file(path, slashed(path))?;
                inputs.companions(path)?;
            }
        }
        Ok(inputs)
    }

    fn folder(
        &mut self,
        folder: &Path,
        prefix: &str,
        to: Option<&Path>,
        depth: usize,
    ) -> Result<()> {
        let name = folder.display();
        ensure!(
            depth <= DEPTH,
            "`{name}` lies more than {DEPTH} folders deep; import that folder itself"
        );
        let entries = fs::read_dir(folder).with_context(|| format!("`{name}` cannot be read"))?;
        let entries: io::Result<Vec<_>> = entries.collect();
        let mut entries = entries.with_context(|| format!("`{name}` cannot be read"))?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let file = entry.file_name().to_string_lossy().into_owned();
            if file.starts_with('.') {
                continue;
            }
            let path = entry.path();
            let below = if prefix.is_empty() {
                file
            } else {
                format!("{prefix}/{file}")
            };
            let kind = entry
                .file_type()
                .with_context(|| format!("`{}` cannot be read", path.display()))?;
            if kind.is_dir() {
                if to.is_some() && path.canonicalize().ok().as_deref() == to {
                    continue;
                }
                self.folder(&path, &below, to, depth + 1)?;
            } else if kind.is_file() {
                self.file(&path, below)?;
            } else {
                let what =
                    "it is a link, a pipe or the like; put a copy of what it leads to in its place";
                self.left_out.push(format!("{}: {what}", path.display()));
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, name: String) -> Result<()> {
        let file =
            File::open(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
        let mut bytes = Vec::new();
        file.take(LARGEST + 1)
            .read_to_end(&mut bytes)
            .with_context(|| format!("`{}` cannot be read", path.display()))?;
        self.push(name, bytes)
    }

    fn push(&mut self, name: String, bytes: Vec<u8>) -> Result<()> {
        let size = bytes.len() as u64;
        ensure!(
            size <= LARGEST,
            "`{name}` has more than {} MB; part it, or leave out its pictures",
            LARGEST >> 20
        );
        self.bytes += size;
        ensure!(
            self.files.len() < MOST && self.bytes <= ALL,
            "these are more than {MOST} files or {} MB; import them in parts",
            ALL >> 20
        );
        self.files.push(Input { name, bytes });
        Ok(())
    }

    /// The pictures that a document shows from beside it: below its own folder, by no link.
    fn companions(&mut self, path: &Path) -> Result<()> {
        let Some(document) = self.files.last() else {
            return Ok(());
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let prefix = document
            .name
            .rsplit_once('/')
            .map_or("", |(prefix, _)| prefix);
        let prefix = prefix.to_owned();
        for below in beside(document) {
            let picture = folder.join(&below);
            let is_inside = || {
                let (root, real) = (real(folder), picture.canonicalize().ok()?);
                Some(real.starts_with(root?) && real.is_file())
            };
            if is_inside() != Some(true) {
                continue;
            }
            let name = if prefix.is_empty() {
                below
            } else {
                format!("{prefix}/{below}")
            };
            if !self.files.iter().any(|one| one.name == name) {
                self.file(&picture, name)?;
            }
        }
        Ok(())
    }
}

/// What a folder is called among others: its name, and a number where another has that.
fn root(folder: &Path, roots: &mut BTreeSet<String>) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    let mut names = [name.clone().into_owned()].into_iter().chain(numbered);
    let free = names.find(|name| !name.is_empty() && roots.insert(name.clone()));
    free.unwrap_or_default()
}

fn real(folder: &Path) -> Option<PathBuf> {
    if folder.as_os_str().is_empty() {
        Path::new(".").canonicalize().ok()
    } else {
        folder.canonicalize().ok()
    }
}

/// A name as inputs have it, with `/` between parts.
fn slashed(path: &Path) -> String {
    let name = path.to_string_lossy().into_owned();
    if cfg!(windows) {
        name.replace('\\', "/")
    } else {
        name
    }
}
