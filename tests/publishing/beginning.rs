//! `article-explorer new`: a site that works, and the folder that commands take it from.

use std::fs;
use std::process::Command;

use super::workspace::Workspace;

fn said(output: &std::process::Output) -> String {
    let bytes = [&*output.stdout, &output.stderr].concat();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_new_site_has_no_findings_and_is_built() {
    let workspace = Workspace::new();
    let begun = workspace.run(&["new", "story"]);
    assert!(begun.status.success(), "{}", said(&begun));
    for step in ["serve story", "story/articles", "build story --out"] {
        assert!(said(&begun).contains(step), "{}", said(&begun));
    }
    let checked = workspace.run(&["check", "story"]);
    assert!(
        said(&checked).contains("story: no findings"),
        "{}",
        said(&checked)
    );
    let built = workspace.run(&["build", "story", "--app", "app", "--out", "site"]);
    assert!(built.status.success(), "{}", said(&built));
    let page = fs::read_to_string(workspace.path("site/index.html")).unwrap();
    for words in [
        "A bridge for",
        "Maria Berg",
        "runs the ferry of",
        "The old bridge of",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn where_a_folder_has_files_nothing_is_written() {
    let workspace = Workspace::new();
    workspace.write("story/letter.txt", "Dear");
    let before = workspace.below("story");
    let refused = workspace.run(&["new", "story"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("letter.txt"), "{}", said(&refused));
    assert!(workspace.below("story") == before);
    workspace.write("kept/.git/HEAD", "ref");
    let begun = workspace.run(&["new", "kept"]);
    assert!(begun.status.success(), "{}", said(&begun));
}

/// `content` is taken before the folder that the author stands in, which is taken where only it holds a site.
#[test]
fn the_folder_is_found_without_its_name() {
    let workspace = Workspace::new();
    workspace.run(&["new", "story"]);
    let checked = |folder: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .arg("check")
            .current_dir(workspace.path(folder))
            .output()
            .unwrap();
        said(&output)
    };
    assert!(
        checked("story").contains(".: no findings"),
        "{}",
        checked("story")
    );
    assert!(
        checked(".").contains("content: no findings"),
        "{}",
        checked(".")
    );
    let by_name = said(&workspace.run(&["check", "--content", "story"]));
    assert!(by_name.contains("story: no findings"), "{by_name}");
}
