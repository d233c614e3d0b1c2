//! What a folder is to hold.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use rayon::prelude::*;

use crate::publish::Pages;
use crate::publish::output::digest::Digest;
use crate::publish::output::marker::is_name;

/// The files that a folder is to hold, in the order of writing.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    pub(super) new: Vec<New>,
}

/// A file to be written.
#[derive(Clone, Debug)]
pub(super) struct New {
    pub(super) name: String,
    pub(super) source: Source,
    pub(super) digest: Digest,
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
            Source::Bytes(bytes) => Ok(Self::page(name, bytes)),
            Source::File(from) => Self::copy(name, &from),
        }
    }

    pub(super) fn page(name: String, bytes: Vec<u8>) -> Self {
        Self {
            name,
            digest: Digest::of(&bytes),
            source: Source::Bytes(bytes),
        }
    }

    fn copy(name: String, from: &Path) -> Result<Self> {
        let from =
            std::path::absolute(from).with_context(|| format!("finding {}", from.display()))?;
        let digest =
            Digest::of_file(&from).with_context(|| format!("reading {}", from.display()))?;
        Ok(Self {
            name,
            source: Source::File(from),
            digest,
        })
    }
}

impl Contents {
    /// These files under the names given with them, and then these pages, which may name them.
    ///
    /// # Errors
    /// If a file cannot be read, or two have one name.
    pub fn of(files: Vec<(String, Source)>, pages: Pages) -> Result<Self> {
        let mut contents = Self::default();
        for (name, source) in files {
            contents.new.push(New::from(name, source)?);
        }
        // The front page comes last: it leads to all others.
        let (front, others): (Vec<_>, Vec<_>) =
            pages.into_iter().partition(|(name, _)| name == FRONT);
        let pages: Vec<_> = others.into_iter().chain(front).collect();
        let pages = pages.into_par_iter();
        contents
            .new
            .par_extend(pages.map(|(name, bytes)| New::page(name, bytes)));
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
}

pub(super) const FRONT: &str = "index.html";
