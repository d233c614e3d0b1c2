//! `article-explorer serve` before an author: what is saved is on the screen without a hand.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, Page, Window};

/// Ends with the test, however that ends.
pub(crate) struct Tool(Child);

impl Drop for Tool {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// The small site of the fixtures, served and opened; its content folder.
pub(crate) fn served(engine: Engine, name: &str, window: Window) -> (Tool, PathBuf, Page) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{engine:?}"));
    // What an earlier run has left.
    let _ = fs::remove_dir_all(&content);
    let base = fs::read_to_string(root.join("tests/findings/base.txt")).unwrap();
    for file in base.split("--- ").skip(1) {
        let (path, text) = file.split_once('\n').unwrap();
        let path = content.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let (tool, address) = serve(&content, "0");
    let page = Page::blank(engine, window);
    page.browser.go(&address);
    page.expect_ready();
    (tool, content, page)
}

/// Serves a folder at a port, and says at which address.
pub(crate) fn serve(content: &Path, port: &str) -> (Tool, String) {
    let mut tool = Tool(
        Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .args(["serve", "--port", port])
            .arg(content)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut said = BufReader::new(tool.0.stdout.take().unwrap()).lines();
    let address = said.find_map(|line| {
        let line = line.unwrap();
        line.starts_with("http://")
            .then(|| line.split(' ').next().unwrap().to_owned())
    });
    std::thread::spawn(move || said.for_each(drop));
    (tool, address.unwrap())
}

in_every_engine!(a_saved_change_is_shown_by_itself);

fn a_saved_change_is_shown_by_itself(engine: Engine) {
    let (_tool, content, page) = served(engine, "served", DESKTOP);
    let broken = "+++\ntitle = \"Broken\"\n+++\n[[adda|Ada]] left the [[hall|hall]].\n";
    let title = page.words("h1");
    fs::write(content.join("articles/town.md"), broken).unwrap();
    page.expect_answer(
        "document.querySelector('#served-findings pre')?.innerText.includes('unknown-entity')",
        &json!(true),
    );
    assert_eq!(page.words("h1"), title, "the last good page stays");
    let text = "+++\ntitle = \"Mended\"\n+++\n[[ada|Ada]] left the [[hall|hall]].\n";
    fs::write(content.join("articles/town.md"), text).unwrap();
    page.expect_answer("document.querySelector('h1')?.innerText", &json!("Mended"));
    page.expect_ready();
    assert!(!page.has("#served-findings"), "what is mended is gone");
}
