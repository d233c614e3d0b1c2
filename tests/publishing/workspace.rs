//! A publisher's workspace in a folder of its own: content, an app, and the program run there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use article_explorer::model::data::FORMAT;
use tempfile::TempDir;

/// A publisher's workspace: content, an app, and a place for the site.
pub(crate) struct Workspace {
    pub(crate) folder: TempDir,
}

impl Workspace {
    pub(crate) fn new() -> Self {
        let workspace = Self {
            folder: TempDir::new().unwrap(),
        };
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/base.txt");
        for file in fs::read_to_string(base).unwrap().split("--- ").skip(1) {
            let (path, text) = file.split_once('\n').unwrap();
            workspace.write(&["content/", path].concat(), text);
        }
        workspace.change_app("x");
        workspace
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    pub(crate) fn build(&self) -> Output {
        self.run(&["build", "--app", "app"])
    }

    /// Every file of the site with its bytes.
    pub(crate) fn site(&self) -> Files {
        self.below("dist")
    }

    /// Every file below a folder with its bytes.
    pub(crate) fn below(&self, folder: &str) -> Files {
        let mut files = Files::new();
        let mut open = vec![self.path(folder)];
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(
                    fs::read_dir(path)
                        .unwrap()
                        .map(|entry| entry.unwrap().path()),
                );
            } else if path.exists() {
                let bytes = fs::read(&path).unwrap();
                files.insert(path, bytes);
            }
        }
        files
    }

    /// Only what was there before lies in the workspace: nothing half-written beside it.
    pub(crate) fn entries(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[track_caller]
    pub(crate) fn expect_build(&self) {
        let output = self.build();
        assert!(output.status.success(), "{}", said(&output));
    }

    /// The build fails, says `word`, and leaves everything as it was.
    #[track_caller]
    pub(crate) fn expect_refusal(&self, word: &str) {
        self.expect_refusal_of(&[], word);
    }

    /// A build with these arguments fails, says `word`, and leaves everything as it was.
    #[track_caller]
    pub(crate) fn expect_refusal_of(&self, arguments: &[&str], word: &str) {
        let (files, entries) = (self.below(""), self.entries());
        let output = self.run(&[&["build", "--app", "app"], arguments].concat());
        // 1 is for findings, 2 for all that keeps the program from its work.
        let status = if word.starts_with("error[") { 1 } else { 2 };
        assert_eq!(output.status.code(), Some(status), "{}", said(&output));
        assert!(said(&output).contains(word), "{}", said(&output));
        assert!(self.below("") == files, "every file is as it was");
        assert_eq!(self.entries(), entries, "nothing is left beside it");
    }

    /// A build with these arguments does well.
    #[track_caller]
    pub(crate) fn expect_build_of(&self, arguments: &[&str]) -> String {
        let output = self.run(&[&["build", "--app", "app"], arguments].concat());
        assert!(output.status.success(), "{}", said(&output));
        said(&output)
    }

    /// Another app; a site names its files by what is in them.
    pub(crate) fn change_app(&self, version: &str) {
        self.write("app/x.js", version);
        self.write("app/x_bg.wasm", &[FORMAT, version].concat());
    }

    /// The app's two files in the site.
    pub(crate) fn app(&self) -> Files {
        let mut files = self.site();
        files.retain(|path, _| {
            path.extension()
                .is_some_and(|end| end == "js" || end == "wasm")
        });
        files
    }

    /// Another article instead of the first.
    pub(crate) fn change_article(&self) {
        fs::remove_file(self.path("content/articles/town.md")).unwrap();
        self.write(
            "content/articles/village.md",
            "+++\ntitle = \"The village\"\n+++\n[[ada|Ada]] left the [[hall|hall]].\n",
        );
        for file in ["ada.toml", "hall.toml"] {
            let path = ["content/entities/", file].concat();
            let text = fs::read_to_string(self.path(&path)).unwrap();
            self.write(&path, &text.replace("town#p2", "village#p2"));
        }
    }
}

/// Files with their bytes.
pub(crate) type Files = BTreeMap<PathBuf, Vec<u8>>;

pub(crate) const MARKER: &str = "dist/.article-explorer.json";

pub(crate) fn said(output: &Output) -> String {
    [&output.stdout[..], &output.stderr[..]]
        .map(String::from_utf8_lossy)
        .concat()
}
