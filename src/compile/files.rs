//! The files of a content folder, wherever they came from: read from disk by `folder`, or held by an editor.

use std::collections::BTreeMap;

/// Bytes that tell what a file is; an SVG may begin with remarks.
const HEAD: usize = 4096;

/// The lock of citations: its name below the content folder.
pub const LOCK: &str = "citations.lock";

/// The files of a content folder by path below it, with `/` between parts. Hidden files stay out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Markdown, TOML and the lock of citations. Bytes, since a file may not be UTF-8.
    pub files: BTreeMap<String, Vec<u8>>,
    /// All other files, such as pictures: how each begins, which tells what it is.
    pub others: BTreeMap<String, Vec<u8>>,
    /// What else stands in the folder.
    pub passed_over: BTreeMap<String, PassedOver>,
    /// The folder as its owner names it; findings name their files by it.
    pub folder: String,
}

/// What is not read, whatever it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// A link out of the content folder.
    OutsideLink,
    /// A link to a folder: it might lead back to a folder that holds it, or double what is read again and again.
    FolderLink,
    /// A pipe, a device: reading it may never end.
    SpecialFile,
}

impl Files {
    /// Files from paths and texts, for tests and for editors that hold unsaved text.
    pub fn from_texts<P: Into<String>, T: Into<Vec<u8>>>(
        texts: impl IntoIterator<Item = (P, T)>,
    ) -> Self {
        let mut files = Self::default();
        for (path, text) in texts {
            files
                .add(path.into(), |limit| {
                    let mut bytes = text.into();
                    bytes.truncate(limit.unwrap_or(bytes.len()));
                    Ok::<_, std::convert::Infallible>(bytes)
                })
                .unwrap_or_else(|never| match never {});
        }
        files
    }

    /// The text of a file, whatever its bytes are; empty where there is none.
    pub(crate) fn lossy(&self, path: &str) -> String {
        let bytes = self.files.get(path).map(Vec::as_slice).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    }

    /// The bytes of another file, if it is so short that all of them were read.
    pub(crate) fn whole(&self, path: &str) -> Option<&[u8]> {
        let head = self.others.get(path)?;
        (head.len() < HEAD).then_some(head)
    }

    /// Adds a file. `read` gives its bytes, at most so many: all of them only if it is one of those.
    pub(crate) fn add<E>(
        &mut self,
        path: String,
        read: impl FnOnce(Option<usize>) -> Result<Vec<u8>, E>,
    ) -> Result<(), E> {
        if path.ends_with(".md") || path.ends_with(".toml") || path == LOCK {
            self.files.insert(path, read(None)?);
        } else {
            self.others.insert(path, read(Some(HEAD))?);
        }
        Ok(())
    }
}
