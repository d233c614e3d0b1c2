//! The only reading of content from disk: a folder in, named texts out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::compile::finding::Finding;
use crate::compile::place::Place;

/// The files of a content folder by path below it, with `/` between parts. Hidden files stay out.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// Markdown and TOML. Bytes, since a file may not be UTF-8.
    pub files: BTreeMap<String, Vec<u8>>,
    /// All other files, such as pictures: that they are there is enough.
    pub others: BTreeSet<String>,
    /// The folder as its owner names it; findings name their files by it.
    pub folder: String,
}

impl Files {
    /// Reads a content folder.
    ///
    /// # Errors
    /// When the folder is missing or something in it cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Finding> {
        if !folder.is_dir() {
            let name = folder.display().to_string();
            let message = format!("there is no folder `{name}`");
            return Err(
                Finding::error("missing-folder", &Place::whole(&name), message)
                    .help("name the folder that holds `site.toml`"),
            );
        }
        let mut files = Self {
            folder: folder.display().to_string(),
            ..Self::default()
        };
        files.read_below(folder, "")?;
        Ok(files)
    }

    /// Files from paths and texts, for tests and for editors that hold unsaved text.
    pub fn from_texts<P: Into<String>, T: Into<Vec<u8>>>(
        texts: impl IntoIterator<Item = (P, T)>,
    ) -> Self {
        let mut files = Self::default();
        for (path, text) in texts {
            files
                .add(path.into(), || {
                    Ok::<_, std::convert::Infallible>(text.into())
                })
                .unwrap_or_else(|never| match never {});
        }
        files
    }

    fn read_below(&mut self, folder: &Path, prefix: &str) -> Result<(), Finding> {
        for entry in fs::read_dir(folder).map_err(|error| unreadable(prefix, &error))? {
            let entry = entry.map_err(|error| unreadable(prefix, &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = if prefix.is_empty() {
                name
            } else {
                format!("{prefix}/{name}")
            };
            if fs::metadata(entry.path())
                .map_err(|error| unreadable(&path, &error))?
                .is_dir()
            {
                self.read_below(&entry.path(), &path)?;
            } else {
                self.add(path.clone(), || fs::read(entry.path()))
                    .map_err(|error| unreadable(&path, &error))?;
            }
        }
        Ok(())
    }

    fn add<E>(
        &mut self,
        path: String,
        bytes: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<(), E> {
        if path.ends_with(".md") || path.ends_with(".toml") {
            self.files.insert(path, bytes()?);
        } else {
            self.others.insert(path);
        }
        Ok(())
    }
}

fn unreadable(path: &str, error: &std::io::Error) -> Finding {
    Finding::error(
        "unreadable-file",
        &Place::whole(path),
        format!("`{path}` cannot be read: {error}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_folder_is_a_finding() {
        let finding = Files::read(Path::new("no/such/folder")).expect_err("there is none");
        assert_eq!(
            (finding.code, finding.message.as_str()),
            ("missing-folder", "there is no folder `no/such/folder`")
        );
    }

    #[test]
    fn texts_are_read_and_pictures_only_named() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("images")).expect("a folder");
        for name in ["site.toml", "images/x.jpg", ".hidden.toml"] {
            fs::write(folder.path().join(name), "x").expect("a file");
        }
        let files = Files::read(folder.path()).expect("it is there");
        assert_eq!(files.files.keys().collect::<Vec<_>>(), ["site.toml"]);
        assert_eq!(files.others.iter().collect::<Vec<_>>(), ["images/x.jpg"]);
    }
}
