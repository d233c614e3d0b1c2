//! What is somebody else's stays as it is.

use super::super::staging::Staging;
use super::*;

#[test]
fn what_somebody_changes_while_it_is_written_is_kept() {
    let workspace = Workspace::new();
    workspace.write(1).unwrap();
    let mut go_on = |step: &Step| {
        if matches!(step, Step::Stage { number: 0, .. }) {
            workspace.put("site/town/index.html", "mine");
            workspace.put("site/only-in-1/index.html", "mine too");
        }
        Ok(())
    };
    let interrupt = Interrupt::default();
    let contents = workspace.contents(2);
    let folder = workspace.folder();
    let kept = write_watched(&folder, &contents, Unmarked::Refuse, &interrupt, &mut go_on).unwrap();
    let kept: Vec<_> = kept.iter().map(|kept| (&*kept.name, kept.wanted)).collect();
    assert_eq!(kept, [("town/index.html", true)]);
    let there = workspace.snapshot();
    assert_eq!(there["town/index.html"], b"mine");
    assert_eq!(there["only-in-1/index.html"], b"mine too");
    // What these may name stays until the next build has looked at them.
    assert!(there.contains_key("app-1.js") && there.contains_key("app-2.js"));
    let kept = workspace.write(2).unwrap();
    let kept: Vec<_> = kept.iter().map(|kept| (&*kept.name, kept.wanted)).collect();
    assert_eq!(
        kept,
        [("only-in-1/index.html", false), ("town/index.html", true)]
    );
    assert!(!workspace.snapshot().contains_key("app-1.js"));
}

#[test]
fn a_page_that_somebody_changed_keeps_its_app_until_it_goes() {
    let workspace = Workspace::new();
    workspace.write(1).unwrap();
    let mine = "mine app-1.js app-1_bg.wasm";
    workspace.put("site/town/index.html", mine);
    for version in [2, 3] {
        assert_eq!(workspace.write(version).unwrap().len(), 1);
        let there = workspace.snapshot();
        assert_eq!(there["town/index.html"], mine.as_bytes());
        assert_eq!(there["app-1.js"], b"script 1");
        assert_eq!(there["app-1_bg.wasm"], b"program 1");
    }
    // What is told to do: delete it and build again.
    fs::remove_file(workspace.site().join("town/index.html")).unwrap();
    assert_eq!(workspace.write(3).unwrap(), BTreeSet::new());
    workspace.expect_fresh(3, false, "the page was deleted");
}

#[test]
fn building_the_same_again_writes_nothing() {
    let workspace = Workspace::new();
    workspace.write(1).unwrap();
    let mut steps = Vec::new();
    let mut go_on = |step: &Step| {
        steps.push(format!("{step:?}"));
        Ok(())
    };
    let (folder, contents) = (workspace.folder(), workspace.contents(1));
    let interrupt = Interrupt::default();
    write_watched(&folder, &contents, Unmarked::Refuse, &interrupt, &mut go_on).unwrap();
    assert_eq!(steps, ["Clear"]);
}

#[test]
fn a_staging_folder_that_is_not_ours_is_refused_and_kept() {
    for name in ["letter.txt", "0", "README.txt"] {
        let workspace = Workspace::new();
        workspace.write(1).unwrap();
        workspace.put(&format!("site/{STAGING}/{name}"), "Dear reader");
        let before = workspace.snapshot();
        let error = workspace.write(2).unwrap_err().to_string();
        assert!(error.contains("move it away"), "{error}");
        assert!(workspace.snapshot() == before);
        // What is told to do.
        fs::rename(
            workspace.site().join(STAGING),
            workspace.folder.path().join("away"),
        )
        .unwrap();
        workspace.write(2).unwrap();
        workspace.expect_fresh(2, false, name);
    }
}

#[test]
fn two_builds_of_one_folder_do_not_meet() {
    let workspace = Workspace::new();
    workspace.write(1).unwrap();
    let other = Staging::open(&workspace.site()).unwrap();
    let error = workspace.write(2).unwrap_err().to_string();
    assert!(error.contains("another build"), "{error}");
    drop(other);
    workspace.write(2).unwrap();
    workspace.expect_fresh(2, false, "the other build is no more");
}

#[test]
fn two_files_of_one_name_are_refused() {
    let workspace = Workspace::new();
    let picture = workspace.put("picture", "a picture");
    let pages = Pages::from([("404.html".to_owned(), Vec::new())]);
    let error =
        Contents::of(vec![("404.html".to_owned(), Source::File(picture))], pages).unwrap_err();
    assert!(error.to_string().contains("404.html"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_folder_leads_nobody_out() {
    use std::os::unix::fs::symlink;
    let workspace = Workspace::new();
    let away = workspace.put("away/index.html", "a page of somebody");
    let away = away.parent().map(Path::to_owned).unwrap();
    // A new page's folder is somebody's link.
    fs::create_dir(workspace.site()).unwrap();
    symlink(&away, workspace.site().join("town")).unwrap();
    let error = workspace.write(1).unwrap_err().to_string();
    assert!(error.contains("site/town` would be overwritten"), "{error}");
    fs::remove_file(workspace.site().join("town")).unwrap();
    // The folder of a page of ours becomes one: with our bytes, so that only the link tells.
    workspace.write(1).unwrap();
    fs::remove_dir_all(workspace.site().join("town")).unwrap();
    let ours = String::from_utf8(fresh(1)["town/index.html"].clone()).unwrap();
    workspace.put("away/index.html", &ours);
    symlink(&away, workspace.site().join("town")).unwrap();
    let kept = workspace.write(2).unwrap();
    assert_eq!(kept.first().unwrap().name, "town/index.html");
    assert_eq!(fs::read_to_string(away.join("index.html")).unwrap(), ours);
}
