//! The lock of citations beside the content, and what `fix citations` and `check` do for those who cite.

use std::fs;

use crate::workspace::{Workspace, said};

const LOCK: &str = "content/citations.lock";

fn text(workspace: &Workspace, path: &str) -> String {
    fs::read_to_string(workspace.path(path)).unwrap()
}

/// A check that finds no error, and what it says.
#[track_caller]
fn check(workspace: &Workspace, arguments: &[&str]) -> String {
    let output = workspace.run(&[&["check"], arguments].concat());
    assert!(output.status.success(), "{}", said(&output));
    said(&output)
}

/// A workspace whose citations are confirmed, and then a line below the title.
fn moved() -> Workspace {
    let workspace = Workspace::new();
    check(&workspace, &[]);
    let article = text(&workspace, "content/articles/town.md");
    let article = article.replace("+++\n[[", "+++\nFrom our *correspondent*.\n\n[[");
    workspace.write("content/articles/town.md", &article);
    workspace
}

#[test]
fn check_and_build_keep_a_lock_and_say_once_that_there_was_none() {
    let workspace = Workspace::new();
    let first = check(&workspace, &[]);
    assert!(
        first.contains("citations.lock is new: 2 citations are"),
        "{first}"
    );
    let lock = text(&workspace, LOCK);
    assert!(
        lock.lines()
            .any(|line| line.ends_with("Ada opened the town hall.")),
        "{lock}"
    );
    let second = check(&workspace, &[]);
    assert!(!second.contains("citations.lock"), "{second}");
    fs::remove_file(workspace.path(LOCK)).unwrap();
    let built = workspace.expect_build_of(&[]);
    assert!(built.contains("citations.lock is new"), "{built}");
    assert_eq!(text(&workspace, LOCK), lock);
    // Nothing of it is published.
    assert!(
        workspace
            .site()
            .keys()
            .all(|path| !path.ends_with("citations.lock"))
    );
}

#[test]
fn with_errors_no_lock_is_written() {
    let workspace = Workspace::new();
    workspace.write(
        "content/articles/town.md",
        "+++\ntitle = \"T\"\n+++\n[[adda]] and [[hall]].\n",
    );
    let output = workspace.run(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!workspace.path(LOCK).exists());
}

#[test]
fn the_warning_stays_until_it_is_settled() {
    let workspace = moved();
    for _ in 0..2 {
        let found = check(&workspace, &[]);
        assert!(found.contains("moved-block"), "{found}");
        assert!(found.contains("what was confirmed is `town#p3`"), "{found}");
        workspace.expect_build();
    }
    let fixed = workspace.run(&["fix", "citations"]);
    assert!(fixed.status.success(), "{}", said(&fixed));
    let after = check(&workspace, &[]);
    assert!(after.contains("no findings"), "{after}");
}

#[test]
fn fix_writes_anchors_where_the_words_stand_now_and_nothing_else() {
    let workspace = moved();
    let ada = "# Ada.\nkind = \"person\"   # a person\nnames = [{ text = \"Ada Byron\" }]\nsummary = \"Opened the hall.\"\n\
               [[facts]]\ntext = \"She opened the [[hall|hall]].\"\nsource = [\n  'town#p2', # the opening\n  \"gazette\",\n]\n";
    let before = text(&workspace, "content/articles/town.md");
    workspace.write("content/entities/ada.toml", ada);
    let output = workspace.run(&["fix", "citations"]);
    assert!(output.status.success(), "{}", said(&output));
    let anchor = "ada-opened-the-town";
    assert_eq!(
        text(&workspace, "content/articles/town.md"),
        before.replace("hall]].", &["hall]]. {#", anchor, "}"].concat())
    );
    assert_eq!(
        text(&workspace, "content/entities/ada.toml"),
        ada.replace("town#p2", &["town#", anchor].concat())
    );
    assert!(text(&workspace, "content/entities/hall.toml").contains(&format!("\"town#{anchor}\"")));
    let again = workspace.below("content");
    let output = workspace.run(&["fix", "citations"]);
    assert!(
        said(&output).contains("0 files changed"),
        "{}",
        said(&output)
    );
    assert!(workspace.below("content") == again);
}

#[test]
fn a_changed_block_is_confirmed_by_fix() {
    let workspace = Workspace::new();
    check(&workspace, &[]);
    let article = text(&workspace, "content/articles/town.md");
    workspace.write(
        "content/articles/town.md",
        &article.replace("opened", "closed"),
    );
    assert!(check(&workspace, &[]).contains("changed-block"));
    workspace.run(&["fix", "citations"]);
    assert!(check(&workspace, &[]).contains("no findings"));
}

/// What may stand, with a reason, stops `fix` no more than it stops `build`.
#[test]
fn fix_goes_on_where_an_error_may_stand() {
    let workspace = moved();
    let hall = text(&workspace, "content/entities/hall.toml");
    let allow =
        "description = \"**the** hall\"\n[allow]\nstray-mark = \"So it is written.\"\n[[facts]]";
    let name = hall.replacen("[[facts]]", allow, 1);
    assert_ne!(name, hall, "{hall}");
    workspace.write("content/entities/hall.toml", &name);
    let built = workspace.run(&["check"]);
    assert!(built.status.success(), "{}", said(&built));
    let output = workspace.run(&["fix", "citations"]);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn fix_changes_nothing_while_there_are_errors() {
    let workspace = moved();
    let hall = text(&workspace, "content/entities/hall.toml");
    workspace.write(
        "content/entities/hall.toml",
        &hall.replace("[[ada|Ada]]", "[[adda|Ada]]"),
    );
    let before = workspace.below("content");
    let output = workspace.run(&["fix", "citations"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("nothing is changed"),
        "{}",
        said(&output)
    );
    assert!(workspace.below("content") == before);
}

#[cfg(unix)]
#[test]
fn fix_changes_nothing_where_one_file_may_not_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = moved();
    let before = workspace.below("content");
    let path = workspace.path("content/entities/hall.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let output = workspace.run(&["fix", "citations"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(workspace.below("content") == before);
}

#[test]
fn check_lists_blocks_with_their_first_words() {
    let workspace = moved();
    workspace.run(&["fix", "citations"]);
    let listed = check(&workspace, &["--blocks"]);
    let lines: Vec<_> = listed
        .lines()
        .filter(|line| line.starts_with("  p"))
        .collect();
    assert_eq!(
        lines,
        [
            "  p1                         The town",
            "  p2                         From our correspondent.",
            "  p3    ada-opened-the-town  Ada opened the town hall.",
        ]
    );
}

#[test]
fn check_explains_what_a_page_leaves_out() {
    let workspace = Workspace::new();
    workspace.write(
        "content/entities/clock.toml",
        "kind = \"concept\"\nnames = [{ text = \"The clock\" }]\nsummary = \"By [[smith|the smith]].\"\n\
         [[facts]]\ntext = \"It ticks.\"\nsource = \"gazette\"\n",
    );
    workspace.write(
        "content/entities/smith.toml",
        "kind = \"person\"\nnames = [{ text = \"The smith\" }]\nsummary = \"Made it.\"\n\
         [[facts]]\ntext = \"She is old.\"\nsource = \"gazette\"\n",
    );
    let hall = text(&workspace, "content/entities/hall.toml");
    let hall = hall.replace("It has a clock.", "It has [[clock|a clock]].");
    workspace.write("content/entities/hall.toml", &hall);
    let explained = check(&workspace, &["--explain-page", "town"]);
    assert!(explained.contains("  clock  by hall\n"), "{explained}");
    assert!(
        explained.contains("left out, two steps away:\n  smith  named by clock\n"),
        "{explained}"
    );
    let output = workspace.run(&["check", "--explain-page", "twon"]);
    assert!(
        said(&output).contains("there are: town"),
        "{}",
        said(&output)
    );
}
