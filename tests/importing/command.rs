//! `article-explorer import` and `new --from` as an author types them.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Runs the program in a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_article-explorer"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

pub(crate) fn said(output: &Output) -> String {
    let bytes = [&*output.stdout, &output.stderr].concat();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A folder with some files.
pub(crate) fn desk(files: &[(&str, &[u8])]) -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = desk.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    desk
}

/// All files below a folder, with what they hold.
pub(crate) fn held(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut held = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                held.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    held.sort();
    held
}

const PAGE: &[u8] =
    "<html lang=en><h1>A bridge</h1><p>It rained. <img src='p_files/i.png' alt='Rain'>".as_bytes();

const PNG: &[u8] = include_bytes!("../import/vaults/obsidian-export/main-samples/white.png");

#[test]
fn a_document_alone_makes_a_site_that_is_built() {
    let desk = desk(&[("p.html", PAGE), ("p_files/i.png", PNG)]);
    let output = run(desk.path(), &["import", "p.html", "--to", "story"]);
    let told = said(&output);
    assert!(output.status.success(), "{told}");
    for line in [
        "articles/a-bridge.md: new",
        "images/p-1.png: new",
        "site.toml: new",
        "story: no findings",
        "next: article-explorer suggest story\n",
    ] {
        assert!(told.contains(line), "no `{line}` in\n{told}");
    }
    let output = run(desk.path(), &["check", "story"]);
    assert!(
        said(&output).contains("story: no findings"),
        "{}",
        said(&output)
    );
    let names: Vec<_> = held(&desk.path().join("story"))
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert!(names.contains(&"images/p-1.png".to_owned()), "{names:?}");
}

#[test]
fn a_new_site_begins_with_a_document() {
    let desk = desk(&[("p.html", PAGE)]);
    let output = run(desk.path(), &["new", "story", "--from", "p.html"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(
        said(&output).contains("p.html, line 1: a picture that is not beside the page"),
        "{}",
        said(&output)
    );
    let article = fs::read_to_string(desk.path().join("story/articles/a-bridge.md")).unwrap();
    assert_eq!(article, "+++\ntitle = \"A bridge\"\n+++\n\nIt rained.\n");
    let output = run(desk.path(), &["new", "story", "--from", "p.html"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
}

#[test]
fn a_dry_run_writes_nothing() {
    let desk = desk(&[("p.html", PAGE)]);
    let output = run(
        desk.path(),
        &["import", "p.html", "--to", "story", "--dry-run"],
    );
    assert!(
        said(&output).contains("articles/a-bridge.md: new"),
        "{}",
        said(&output)
    );
    assert!(
        said(&output).contains("nothing is written"),
        "{}",
        said(&output)
    );
    assert!(!desk.path().join("story").exists());
}

#[test]
fn nothing_is_overwritten() {
    let desk = desk(&[
        ("p.html", PAGE),
        ("q.html", b"<h1>A bridge</h1><p>It snowed."),
    ]);
    run(desk.path(), &["import", "p.html", "--to", "story"]);
    let before = held(&desk.path().join("story"));
    // The same once more adds nothing.
    let again = run(desk.path(), &["import", "p.html", "--to", "story"]);
    assert!(
        said(&again).contains("is there already, with just these words"),
        "{}",
        said(&again)
    );
    assert_eq!(held(&desk.path().join("story")), before);
    let other = run(desk.path(), &["import", "q.html", "--to", "story"]);
    assert!(
        said(&other).contains("so this article is `articles/a-bridge-2.md`"),
        "{}",
        said(&other)
    );
    let after = held(&desk.path().join("story"));
    assert!(before.iter().all(|file| after.contains(file)));
    assert_eq!(after.len(), before.len() + 1);
}

#[test]
fn a_folder_that_is_no_content_stays_as_it_is() {
    let desk = desk(&[("p.html", PAGE), ("letters/dear.txt", b"Dear")]);
    let output = run(desk.path(), &["import", "p.html", "--to", "letters"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("`letters` has files, such as `dear.txt`, but no site.toml"),
        "{}",
        said(&output)
    );
    assert_eq!(held(&desk.path().join("letters")).len(), 1);
}

#[test]
fn what_cannot_be_imported_says_what_it_is() {
    let desk = desk(&[("a.pdf", b"%PDF-1.7"), ("empty.txt", b"")]);
    for (file, words) in [
        ("a.pdf", "error: `a.pdf`: this is a PDF"),
        ("empty.txt", "error: `empty.txt`: the file is empty"),
        ("none.txt", "error: there is no file `none.txt`"),
    ] {
        let output = run(desk.path(), &["import", file, "--to", "story"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(words), "{}", said(&output));
        assert!(!desk.path().join("story").exists());
    }
}

#[test]
fn what_is_piped_in_is_read() {
    let desk = desk(&[]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
        .args(["import", "-", "--to", "story"])
        .current_dir(desk.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"A bridge\n\nIt rained.\n")
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert!(desk.path().join("story/articles/a-bridge.md").exists());
}

#[cfg(unix)]
#[test]
fn links_out_of_what_was_named_are_not_followed() {
    use std::os::unix::fs::symlink;
    let desk = desk(&[
        ("vault/a.md", b"# A\n\nIt rained.\n\n![x](p.png)\n"),
        ("secret.png", PNG),
        ("p.html", PAGE),
        ("p_files/x", b""),
    ]);
    symlink("../secret.png", desk.path().join("vault/p.png")).unwrap();
    let output = run(desk.path(), &["import", "vault", "--to", "story"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("it is a link"), "{}", said(&output));
    assert!(!desk.path().join("story/images").exists());
    symlink("/etc/hostname", desk.path().join("p_files/i.png")).unwrap();
    let output = run(desk.path(), &["import", "p.html", "--to", "page"]);
    assert!(
        said(&output).contains("a picture that is not beside the page"),
        "{}",
        said(&output)
    );
    // Nor is anything written through one.
    fs::create_dir_all(desk.path().join("linked")).unwrap();
    fs::create_dir_all(desk.path().join("outside")).unwrap();
    fs::write(
        desk.path().join("linked/site.toml"),
        "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n",
    )
    .unwrap();
    symlink("../outside", desk.path().join("linked/articles")).unwrap();
    let output = run(desk.path(), &["import", "p.html", "--to", "linked"]);
    assert!(!output.status.success(), "{}", said(&output));
    assert_eq!(held(&desk.path().join("outside")), []);
}

/// A line of 100 MB, and a file larger than anything that is read, end with a sentence.
#[test]
fn what_is_too_large_is_told() {
    let desk = desk(&[("long.txt", &[b'a'; 100 << 20])]);
    let output = run(desk.path(), &["import", "long.txt", "--to", "story"]);
    assert!(
        said(&output)
            .contains("the text has 100 MB, and at most 5 are read; part it into articles"),
        "{}",
        said(&output)
    );
    let huge = fs::File::create(desk.path().join("huge.html")).unwrap();
    huge.set_len(300 << 20).unwrap();
    let output = run(desk.path(), &["import", "huge.html", "--to", "story"]);
    assert!(
        said(&output).contains("`huge.html` has more than 200 MB"),
        "{}",
        said(&output)
    );
    assert!(!desk.path().join("story").exists());
}
