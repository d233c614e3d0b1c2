//! What a link in a written folder leads to is not ours.

use std::fs;
use std::os::unix::fs::symlink;

use crate::workspace::{Workspace, said};

#[test]
fn a_link_in_a_page_s_place_is_named_and_nothing_through_it() {
    let workspace = Workspace::new();
    workspace.expect_build();
    workspace.write("other/index.html", "precious");
    fs::remove_dir_all(workspace.path("dist/town")).unwrap();
    symlink("../other", workspace.path("dist/town")).unwrap();
    let output = workspace.run(&["build", "--app", "app"]);
    let words = said(&output);
    assert!(
        words.contains("dist/town` stands there") && !words.contains("delete it"),
        "{words}"
    );
    // The cure, to the letter.
    fs::rename(workspace.path("dist/town"), workspace.path("elsewhere")).unwrap();
    workspace.expect_build();
    assert!(workspace.path("dist/town/index.html").is_file());
    assert_eq!(
        fs::read(workspace.path("other/index.html")).unwrap(),
        b"precious"
    );
}
