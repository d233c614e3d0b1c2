//! The workspace in which folders are written, and what must be whole in them.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

mod keeping;
mod stopping;

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::LazyLock;

use anyhow::Result;
use tempfile::TempDir;

use super::digest::Digest;
use super::staging::STAGING;
use super::*;
use crate::publish::Pages;

/// Files of a publisher beside the site in its folder.
const STRANGERS: [(&str, &str); 4] = [
    (".git/HEAD", "ref: refs/heads/main"),
    (".nojekyll", ""),
    ("CNAME", "example.org"),
    ("images/mine.png", "mine"),
];

/// Files by name with their bytes, empty folders by name with a slash.
type Snapshot = BTreeMap<String, Vec<u8>>;

/// A place for a site and for what it is made of.
struct Workspace {
    folder: TempDir,
}

impl Workspace {
    fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn put_strangers(&self) {
        for (name, text) in STRANGERS {
            self.put(&["site/", name].concat(), text);
        }
    }

    fn folder(&self) -> Folder {
        Folder::at(&self.site()).unwrap()
    }

    /// A site as of a version: its app has other names in each, a page and two pictures come and go.
    fn contents(&self, version: u32) -> Contents {
        let mut files = vec![
            (format!("app-{version}.js"), format!("script {version}")),
            (
                format!("app-{version}_bg.wasm"),
                format!("program {version}"),
            ),
            ("images/ada.png".to_owned(), format!("Ada {version}")),
        ];
        if version == 2 {
            files.push(("pictures/hall.png".to_owned(), "Hall".to_owned()));
        }
        let files = files.into_iter().map(|(name, text)| {
            let from = self.put(&format!("source-{version}/{name}"), &text);
            (name, Source::File(from))
        });
        let own = format!("only-in-{version}/index.html");
        let names = ["404.html", "index.html", "town/index.html", &own];
        let page = |name: &str| format!("{name} {version} app-{version}.js app-{version}_bg.wasm");
        let pages = names.map(|name| (name.to_owned(), page(name).into_bytes()));
        Contents::of(files.collect(), Pages::from(pages)).unwrap()
    }

    fn write(&self, version: u32) -> Result<BTreeSet<Kept>> {
        write(
            &self.folder(),
            &self.contents(version),
            Unmarked::Join,
            &Interrupt::default(),
        )
    }

    /// Writes a version and dies after so many steps, in the middle of a file if that is the step. Whether it died.
    fn die_writing(&self, version: u32, steps: usize) -> bool {
        let folder = self.folder();
        let mut left = steps;
        let mut go_on = |step: &Step| {
            if let (0, Step::Stage { number, .. }) = (left, step) {
                let staged = folder.path().join(STAGING).join(number.to_string());
                let bytes = fs::read(&staged).unwrap();
                fs::write(&staged, &bytes[..bytes.len() / 2]).unwrap();
            }
            if left == 0 {
                // No hook says anything, and nobody catches it on the way: as if the process were no more.
                resume_unwind(Box::new(()));
            }
            left -= 1;
            Ok(())
        };
        let contents = self.contents(version);
        let interrupt = Interrupt::default();
        let write = || write_watched(&folder, &contents, Unmarked::Join, &interrupt, &mut go_on);
        catch_unwind(AssertUnwindSafe(write)).is_err()
    }

    fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::new();
        let mut open = vec![self.site()];
        while let Some(path) = open.pop() {
            let name = path.strip_prefix(self.site()).unwrap();
            let name = name.to_str().unwrap().replace('\\', "/");
            if path.is_dir() {
                let entries: Vec<_> = fs::read_dir(&path).unwrap().collect();
                if entries.is_empty() {
                    snapshot.insert(name + "/", Vec::new());
                }
                open.extend(entries.into_iter().map(|entry| entry.unwrap().path()));
            } else if path.exists() {
                snapshot.insert(name, fs::read(&path).unwrap());
            }
        }
        snapshot
    }

    /// Every page is one of these versions', whole, and finds its app; strangers' files are as they were; the marker
    /// lists all the rest.
    #[track_caller]
    fn expect_whole(&self, versions: &[u32], case: &str) {
        let there = self.snapshot();
        let sites: Vec<_> = versions.iter().map(|version| fresh(*version)).collect();
        for (name, bytes) in &there {
            if !name.ends_with(".html") {
                continue;
            }
            let mut of = sites.iter().filter(|site| site.get(name) == Some(bytes));
            let site = of
                .next()
                .unwrap_or_else(|| panic!("{case}: {name} is in pieces"));
            for (app, code) in site.iter().filter(|(name, _)| name.starts_with("app-")) {
                assert_eq!(there.get(app), Some(code), "{case}: {name} lacks {app}");
            }
        }
        if let [first, others @ ..] = &*sites
            && !others.is_empty()
        {
            for name in first.keys().filter(|name| name.ends_with(".html")) {
                let always = others.iter().all(|site| site.contains_key(name));
                assert!(!always || there.contains_key(name), "{case}: no {name}");
            }
        }
        let marker = there.get(MARKER).and_then(|bytes| Marker::parse(bytes));
        let listed = marker.unwrap_or_default().files;
        for (name, bytes) in &there {
            if let Some((_, text)) = STRANGERS.iter().find(|(stranger, _)| stranger == name) {
                assert_eq!(bytes, text.as_bytes(), "{case}: {name}");
            } else if name != MARKER && !name.starts_with(STAGING) && !name.ends_with('/') {
                let ours = listed.get(name);
                assert!(
                    ours.is_some_and(|ours| ours.contains(&Digest::of(bytes))),
                    "{case}: {name} is not in the marker"
                );
            }
        }
    }

    /// The folder holds this version as if it had never held another, and the strangers' files if there were any.
    #[track_caller]
    fn expect_fresh(&self, version: u32, strangers: bool, case: &str) {
        let mut expected = fresh(version).clone();
        if strangers {
            let files = STRANGERS.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
            expected.extend(files);
        }
        let there = self.snapshot();
        assert_eq!(
            there.keys().collect::<Vec<_>>(),
            expected.keys().collect::<Vec<_>>(),
            "{case}"
        );
        assert!(there == expected, "{case}: other bytes");
    }
}

/// A version in a folder of its own.
fn fresh(version: u32) -> &'static Snapshot {
    static FRESH: LazyLock<[Snapshot; 3]> = LazyLock::new(|| {
        [1, 2, 3].map(|version| {
            let workspace = Workspace::new();
            workspace.write(version).unwrap();
            workspace.snapshot()
        })
    });
    &FRESH[version as usize - 1]
}
