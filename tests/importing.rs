//! Documents of other people's making, and what becomes of them: articles that pass `check`, with nothing lost unsaid.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "importing/again.rs"]
mod again;
#[path = "importing/command.rs"]
mod command;

use std::fs;
use std::path::{Path, PathBuf};

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::compile::finding::{self, Severity};
use article_explorer::import::{Imported, Input, import};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/import")
        .join(name)
}

/// All files below a folder, with their paths in it.
fn inputs(root: &Path) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap();
                inputs.push(Input {
                    name: name.to_string_lossy().replace('\\', "/"),
                    bytes: fs::read(&path).unwrap(),
                });
            }
        }
    }
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    inputs
}

/// What an import wrote, left out and noted, in one text.
fn told(imported: &Imported) -> String {
    let mut told = String::new();
    for (path, bytes) in &imported.files {
        match std::str::from_utf8(bytes) {
            Ok(_) if path == "site.toml" => {}
            Ok(text) => told += &format!("=== {path}\n{text}\n"),
            Err(_) => told += &format!("=== {path}: {} bytes\n\n", bytes.len()),
        }
    }
    for left in &imported.left_out {
        told += &format!("left out: {left}\n");
    }
    for note in &imported.notes {
        told += &format!("note: {note}\n");
    }
    told
}

/// What is imported passes `check`, and is what is expected of it.
#[track_caller]
fn expect(inputs: &[Input], expected: &Path) {
    let said = match import(inputs, &Files::default()) {
        Ok(imported) => {
            let files = Files::from_texts(imported.files.clone());
            let mut findings = compile(&files).findings;
            findings.retain(|one| one.severity == Severity::Error);
            assert!(
                findings.is_empty(),
                "{}: {}\n{}",
                expected.display(),
                finding::text(&findings, &files),
                told(&imported)
            );
            told(&imported)
        }
        Err(error) => format!("error: {error}\n"),
    };
    let written = fs::read_to_string(expected).unwrap_or_default();
    if said != written.replace("\r\n", "\n") {
        let name = expected.file_name().unwrap();
        let now = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&now, &said).unwrap();
        panic!("{} is now {}", expected.display(), now.display());
    }
}

/// Each file of a folder on its own.
fn expect_each(name: &str) {
    let root = folder(name);
    let mut wrong = Vec::new();
    for input in inputs(&root) {
        if input.name.ends_with(".expected") {
            continue;
        }
        let expected = root.join(format!("{}.expected", input.name));
        let one = std::panic::catch_unwind(|| expect(&[input], &expected));
        wrong.extend(one.err().map(|_| expected));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn word_documents_become_articles() {
    expect_each("docx");
}

#[test]
fn web_pages_become_articles() {
    expect_each("html");
}

#[test]
fn a_vault_becomes_articles_and_entities() {
    expect(
        &inputs(&folder("vaults/kepano-vault")),
        &folder("kepano-vault.expected"),
    );
}

#[test]
fn a_vault_of_traps_is_read() {
    let names = [
        "main-samples",
        "infinite-recursion",
        "non-ascii",
        "same-filename-different-directories",
    ];
    let wrong = names.into_iter().filter(|name| {
        let vault = folder("vaults/obsidian-export").join(name);
        let expected = folder(&format!("{name}.expected"));
        std::panic::catch_unwind(|| expect(&inputs(&vault), &expected)).is_err()
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
