//! The only reading of content from disk: a folder in, named texts out.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::compile::files::{Files, PassedOver};
use crate::compile::finding::Finding;
use crate::compile::findings::Findings;
use crate::compile::passed_over;
use crate::compile::source_span::SourceSpan;

impl Files {
    /// Reads a content folder. Links to files in it are read as these files; no other link is followed.
    ///
    /// # Errors
    /// When the folder is missing or something in it cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Vec<Finding>> {
        let findings = Findings::default();
        let name = folder.display().to_string();
        if !folder.is_dir() {
            let message = format!("there is no folder `{name}`");
            let help = "name the folder that holds `site.toml`";
            findings
                .error("missing-folder", &SourceSpan::whole(""), message)
                .help(help);
            return Err(findings.into_sorted());
        }
        let mut files = Self {
            folder: name,
            ..Self::default()
        };
        match folder.canonicalize() {
            Ok(root) => files.read_below(&root, &root, "", &findings),
            Err(error) => report_unreadable("", &error, &findings),
        }
        if findings.any(|_| true) {
            passed_over::report(&files, &findings);
            return Err(findings.into_sorted());
        }
        Ok(files)
    }

    fn read_below(&mut self, root: &Path, folder: &Path, prefix: &str, findings: &Findings) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return report_unreadable(prefix, &error, findings),
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    report_unreadable(prefix, &error, findings);
                    continue;
                }
            };
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = if prefix.is_empty() {
                name
            } else {
                format!("{prefix}/{name}")
            };
            match entry_at(root, &entry.path()) {
                Ok(EntryKind::Folder) => self.read_below(root, &entry.path(), &path, findings),
                Ok(EntryKind::File) => {
                    let read = |limit| read(&entry.path(), limit);
                    if let Err(error) = self.add(path.clone(), read) {
                        report_unreadable(&path, &error, findings);
                    }
                }
                Ok(EntryKind::PassedOver(what)) => {
                    self.passed_over.insert(path, what);
                }
                Err(error) => report_unreadable(&path, &error, findings),
            }
        }
    }
}

/// The bytes of a file, at most so many.
fn read(path: &Path, limit: Option<usize>) -> io::Result<Vec<u8>> {
    let Some(limit) = limit else {
        return fs::read(path);
    };
    let mut bytes = Vec::new();
    fs::File::open(path)?
        .take(limit as u64)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What stands at a path of the disk.
enum EntryKind {
    Folder,
    File,
    PassedOver(PassedOver),
}

/// What stands at a path of the disk; the content folder is at `root`. Nothing is opened for it: a pipe would wait for
/// its other end.
fn entry_at(root: &Path, path: &Path) -> io::Result<EntryKind> {
    let kind = fs::symlink_metadata(path)?.file_type();
    let is_link = kind.is_symlink();
    let kind = if is_link {
        let target = path.canonicalize()?;
        if !target.starts_with(root) {
            return Ok(EntryKind::PassedOver(PassedOver::OutsideLink));
        }
        fs::metadata(&target)?.file_type()
    } else {
        kind
    };
    Ok(if kind.is_file() {
        EntryKind::File
    } else if kind.is_dir() && is_link {
        EntryKind::PassedOver(PassedOver::FolderLink)
    } else if kind.is_dir() {
        EntryKind::Folder
    } else {
        EntryKind::PassedOver(PassedOver::SpecialFile)
    })
}

fn report_unreadable(path: &str, error: &io::Error, findings: &Findings) {
    let name = if path.is_empty() {
        "the folder".to_owned()
    } else {
        format!("`{path}`")
    };
    let message = format!("{name} cannot be read: {error}");
    findings
        .error("unreadable-file", &SourceSpan::whole(path), message)
        .help("remove it, or make it a file that you may read");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_folder_is_a_finding() {
        let findings = Files::read(Path::new("no/such/folder")).expect_err("there is none");
        let finding = &findings[0];
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
        assert_eq!(files.others.keys().collect::<Vec<_>>(), ["images/x.jpg"]);
    }

    #[cfg(unix)]
    mod on_unix {
        use super::*;
        use std::os::unix::fs::symlink;
        use std::os::unix::net::UnixListener;
        use std::path::PathBuf;
        use std::process::Command;

        /// A content folder with a link, pipe or the like in it, beside a folder `outside` with a file in it.
        fn workspace(make: impl FnOnce(&Path)) -> (tempfile::TempDir, PathBuf) {
            let workspace = tempfile::tempdir().expect("a folder");
            let content = workspace.path().join("content");
            for folder in ["content/images", "outside"] {
                fs::create_dir_all(workspace.path().join(folder)).expect("a folder");
            }
            for file in ["content/site.toml", "outside/letter.toml"] {
                fs::write(workspace.path().join(file), "x = 1").expect("a file");
            }
            make(&content);
            (workspace, content)
        }

        /// Exactly this is found, as `path: code: help`.
        #[track_caller]
        fn expect(content: &Path, said: &[&str]) {
            let found = Files::read(content).map_or_else(
                |found| found,
                |files| {
                    let findings = Findings::default();
                    passed_over::report(&files, &findings);
                    findings.into_sorted()
                },
            );
            let found: Vec<_> = found
                .iter()
                .map(|finding| format!("{}: {}: {}", finding.file, finding.code, finding.help))
                .collect();
            assert_eq!(found, said);
        }

        #[test]
        fn links_out_of_the_folder_are_not_followed() {
            let (workspace, content) = workspace(|content| {
                symlink("../../outside/letter.toml", content.join("images/a.toml"))
                    .expect("a link");
                symlink("../outside", content.join("b")).expect("a link");
                symlink("/etc", content.join("c")).expect("a link");
            });
            let help = "outside-link: put a copy of what it leads to in its place";
            let said = ["b", "c", "images/a.toml"].map(|path| format!("{path}: {help}"));
            expect(&content, &said.each_ref().map(String::as_str));
            // The help, to the letter.
            for link in ["images/a.toml", "b", "c"] {
                fs::remove_file(content.join(link)).expect("a link");
            }
            let letter = workspace.path().join("outside/letter.toml");
            fs::copy(&letter, content.join("images/a.toml")).expect("a copy");
            fs::create_dir(content.join("b")).expect("a folder");
            fs::copy(&letter, content.join("b/letter.toml")).expect("a copy");
            expect(&content, &[]);
        }

        #[test]
        fn links_to_files_of_the_folder_are_these_files() {
            let (_workspace, content) = workspace(|content| {
                symlink("site.toml", content.join("events.toml")).expect("a link");
                symlink("../content/site.toml", content.join("sources.toml")).expect("a link");
            });
            let files = Files::read(&content).expect("nothing is wrong");
            assert_eq!(files.files["sources.toml"], files.files["site.toml"]);
            assert_eq!(files.files.len(), 3);
        }

        #[test]
        fn the_content_folder_itself_may_be_a_link() {
            let (workspace, _) = workspace(|content| {
                symlink("content", content.with_file_name("link")).expect("a link");
            });
            expect(&workspace.path().join("link"), &[]);
        }

        #[test]
        fn links_to_folders_are_not_followed_round_and_round() {
            let (_workspace, content) = workspace(|content| {
                symlink("..", content.join("images/up")).expect("a link");
                symlink("images", content.join("pictures")).expect("a link");
            });
            let help = "folder-link: put a folder with copies of its files in its place";
            expect(
                &content,
                &[
                    &*format!("images/up: {help}"),
                    &*format!("pictures: {help}"),
                ],
            );
            for link in ["images/up", "pictures"] {
                fs::remove_file(content.join(link)).expect("a link");
            }
            fs::create_dir(content.join("pictures")).expect("a folder");
            expect(&content, &[]);
        }

        #[test]
        fn pipes_sockets_and_devices_are_not_opened() {
            let (_workspace, content) = workspace(|content| {
                let pipe = content.join("entities.toml");
                assert!(
                    Command::new("mkfifo")
                        .arg(&pipe)
                        .status()
                        .expect("mkfifo")
                        .success()
                );
                UnixListener::bind(content.join("socket")).expect("a socket");
                symlink("../entities.toml", content.join("images/to-a-pipe.md")).expect("a link");
            });
            let help = "special-file: move it out of the content folder";
            let said = ["entities.toml", "images/to-a-pipe.md", "socket"]
                .map(|path| format!("{path}: {help}"));
            expect(&content, &said.each_ref().map(String::as_str));
            for path in ["entities.toml", "images/to-a-pipe.md", "socket"] {
                let outside = content.with_file_name("moved").join(path);
                fs::create_dir_all(outside.parent().expect("one")).expect("a folder");
                fs::rename(content.join(path), outside).expect("moved");
            }
            expect(&content, &[]);
            symlink("/dev/zero", content.join("zero.toml")).expect("a link");
            expect(
                &content,
                &["zero.toml: outside-link: put a copy of what it leads to in its place"],
            );
        }

        #[test]
        fn a_link_to_nothing_is_a_finding() {
            let (_workspace, content) = workspace(|content| {
                symlink("nowhere", content.join("events.toml")).expect("a link");
            });
            let help = "unreadable-file: remove it, or make it a file that you may read";
            expect(&content, &[&*format!("events.toml: {help}")]);
            fs::remove_file(content.join("events.toml")).expect("a link");
            expect(&content, &[]);
        }
    }
}
