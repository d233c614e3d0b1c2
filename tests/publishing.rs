//! The publisher's tool as a program: what it writes, and that whatever goes wrong the old site stays whole.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "publishing/allowing.rs"]
mod allowing;
#[path = "publishing/beginning.rs"]
mod beginning;
#[path = "publishing/causes.rs"]
mod causes;
#[path = "publishing/checking.rs"]
mod checking;
#[path = "publishing/citations.rs"]
mod citations;
#[path = "publishing/folders.rs"]
mod folders;
#[cfg(unix)]
#[path = "publishing/links.rs"]
mod links;
#[path = "publishing/lists.rs"]
mod lists;
#[path = "publishing/merging.rs"]
mod merging;
#[path = "publishing/pictures.rs"]
mod pictures;
#[path = "publishing/workspace.rs"]
mod workspace;

use std::fs;

use workspace::Workspace;

#[test]
fn building_twice_gives_the_same_bytes() {
    let workspace = Workspace::new();
    workspace.expect_build();
    let site = workspace.site();
    workspace.expect_build();
    assert_eq!(workspace.site(), site);
    assert_eq!(workspace.entries(), ["app", "content", "dist"]);
}

#[test]
fn other_content_comes_with_the_same_app() {
    let workspace = Workspace::new();
    workspace.expect_build();
    let before = workspace.app();
    assert_eq!(before.len(), 2, "{:?}", before.keys());
    workspace.write(
        "content/articles/town.md",
        "+++\ntitle = \"Quite another\"\n+++\n[[ada|Ada]] left the [[hall|hall]].\n",
    );
    workspace.expect_build();
    assert_eq!(workspace.app(), before);
    assert!(
        fs::read_to_string(workspace.path("dist/index.html"))
            .unwrap()
            .contains("Quite another")
    );
}

#[test]
fn an_error_in_the_content_leaves_the_old_site_whole() {
    let workspace = Workspace::new();
    workspace.expect_build();
    workspace.write(
        "content/articles/town.md",
        "+++\ntitle = \"The town\"\n+++\n[[adda|Ada]] and the [[hall|hall]].\n",
    );
    workspace.expect_refusal("error[unknown-entity]");
}

#[test]
fn an_app_that_cannot_be_read_leaves_the_old_site_whole() {
    let workspace = Workspace::new();
    workspace.expect_build();
    // A folder stands where its script should.
    fs::remove_file(workspace.path("app/x.js")).unwrap();
    fs::create_dir(workspace.path("app/x.js")).unwrap();
    workspace.expect_refusal("x.js");
}

#[test]
fn an_app_of_another_version_is_refused() {
    let workspace = Workspace::new();
    workspace.expect_build();
    workspace.write("app/x_bg.wasm", "an older one");
    workspace.expect_refusal("another version");
}

#[test]
fn check_prints_findings_for_editors() {
    let workspace = Workspace::new();
    workspace.write(
        "content/articles/town.md",
        "+++\ntitle = \"The town\"\n+++\n[[adda|Ada]] and the [[hall|hall]].\n",
    );
    let output = workspace.run(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = &findings[0];
    assert_eq!(finding["code"], "unknown-entity");
    assert_eq!(finding["line"], 4);
    assert_eq!(finding["column"], 3);
    let change = &finding["changes"][0];
    let told = ["change", "file", "text"].map(|key| change[key].as_str().unwrap());
    assert_eq!(told, ["replace", "content/articles/town.md", "ada"]);
    assert_eq!(
        (&change["column"], &change["end_column"]),
        (&3.into(), &7.into())
    );
}
