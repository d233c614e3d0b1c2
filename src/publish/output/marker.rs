//! The marker: the file in a written folder that lists every file of ours in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

use crate::publish::output::digest::Digest;
use crate::publish::output::staging::STAGING;

/// Name of the marker in the folder it speaks of.
pub(super) const MARKER: &str = ".article-explorer.json";

/// A marker of another number is not read here.
const FORMAT: u32 = 1;

const ABOUT: &str = "Article Explorer wrote the files listed here, each with its SHA-256. It replaces and removes \
    only these, and a file that was changed since is kept. Names beginning with .article-explorer are its own.";

/// The files of ours in a folder, by path below it with `/` between parts, with the digests they may have: while a
/// site is written the old one and the new one, afterwards one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) files: BTreeMap<String, BTreeSet<Digest>>,
}

#[derive(Serialize, Deserialize)]
struct MarkerFile<F> {
    about: String,
    format: u32,
    files: F,
}

impl Marker {
    /// Reads a marker; nothing comes back where the bytes are none, or one of another version.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let written: MarkerFile<BTreeMap<String, BTreeSet<Digest>>> =
            serde_json::from_slice(bytes).ok()?;
        let known = written.format == FORMAT && written.files.keys().all(|name| is_name(name));
        known.then_some(Self {
            files: written.files,
        })
    }

    /// The bytes to write. The same marker gives the same bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let written = MarkerFile {
            about: ABOUT.to_owned(),
            format: FORMAT,
            files: &self.files,
        };
        let mut bytes =
            serde_json::to_vec_pretty(&written).expect("strings and numbers have a JSON form");
        bytes.push(b'\n');
        bytes
    }
}

/// Whether a name stays below the folder on this system and is none that the writer uses itself.
pub(super) fn is_name(name: &str) -> bool {
    let is_part = |part: &str| {
        let mut components = Path::new(part).components();
        let normal = matches!(components.next(), Some(Component::Normal(alone)) if alone.to_str() == Some(part));
        normal && components.next().is_none()
    };
    let first = name.split('/').next().unwrap_or_default();
    name.split('/').all(is_part) && first != MARKER && first != STAGING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_comes_back_as_it_was_written() {
        let digests = BTreeSet::from([Digest::of(b"old"), Digest::of(b"new")]);
        let files = BTreeMap::from([("town/index.html".to_owned(), digests)]);
        let marker = Marker { files };
        assert_eq!(Marker::parse(&marker.bytes()), Some(marker));
    }

    #[test]
    fn a_marker_that_names_files_outside_its_folder_is_none() {
        for name in [
            "../letter.txt",
            "a/../../letter.txt",
            "/etc/passwd",
            "",
            "a//b",
            "./a",
            MARKER,
            ".article-explorer-new/0",
        ] {
            let text = format!(r#"{{ "about": "", "format": 1, "files": {{ "{name}": [] }} }}"#);
            assert_eq!(Marker::parse(text.as_bytes()), None, "{name}");
        }
        let other = br#"{ "about": "", "format": 2, "files": {} }"#;
        assert_eq!(Marker::parse(other), None);
    }
}
