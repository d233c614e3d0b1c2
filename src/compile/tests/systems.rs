//! Content that comes from other systems: with line ends, letters and paths as they have them there.

use std::collections::BTreeMap;
use std::path::Path;

use crate::compile::compile;
use crate::compile::files::Files;
use crate::compile::finding::Finding;

const SITE: &str = "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n";

/// A site of one article with this line in its front matter, and more files.
fn findings(front: &str, more: &[&str]) -> Vec<Finding> {
    let article = format!("+++\ntitle = \"T\"\n{front}\n+++\nIt rained.\n");
    let mut files = Files::from_texts([("site.toml", SITE), ("articles/a.md", &article)]);
    let png = [b"\x89PNG\r\n\x1a\n".as_slice(), b"\0\0\0\rIHDR"].concat();
    for path in more {
        files.others.insert((*path).to_owned(), png.clone());
    }
    compile(&files).findings
}

fn lead(file: &str) -> String {
    format!("image = {{ file = '{file}', alt = \"A bridge\" }}")
}

#[track_caller]
fn said(found: &[Finding], code: &str, words: &str) {
    let is = |one: &&Finding| one.code == code && one.help.contains(words);
    assert!(found.iter().any(|one| is(&one)), "{found:#?}");
}

#[test]
fn line_ends_of_windows_make_the_same_site() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in [
        "content",
        "tests/sites/any",
        "tests/sites/arabic",
        "tests/sites/two",
    ] {
        let files = Files::read(&root.join(folder)).expect("it is there");
        let mut windows = files.clone();
        for bytes in windows.files.values_mut() {
            let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
            *bytes = text.replace('\n', "\r\n").into_bytes();
        }
        let (ours, theirs) = (compile(&files), compile(&windows));
        assert!(ours.site.is_some(), "{folder}: {:#?}", ours.findings);
        assert!(ours.site == theirs.site, "{folder}: {:#?}", theirs.findings);
        assert_eq!(ours.lock, theirs.lock, "{folder}");
        let told = |findings: &[Finding]| {
            let told = findings.iter().map(|one| (one.code, one.message.clone()));
            told.collect::<Vec<_>>()
        };
        assert_eq!(told(&ours.findings), told(&theirs.findings), "{folder}");
    }
}

#[test]
fn a_letter_with_a_sign_may_be_one_character_or_two_in_the_name_of_a_file() {
    let (composed, decomposed) = ("images/br\u{FC}cke.png", "images/bru\u{308}cke.png");
    assert_eq!(findings(&lead(composed), &[decomposed]), []);
    assert_eq!(findings(&lead(decomposed), &[composed]), []);
}

#[test]
fn names_that_differ_in_case_or_composition_are_one_file_elsewhere() {
    for (one, other) in [
        ("images/Bridge.png", "images/bridge.png"),
        ("images/br\u{FC}cke.png", "images/bru\u{308}cke.png"),
    ] {
        said(
            &findings("", &[one, other]),
            "bad-file-name",
            "give one of them another name",
        );
    }
}

#[test]
fn a_path_of_windows_is_told_as_it_is_written_here() {
    let at_home = findings(&lead("images\\bridge.png"), &["images/bridge.png"]);
    said(&at_home, "missing-image", "write `images/bridge.png`");
    let nowhere = findings(&lead("images\\none.png"), &[]);
    said(
        &nowhere,
        "missing-image",
        "put the picture at `images/none.png` below the content folder, and write `images/none.png` here",
    );
    for path in [
        "C:\\Users\\May\\bridge.png",
        "\\\\server\\share\\bridge.png",
        "file:///C:/bridge.png",
    ] {
        let elsewhere = findings(&lead(path), &[]);
        said(
            &elsewhere,
            "missing-image",
            "put the picture at `images/bridge.png`",
        );
    }
}

#[test]
fn windows_is_told_what_it_refuses() {
    let cases = BTreeMap::from([
        ("images/a:b.png", "images/a-b.png"),
        ("images/C:\\b.png", "images/C--b.png"),
        ("images/con.png", "images/con-1.png"),
        ("images/COM1.tar.png", "images/COM1-1.tar.png"),
        ("images/what?.png", "images/what-.png"),
        ("images/end. ", "images/end"),
        ("aux/b.png", "aux-1/b.png"),
        ("images/tab\t.png", "images/tab-.png"),
    ]);
    for (path, meant) in cases {
        said(
            &findings("", &[path]),
            "bad-file-name",
            &format!("call it `{meant}`"),
        );
    }
    for fine in [
        "images/console.png",
        "images/com10.png",
        "images/a.b c.png",
        "images/.x.png",
    ] {
        let found = findings("", &[fine]);
        assert!(
            found.iter().all(|one| one.code != "bad-file-name"),
            "{found:#?}"
        );
    }
}
