//! A folder to write: where it really is, what it may not overlap, what lies in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::publish::output::digest::Digest;
use crate::publish::output::marker::{MARKER, Marker};
use crate::publish::output::plan::{FoundEntry, Listing};
use crate::publish::output::staging::{self, STAGING};

/// A folder to write, which need not exist.
#[derive(Clone, Debug)]
pub struct Folder {
    /// As its owner names it.
    shown: PathBuf,
    /// Absolute, every link on the way resolved.
    path: PathBuf,
}

impl Folder {
    /// The folder of this name, seen from where the program runs now.
    ///
    /// # Errors
    /// If a link on the way leads nowhere, or a file stands in the way.
    pub fn at(shown: &Path) -> Result<Self> {
        let path = resolved(shown)?;
        ensure!(
            !path.exists() || path.is_dir(),
            "`{}` is a file; name a folder",
            shown.display()
        );
        Ok(Self {
            shown: shown.to_owned(),
            path,
        })
    }

    /// Refuses a folder that is, holds or lies in the folder with the content.
    ///
    /// # Errors
    /// If it does.
    pub fn keep_apart(&self, content: &Path) -> Result<()> {
        let (out, inner) = (&self.path, resolved(content)?);
        let what = if *out == inner {
            "is"
        } else if inner.starts_with(out) {
            "holds"
        } else if out.starts_with(&inner) {
            "lies in"
        } else {
            return Ok(());
        };
        bail!(
            "`{}` {what} the content folder `{}`, where nothing is written; name a folder beside it with --out",
            self.shown.display(),
            content.display()
        );
    }

    /// Whether both are one folder on the disk.
    ///
    /// # Errors
    /// If a link on the way leads nowhere, or a file stands in the way.
    pub fn is(&self, other: &Path) -> Result<bool> {
        Ok(self.path == resolved(other)?)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where a file of this name is.
    pub(super) fn path_of(&self, name: &str) -> PathBuf {
        name.split('/')
            .fold(self.path.clone(), |path, part| path.join(part))
    }

    /// The folder as its owner calls it.
    pub(super) fn shown(&self) -> String {
        self.shown.display().to_string()
    }

    /// A file as its owner would call it.
    pub(super) fn shown_of(&self, name: &str) -> String {
        self.shown.join(name).display().to_string()
    }

    /// The marker of a folder that has one.
    pub(super) fn marker(&self) -> Result<Option<Marker>> {
        let path = self.path_of(MARKER);
        // A pipe would wait for its other end.
        ensure!(
            !path.exists() || path.is_file(),
            "`{}` is no file; move it away, or name another folder with --out",
            self.shown_of(MARKER)
        );
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(error).with_context(|| format!("reading {}", self.shown_of(MARKER)));
            }
        };
        let marker = Marker::parse(&bytes).with_context(|| {
            format!(
                "`{}` is no list of files that this version of the program can read; name another folder with --out",
                self.shown_of(MARKER)
            )
        })?;
        Ok(Some(marker))
    }

    /// What lies here, as far as a plan needs to know.
    pub(super) fn listing<'a>(&self, new: impl Iterator<Item = &'a str>) -> Result<Listing> {
        let marker = self.marker()?;
        let listed = marker.iter().flat_map(|marker| marker.files.keys());
        let names: BTreeSet<_> = listed.cloned().chain(new.map(str::to_owned)).collect();
        let mut entries = BTreeMap::new();
        for name in names {
            if let Some(entry) = self.entry(&name)? {
                entries.insert(name, entry);
            }
        }
        Ok(Listing {
            empty: self.is_empty()?,
            marker,
            entries,
        })
    }

    /// What stands at the place of a file; nothing if it is free. No link is followed.
    pub(super) fn entry(&self, name: &str) -> Result<Option<FoundEntry>> {
        let mut path = self.path.clone();
        let mut at = String::new();
        for part in name.split('/') {
            path.push(part);
            if !at.is_empty() {
                at.push('/');
            }
            at.push_str(part);
            let reading = || format!("reading {}", self.shown_of(&at));
            let found = match path.symlink_metadata() {
                Ok(found) => found,
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(error).with_context(reading),
            };
            if at.len() < name.len() {
                if !found.is_dir() {
                    return Ok(Some(FoundEntry::Other { at }));
                }
            } else if found.is_file() {
                let digest = Digest::of_file(&path).with_context(reading)?;
                return Ok(Some(FoundEntry::File(digest)));
            }
        }
        Ok(Some(FoundEntry::Other { at }))
    }

    fn is_empty(&self) -> Result<bool> {
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
            Err(error) => return Err(error).with_context(|| format!("reading {}", self.shown())),
        };
        for entry in entries {
            let name = entry
                .with_context(|| format!("reading {}", self.shown()))?
                .file_name();
            // A build that was stopped before its first file.
            if name != STAGING || !staging::is_leftover(&self.path.join(name))? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// An absolute path with every link on the way resolved; the end need not exist.
fn resolved(path: &Path) -> Result<PathBuf> {
    let reading = || format!("finding `{}`", path.display());
    let absolute = std::path::absolute(path).with_context(reading)?;
    let mut found = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::CurDir => continue,
            Component::ParentDir => {
                found.pop();
                continue;
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                found.push(component);
            }
        }
        if matches!(component, Component::Prefix(_)) {
            continue;
        }
        match found.symlink_metadata() {
            Ok(_) => {
                found = found.canonicalize().with_context(|| {
                    format!("`{}` is a link that leads nowhere", found.display())
                })?;
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(reading),
        }
    }
    Ok(found)
}
