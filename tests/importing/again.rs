//! The same once more, after a stop, for a reader who has enough, and of folders that have files of one name.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use super::command::{desk, held, run, said};

/// A picture of some kilobytes.
const PHOTO: &[u8] = include_bytes!("../sites/any/images/harbour.jpg");

const PNG: &[u8] = include_bytes!("../import/vaults/obsidian-export/main-samples/white.png");

#[test]
fn the_same_once_more_adds_nothing() {
    let page = b"<h1>A bridge</h1><p>It rained.<img src=a.jpg alt=Rain><p>Then not.<img src=b.png alt=Sun>";
    let other = b"<h1>A bridge</h1><p>It snowed.";
    let desk = desk(&[
        ("p.html", page),
        ("q.html", other),
        ("a.jpg", PHOTO),
        ("b.png", PNG),
        (
            "vault/One.md",
            b"# One\n\n![Rain](a.jpg)\n\nIt rained on [[Berg]].\n",
        ),
        ("vault/a.jpg", PHOTO),
        ("vault/own.md", b"+++\ntitle = \"Own\"\n+++\n\nIt rained.\n"),
        (
            "vault/citations.lock",
            b"# Written by the tool.\nentities/a.toml\tx#p2\t1\t2\n",
        ),
    ]);
    let import = |what: &str| {
        let output = run(desk.path(), &["import", what, "--to", "story"]);
        assert!(output.status.success(), "{}", said(&output));
        said(&output)
    };
    for what in ["p.html", "q.html", "vault"] {
        import(what);
    }
    let held = || {
        let mut held = held(&desk.path().join("story"));
        held.retain(|(name, _)| !name.starts_with(".article-explorer"));
        held
    };
    let before = held();
    let names: Vec<_> = before.iter().map(|(name, _)| &**name).collect();
    assert_eq!(
        names,
        [
            "articles/a-bridge-2.md",
            "articles/a-bridge.md",
            "articles/one.md",
            "articles/own.md",
            "entities/berg.toml",
            "images/p-1.jpg",
            "images/p-2.png",
            "site.toml",
        ]
    );
    for what in ["p.html", "q.html", "vault", "vault"] {
        let told = import(what);
        assert_eq!(held(), before, "{what}: {told}");
    }
    assert!(import("vault").contains("citations.lock: this is what a program keeps for itself"));
}

#[test]
fn folders_with_files_of_one_name_stay_apart() {
    let note =
        |name: &str| format!("# {name}\n\nIt rained.\n\n![Rain](x/i.png)\n\n![Sun](i.png)\n");
    let (red, blue) = (PNG.to_vec(), [PNG, b"\0"].concat());
    let (near, far) = ([PNG, b"\0\0"].concat(), [PNG, b"\0\0\0"].concat());
    let desk = desk(&[
        ("a/note.md", note("A").as_bytes()),
        ("a/x/i.png", &red),
        ("a/i.png", &blue),
        ("b/note.md", note("B").as_bytes()),
        ("b/x/i.png", &near),
        ("b/i.png", &far),
    ]);
    let output = run(desk.path(), &["import", "a", "b", "--to", "story"]);
    assert!(output.status.success(), "{}", said(&output));
    let shown = |article: &str| -> Vec<Vec<u8>> {
        let path = desk.path().join("story/articles").join(article);
        let text = fs::read_to_string(path).unwrap();
        let files = text.lines().filter_map(|line| line.split("](").nth(1));
        let files = files.map(|file| file.trim_end_matches(')'));
        files
            .map(|file| fs::read(desk.path().join("story").join(file)).unwrap())
            .collect()
    };
    assert_eq!(shown("a.md"), [red, blue]);
    assert_eq!(shown("b.md"), [near, far]);
}

#[test]
fn an_import_that_was_stopped_is_done_again() {
    let desk = desk(&[
        ("p.html", b"<h1>A bridge</h1><p>It rained."),
        ("story/articles/.a-bridge.md.article-explorer-new", b"half"),
        ("story/.site.toml.article-explorer-new", b""),
        ("story/.gitignore", b""),
    ]);
    let output = run(desk.path(), &["import", "p.html", "--to", "story"]);
    assert!(output.status.success(), "{}", said(&output));
    let names: Vec<_> = held(&desk.path().join("story"))
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, [".gitignore", "articles/a-bridge.md", "site.toml"]);
}

#[test]
fn a_reader_who_has_enough_is_no_failure() {
    let desk = desk(&[]);
    for more in [&[][..], &["--dry-run"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .args([&["import", "-", "--to", "story"], more].concat())
            .current_dir(desk.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        child
            .stdin
            .take()
            .unwrap()
            .write_all(b"A bridge\n\nIt rained.\n")
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        assert!(!said(&output).contains("panicked"), "{}", said(&output));
    }
}
