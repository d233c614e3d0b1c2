//! The README's own article: the way from a document to a site as it stands there, and the files that it shows.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "readme/manuscript.rs"]
mod manuscript;
#[path = "readme/route.rs"]
mod route;

use std::fs;
use std::process::Command;

use route::{Block, blocks, section};

/// What the README shows of files is a site without findings, but for names that it does not explain.
#[test]
fn the_files_of_the_readme_are_a_site_as_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let site = "format = 1\ntitle = \"Riverton\"\nlanguage = \"en\"\n";
    write("story/site.toml", site);
    let shown = [
        section("Your own article in ten minutes"),
        section("What the files hold"),
    ];
    for Block { language, text } in shown.iter().flat_map(|section| blocks(section)) {
        match &*language {
            "markdown" => write("story/articles/a-bridge-for-riverton.md", &text),
            "toml" => write(route::path(&text), &text),
            _ => {}
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
        .args(["check", "story"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("no findings"), "{said}");
}
