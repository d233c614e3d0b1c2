//! `fix merge` writes all or nothing, and keeps the file that is not needed any more.

use std::fs;

use crate::workspace::{Workspace, said};

const BYRON: &str = "kind = \"person\"\nnames = [{ text = \"A. Byron\" }]\nsummary = \"S.\"\n[[facts]]\ntext = \"She came.\"\nsource = \"gazette\"\n";

fn workspace() -> Workspace {
    let workspace = Workspace::new();
    workspace.write("content/entities/byron.toml", BYRON);
    workspace.write(
        "content/articles/town.md",
        "+++\ntitle = \"The town\"\n+++\n[[byron|Ada]] and [[ada|Ada]] opened the [[hall|town hall]].\n",
    );
    workspace
}

fn all(workspace: &Workspace) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for folder in ["content", "content/articles", "content/entities"] {
        for entry in fs::read_dir(workspace.path(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                all.push((name, fs::read(path).unwrap()));
            }
        }
    }
    all.sort();
    all
}

#[test]
fn two_become_one_and_the_file_of_the_other_is_kept() {
    let workspace = workspace();
    let output = workspace.run(&["fix", "merge", "ada", "byron"]);
    assert!(output.status.success(), "{}", said(&output));
    let article = fs::read_to_string(workspace.path("content/articles/town.md")).unwrap();
    assert!(article.contains("[[ada|Ada]] and [[ada|Ada]]"), "{article}");
    assert!(!workspace.path("content/entities/byron.toml").exists());
    let kept = workspace.path("content/entities/.byron.toml.now-in-ada");
    assert_eq!(fs::read_to_string(kept).unwrap(), BYRON);
    let check = workspace.run(&["check"]);
    assert!(said(&check).contains("no findings"), "{}", said(&check));
}

#[test]
fn a_dry_run_shows_the_lines_and_changes_nothing() {
    let workspace = workspace();
    let before = all(&workspace);
    let output = workspace.run(&["fix", "merge", "ada", "byron", "--dry-run"]);
    let told = said(&output);
    assert!(output.status.success(), "{told}");
    assert!(told.contains("  - [[byron|Ada]] and"), "{told}");
    assert!(told.contains("  + aliases = [\"A. Byron\"]"), "{told}");
    assert_eq!(all(&workspace), before);
}

#[test]
fn a_file_that_cannot_be_written_leaves_all_as_it_was() {
    let workspace = workspace();
    // A folder stands where the text is written first.
    let aside = workspace.path("content/entities/.ada.toml.article-explorer-new");
    fs::create_dir(&aside).unwrap();
    let before = all(&workspace);
    let output = workspace.run(&["fix", "merge", "ada", "byron"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(all(&workspace), before);
}

#[test]
fn who_is_not_there_is_asked_for() {
    let workspace = workspace();
    let output = workspace.run(&["fix", "merge", "ada", "byrn"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("did you mean `byron`?"),
        "{}",
        said(&output)
    );
}
