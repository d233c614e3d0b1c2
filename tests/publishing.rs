//! The publisher's tool as a program: what it writes, and that whatever goes wrong the old site stays whole.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use article_explorer::model::island::FORMAT;
use tempfile::TempDir;

/// A publisher's desk: content, an app, and a place for the site.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: TempDir::new().unwrap(),
        };
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/base.txt");
        for file in fs::read_to_string(base).unwrap().split("--- ").skip(1) {
            let (path, text) = file.split_once('\n').unwrap();
            desk.write(&["content/", path].concat(), text);
        }
        desk.write(
            "app/index.html",
            "<style>p{}</style><script>0</script><svg class=\"sprite\"></svg>\
             <script type=\"module\">console.warn(\"Article Explorer\", \"WASM\", \"JS\")</script>",
        );
        desk.write("app/x.js", "0");
        desk.write("app/x_bg.wasm", FORMAT);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    fn build(&self) -> Output {
        self.run(&["build", "--app", "app"])
    }

    /// Every file of the site with its bytes.
    fn site(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut open = vec![self.path("dist")];
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(
                    fs::read_dir(path)
                        .unwrap()
                        .map(|entry| entry.unwrap().path()),
                );
            } else {
                let bytes = fs::read(&path).unwrap();
                files.insert(path, bytes);
            }
        }
        files
    }

    /// Only what was there before lies on the desk: nothing half-written beside it.
    fn entries(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[track_caller]
    fn expect_build(&self) {
        let output = self.build();
        assert!(output.status.success(), "{}", said(&output));
    }

    /// The build fails, says `word`, and leaves everything as it was.
    #[track_caller]
    fn expect_refusal(&self, word: &str) {
        let (site, entries) = (self.site(), self.entries());
        let output = self.build();
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains(word), "{}", said(&output));
        assert_eq!(self.site(), site, "the old site is whole");
        assert_eq!(self.entries(), entries, "nothing is left beside it");
    }
}

fn said(output: &Output) -> String {
    [&output.stdout[..], &output.stderr[..]]
        .map(String::from_utf8_lossy)
        .concat()
}

#[test]
fn building_twice_gives_the_same_bytes() {
    let desk = Desk::new();
    desk.expect_build();
    let site = desk.site();
    desk.expect_build();
    assert_eq!(desk.site(), site);
    assert_eq!(desk.entries(), ["app", "content", "dist"]);
}

#[test]
fn other_content_comes_with_the_same_app() {
    let desk = Desk::new();
    desk.expect_build();
    let app = |desk: &Desk| {
        (
            fs::read(desk.path("dist/x_bg.wasm")).unwrap(),
            fs::read(desk.path("dist/x.js")).unwrap(),
        )
    };
    let before = app(&desk);
    desk.write(
        "content/articles/town.md",
        "+++\ntitle = \"Quite another\"\n+++\n[[ada|Ada]] left the [[hall|hall]].\n",
    );
    desk.expect_build();
    assert_eq!(app(&desk), before);
    assert!(
        fs::read_to_string(desk.path("dist/index.html"))
            .unwrap()
            .contains("Quite another")
    );
}

#[test]
fn an_error_in_the_content_leaves_the_old_site_whole() {
    let desk = Desk::new();
    desk.expect_build();
    desk.write(
        "content/articles/town.md",
        "+++\ntitle = \"The town\"\n+++\n[[adda|Ada]] and the [[hall|hall]].\n",
    );
    desk.expect_refusal("error[unknown-entity]");
}

#[test]
fn a_fault_while_writing_leaves_the_old_site_whole() {
    let desk = Desk::new();
    desk.expect_build();
    // An app that cannot be copied: a folder stands where its script should.
    fs::remove_file(desk.path("app/x.js")).unwrap();
    fs::create_dir(desk.path("app/x.js")).unwrap();
    desk.expect_refusal("x.js");
}

#[test]
fn a_folder_that_holds_something_else_is_not_replaced() {
    let desk = Desk::new();
    desk.write("dist/letter.txt", "Dear reader");
    desk.expect_refusal("--out");
}

#[test]
fn an_app_of_another_version_is_refused() {
    let desk = Desk::new();
    desk.expect_build();
    desk.write("app/x_bg.wasm", "an older one");
    desk.expect_refusal("another version");
}

#[test]
fn check_prints_findings_for_editors() {
    let desk = Desk::new();
    desk.write(
        "content/articles/town.md",
        "+++\ntitle = \"The town\"\n+++\n[[adda|Ada]] and the [[hall|hall]].\n",
    );
    let output = desk.run(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = &findings[0];
    assert_eq!(finding["code"], "unknown-entity");
    assert_eq!(finding["line"], 4);
    assert_eq!(finding["column"], 3);
}
