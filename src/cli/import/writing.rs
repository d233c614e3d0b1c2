//! Writing what was imported: all of it or nothing, and of what changes a copy is kept. Where the machine stops in between,
//! the same import once more writes the rest.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::cli::fresh::{ensure_unlinked, keep};
use crate::cli::replace::replace;
use crate::compile::files::Files;
use crate::import::Imported;

/// Files that were changed, each with its copy.
type Kept = Vec<(PathBuf, PathBuf)>;

/// Writes new and changed files below a folder.
///
/// # Errors
/// If one cannot be written, or was changed since it was read; then the folder is as it was.
pub(super) fn write(to: &Path, imported: &Imported, read: &Files) -> Result<Kept> {
    let mut undo = Undo::default();
    let written = undo.write(to, imported, read);
    match written {
        Ok(()) => Ok(undo.kept),
        Err(error) => {
            undo.take_back();
            Err(error)
        }
    }
}

/// What has been done to the disk.
#[derive(Default)]
struct Undo {
    /// The outer first.
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
    kept: Kept,
}

impl Undo {
    fn write(&mut self, to: &Path, imported: &Imported, read: &Files) -> Result<()> {
        let mut staged = Vec::new();
        self.folder(to)?;
        for (name, bytes) in imported.steps(read) {
            ensure_below(name)?;
            let path = to.join(name);
            if let (Some(folder), Some(below)) = (path.parent(), Path::new(name).parent()) {
                ensure_unlinked(to, below)?;
                self.folder(folder)?;
            }
            match read.files.get(name) {
                Some(before) => {
                    let now = fs::read(&path).ok();
                    ensure!(
                        now.as_ref() == Some(before),
                        "`{}` was changed meanwhile; run this again",
                        path.display()
                    );
                    let copy = keep(&path, before)?;
                    self.kept.push((path.clone(), copy));
                }
                None => {
                    ensure!(
                        fs::symlink_metadata(&path).is_err(),
                        "`{}` is there meanwhile; run this again",
                        path.display()
                    );
                    self.files.push(path.clone());
                }
            }
            staged.push((path, bytes.to_vec()));
        }
        replace(staged)
    }

    /// Makes a folder and those around it that are missing.
    fn folder(&mut self, folder: &Path) -> Result<()> {
        let missing = folder
            .ancestors()
            .take_while(|one| !one.as_os_str().is_empty() && !one.exists());
        let mut missing: Vec<_> = missing.collect();
        missing.reverse();
        for one in missing {
            fs::create_dir(one).with_context(|| format!("`{}` cannot be made", one.display()))?;
            self.folders.push(one.to_owned());
        }
        Ok(())
    }

    /// Best effort: makes the folder what it was.
    fn take_back(self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for (path, copy) in &self.kept {
            let _ = fs::rename(copy, path);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// What is imported is named by this program; that no name leads out is seen to all the same.
fn ensure_below(name: &str) -> Result<()> {
    let is_part = |part: &str| {
        !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0'])
    };
    ensure!(
        name.split('/').all(is_part),
        "`{name}` is no name of a content file"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn imported(files: &[(&str, &str)]) -> Imported {
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        Imported {
            files: files.collect::<BTreeMap<_, _>>(),
            ..Imported::default()
        }
    }

    /// All files below a folder with what they hold.
    fn held(folder: &Path) -> Vec<String> {
        let mut held = Vec::new();
        let mut open = vec![folder.to_owned()];
        while let Some(next) = open.pop() {
            for entry in fs::read_dir(next).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path
                        .strip_prefix(folder)
                        .expect("below")
                        .display()
                        .to_string();
                    held.push(format!(
                        "{name}={}",
                        fs::read_to_string(&path).expect("a text")
                    ));
                }
            }
        }
        held.sort();
        held
    }

    #[test]
    fn copies_are_kept_of_what_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let to = folder.path();
        for text in ["1", "2", "3"] {
            let read = Files::read(to).expect("a folder");
            write(to, &imported(&[("sources.toml", text)]), &read).expect("written");
        }
        assert_eq!(
            held(to),
            [
                "sources.toml.bak.2=2",
                "sources.toml.bak=1",
                "sources.toml=3"
            ]
        );
    }

    #[test]
    fn nothing_is_left_of_what_cannot_be_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let to = folder.path().join("a/b");
        // A folder stands where the last file would be.
        let files = imported(&[
            ("articles/x.md", "x"),
            ("zoo.toml/y.toml", "y"),
            ("zoo.toml", "z"),
        ]);
        write(&to, &files, &Files::default()).expect_err("a file has no files");
        assert!(!folder.path().join("a").exists());

        fs::write(folder.path().join("sources.toml"), "old").expect("written");
        let read = Files::read(folder.path()).expect("a folder");
        let files = imported(&[
            ("sources.toml", "new"),
            ("zoo.toml/y.toml", "y"),
            ("zoo.toml", "z"),
        ]);
        write(folder.path(), &files, &read).expect_err("a file has no files");
        assert_eq!(held(folder.path()), ["sources.toml=old"]);
    }

    #[test]
    fn what_was_changed_meanwhile_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let to = folder.path();
        fs::write(to.join("sources.toml"), "old").expect("written");
        let read = Files::read(to).expect("a folder");
        fs::write(to.join("sources.toml"), "newer").expect("written");
        fs::write(to.join("events.toml"), "mine").expect("written");
        for file in ["sources.toml", "events.toml"] {
            let error = write(to, &imported(&[(file, "x")]), &read).expect_err("changed");
            assert!(
                error.to_string().contains("meanwhile; run this again"),
                "{error}"
            );
        }
        assert_eq!(held(to), ["events.toml=mine", "sources.toml=newer"]);
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for name in [
            "../x.md",
            "/etc/x.md",
            "articles/../../x.md",
            "c:x.md",
            "a\\b.md",
            ".git/x",
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            write(folder.path(), &imported(&[(name, "x")]), &Files::default()).expect_err(name);
        }
    }
}
