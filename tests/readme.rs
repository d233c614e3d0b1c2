//! The README's own article, typed as it stands there, is a site without findings.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::process::Command;

/// The fenced blocks of a language, without the indent of the list that they stand in.
fn blocks(language: &str) -> Vec<String> {
    let fence = format!("   ```{language}\n");
    include_str!("../README.md")
        .split(&fence)
        .skip(1)
        .map(|rest| {
            let (block, _) = rest.split_once("   ```").unwrap();
            let lines = block.lines().map(|line| line.trim_start_matches("   "));
            lines.flat_map(|line| [line, "\n"]).collect()
        })
        .collect()
}

#[test]
fn the_article_of_the_readme_is_a_site_as_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("content/site.toml", include_str!("../content/site.toml"));
    write("content/articles/bridge.md", &blocks("markdown")[0]);
    for block in blocks("toml") {
        let path = block.lines().next().unwrap().strip_prefix("# ");
        write(path.unwrap_or("content/sources.toml"), &block);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
        .arg("check")
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("no findings"), "{said}");
}
