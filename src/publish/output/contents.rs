//! What a folder is to hold.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use rayon::prelude::*;

use crate::publish::output::digest::Digest;
use crate::publish::output::marker::is_name;
use crate::publish::output::packed::Packed;

/// The files that a folder is to hold, in the order of writing.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    pub(super) new: Vec<New>,
    pages: usize,
}

/// A file to be written.
#[derive(Clone, Debug)]
pub(super) struct New {
    pub(super) name: String,
    pub(super) origin: Origin,
    pub(super) digest: Digest,
}

/// Where the bytes of a new file are until it is written.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    Memory(Packed),
    /// A file, by its absolute path.
    File(PathBuf),
}

/// What a file to be written is taken from.
#[derive(Clone, Debug)]
pub enum Source {
    Bytes(Vec<u8>),
    /// A file that is copied.
    File(PathBuf),
}

impl New {
    fn from(name: String, source: Source) -> Result<Self> {
        match source {
            Source::Bytes(bytes) => Ok(Self::of_bytes(name, &bytes)),
            Source::File(from) => Self::copy(name, &from),
        }
    }

    pub(super) fn of_bytes(name: String, bytes: &[u8]) -> Self {
        Self {
            name,
            digest: Digest::of(bytes),
            origin: Origin::Memory(Packed::of(bytes)),
        }
    }

    fn copy(name: String, from: &Path) -> Result<Self> {
        let from =
            std::path::absolute(from).with_context(|| format!("finding {}", from.display()))?;
        let digest =
            Digest::of_file(&from).with_context(|| format!("reading {}", from.display()))?;
        Ok(Self {
            name,
            origin: Origin::File(from),
            digest,
        })
    }
}

impl Contents {
    /// These files under the names given with them, and then these pages, which may name them. Each page is let go as soon as
    /// it is packed.
    ///
    /// # Errors
    /// If a file cannot be read, or two have one name.
    pub fn of(
        files: Vec<(String, Source)>,
        pages: impl IntoParallelIterator<Item = (String, Vec<u8>)>,
    ) -> Result<Self> {
        let mut contents = Self::default();
        for (name, source) in files {
            contents.new.push(New::from(name, source)?);
        }
        let pages = pages.into_par_iter();
        let mut pages: Vec<_> = pages
            .map(|(name, bytes)| New::of_bytes(name, &bytes))
            .collect();
        // The front page comes last: it leads to all others.
        pages.sort_by(|one, other| {
            let place = |new: &New| (new.name == FRONT, new.name.clone());
            place(one).cmp(&place(other))
        });
        contents.pages = pages.len();
        contents.new.append(&mut pages);
        let mut names = BTreeSet::new();
        for New { name, .. } in &contents.new {
            ensure!(is_name(name), "no file of a site can be called `{name}`");
            ensure!(
                names.insert(name),
                "two files of the site would be called `{name}`; rename the picture or article that has this name"
            );
        }
        Ok(contents)
    }

    /// How many pages there are among them.
    pub fn pages(&self) -> usize {
        self.pages
    }
}

pub(super) const FRONT: &str = "index.html";
