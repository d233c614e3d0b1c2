//! Which folders are written, what in them is replaced, and what is whole after a build was killed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::workspace::{Files, MARKER, Workspace, said};

#[test]
fn a_folder_that_holds_something_else_is_not_replaced() {
    let workspace = Workspace::new();
    workspace.write("dist/letter.txt", "Dear reader");
    workspace.expect_refusal("--out");
    // Either cure, to the letter.
    workspace.expect_build_of(&["--out", "other"]);
    workspace.expect_build_of(&["--into", "dist"]);
    assert!(workspace.path("dist/index.html").is_file());
    assert_eq!(
        fs::read(workspace.path("dist/letter.txt")).unwrap(),
        b"Dear reader"
    );
    // From now on it has our marker.
    workspace.expect_build();
}

#[test]
fn a_blog_that_writes_about_this_program_is_not_replaced() {
    let workspace = Workspace::new();
    workspace.write("dist/index.html", "<p>How I use Article Explorer</p>");
    workspace.write("dist/.git/HEAD", "ref: refs/heads/main");
    workspace.expect_refusal("this program did not write");
    workspace.expect_refusal_of(&["--into", "dist"], "would be overwritten");
    // The cure, to the letter.
    fs::rename(
        workspace.path("dist/index.html"),
        workspace.path("blog.html"),
    )
    .unwrap();
    workspace.expect_build_of(&["--into", "dist"]);
    assert!(workspace.path("dist/.git/HEAD").is_file());
}

#[test]
fn the_content_and_what_holds_it_are_no_place_for_a_site() {
    let workspace = Workspace::new();
    for (out, word) in [
        ("content", "is the content folder"),
        (".", "holds the content folder"),
        ("content/articles", "lies in the content folder"),
        ("content/new/site", "lies in the content folder"),
        ("new/../content/new", "lies in the content folder"),
    ] {
        workspace.expect_refusal_of(&["--out", out], word);
        workspace.expect_refusal_of(&["--into", out], word);
    }
    // A marker makes no difference.
    workspace.expect_build();
    for folder in ["", "content", "content/site"] {
        fs::create_dir_all(workspace.path(folder)).unwrap();
        let copy = workspace.path(folder).join(".article-explorer.json");
        fs::copy(workspace.path(MARKER), copy).unwrap();
    }
    for out in ["content", ".", "content/site"] {
        workspace.expect_refusal_of(&["--out", out], "the content folder");
    }
}

#[cfg(unix)]
#[test]
fn links_hide_no_content_folder() {
    use std::os::unix::fs::symlink;
    let workspace = Workspace::new();
    symlink("content", workspace.path("link")).unwrap();
    symlink("content/articles", workspace.path("articles")).unwrap();
    for out in ["link", "link/new", "articles/../new", "articles/new/site"] {
        workspace.expect_refusal_of(&["--out", out], "the content folder");
    }
    workspace.expect_refusal_of(
        &["--content", "link", "--out", "content"],
        "is the content folder",
    );
    workspace.expect_refusal_of(
        &["--content", "link", "--out", "."],
        "holds the content folder",
    );
    symlink("nowhere", workspace.path("dangling")).unwrap();
    workspace.expect_refusal_of(&["--out", "dangling"], "leads nowhere");
    // A link to a folder of one's own is that folder.
    fs::create_dir(workspace.path("published")).unwrap();
    symlink("published", workspace.path("dist")).unwrap();
    workspace.expect_build();
    assert!(workspace.path("published/index.html").is_file());
    assert!(workspace.path("dist").is_symlink());
}

#[test]
fn the_app_is_no_place_for_a_site() {
    let workspace = Workspace::new();
    for out in ["app", "./content/../app"] {
        workspace.expect_refusal_of(&["--out", out], "is the app's folder");
        workspace.expect_refusal_of(&["--into", out], "is the app's folder");
    }
}

#[test]
fn a_published_site_is_rebuilt_beside_what_its_host_needs() {
    let workspace = Workspace::new();
    workspace.expect_build();
    let own = [
        ("dist/.git/HEAD", "ref: refs/heads/main"),
        ("dist/.nojekyll", ""),
        ("dist/CNAME", "example.org"),
        ("dist/robots.txt", "User-agent: *"),
        ("dist/town/notes.txt", "mine"),
    ];
    for (name, text) in own {
        workspace.write(name, text);
    }
    let old = workspace.app();
    workspace.change_article();
    workspace.change_app("y");
    workspace.expect_build();
    workspace.expect_build();
    for (name, text) in own {
        assert_eq!(
            fs::read_to_string(workspace.path(name)).unwrap(),
            text,
            "{name}"
        );
    }
    for (name, is_there) in [
        ("dist/village/index.html", true),
        ("dist/town/index.html", false),
    ] {
        assert_eq!(workspace.path(name).exists(), is_there, "{name}");
    }
    assert_eq!(workspace.app().len(), 2);
    assert!(old.keys().all(|path| !path.exists()), "the old app is gone");
    fs::remove_file(workspace.path("dist/town/notes.txt")).unwrap();
}

#[test]
fn a_folder_that_held_only_a_page_goes_with_it() {
    let workspace = Workspace::new();
    workspace.expect_build();
    workspace.change_article();
    workspace.expect_build();
    assert!(!workspace.path("dist/town").exists());
    // As if the first had never been.
    let rebuilt = workspace.site();
    fs::remove_dir_all(workspace.path("dist")).unwrap();
    workspace.expect_build();
    assert!(workspace.site() == rebuilt);
}

#[test]
fn a_file_that_somebody_changed_is_told_and_kept() {
    let workspace = Workspace::new();
    workspace.expect_build();
    workspace.write("dist/index.html", "mine");
    workspace.write("dist/town/index.html", "mine too");
    workspace.change_article();
    let told = workspace.expect_build_of(&[]);
    let front = Path::new("dist").join("index.html");
    let town = Path::new("dist").join("town/index.html");
    for (file, cure) in [
        (&front, "delete it and build again"),
        (&town, "delete it if"),
    ] {
        let line = told
            .lines()
            .find(|line| line.contains(&format!("`{}`", file.display())));
        assert!(line.is_some_and(|line| line.contains(cure)), "{told}");
        assert!(
            fs::read_to_string(workspace.path(file.to_str().unwrap()))
                .unwrap()
                .starts_with("mine")
        );
    }
    // What is told, to the letter.
    fs::remove_file(workspace.path("dist/index.html")).unwrap();
    fs::remove_file(workspace.path("dist/town/index.html")).unwrap();
    let told = workspace.expect_build_of(&[]);
    assert!(!told.contains("kept"), "{told}");
    let rebuilt = workspace.site();
    fs::remove_dir_all(workspace.path("dist")).unwrap();
    workspace.expect_build();
    assert!(workspace.site() == rebuilt);
}

#[test]
fn a_new_page_does_not_take_the_place_of_a_strangers_file() {
    let workspace = Workspace::new();
    workspace.expect_build();
    workspace.write("dist/village/index.html", "mine");
    workspace.change_article();
    workspace.expect_refusal("would be overwritten");
    // The cure, to the letter.
    fs::rename(
        workspace.path("dist/village/index.html"),
        workspace.path("mine.html"),
    )
    .unwrap();
    workspace.expect_build();
    assert!(workspace.path("dist/village/index.html").is_file());
}

#[test]
fn a_site_from_before_the_marker_is_removed_by_its_owner() {
    let workspace = Workspace::new();
    workspace.expect_build();
    fs::remove_file(workspace.path(MARKER)).unwrap();
    workspace.expect_refusal("remove it once");
    workspace.expect_refusal_of(&["--into", "dist"], "would be overwritten");
    // The cure, to the letter.
    fs::remove_dir_all(workspace.path("dist")).unwrap();
    workspace.expect_build();
}

#[test]
fn a_marker_that_cannot_be_read_is_none() {
    let workspace = Workspace::new();
    workspace.expect_build();
    workspace.write(MARKER, "{ \"format\": 2 }");
    workspace.expect_refusal("name another folder with --out");
    workspace.expect_build_of(&["--out", "other"]);
    // One that was made to lead out of its folder.
    workspace.write("letter.txt", "Dear reader");
    let marker = "{ \"about\": \"\", \"format\": 1, \"files\": { \"../letter.txt\": [
        \"0d8a8a0a6d1f5e7a1f0b7c7f0a1d5f2b\"] } }";
    workspace.write(MARKER, marker);
    workspace.expect_refusal("name another folder with --out");
}

#[test]
fn a_file_is_no_folder_for_a_site() {
    let workspace = Workspace::new();
    workspace.write("dist", "a file");
    workspace.expect_refusal("name a folder");
}

#[test]
fn a_site_is_rebuilt_from_inside_its_folder() {
    let workspace = Workspace::new();
    workspace.expect_build();
    workspace.change_article();
    let output = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
        .args([
            "build",
            "--content",
            "../content",
            "--app",
            "../app",
            "--out",
            ".",
        ])
        .current_dir(workspace.path("dist"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert!(workspace.path("dist/village/index.html").is_file());
    assert_eq!(workspace.entries(), ["app", "content", "dist"]);
}

/// Whatever moment the end comes at, what must hold then holds at every moment.
#[test]
fn a_killed_build_leaves_whole_pages_and_the_next_one_ends_it() {
    let workspace = Workspace::new();
    for number in 0..60 {
        workspace.write(
            &format!("content/articles/town-{number}.md"),
            "+++\ntitle = \"A town\"\n+++\n[[ada|Ada]] opened the [[hall|hall]].\n",
        );
    }
    workspace.expect_build();
    let old = workspace.site();
    let site = fs::read_to_string(workspace.path("content/site.toml")).unwrap();
    workspace.write(
        "content/site.toml",
        &site.replace("title = \"", "title = \"New "),
    );
    workspace.change_app("y");
    workspace.expect_build_of(&["--out", "fresh"]);
    let new: Files = workspace
        .below("fresh")
        .into_iter()
        .map(|(path, bytes)| {
            let name = path
                .strip_prefix(workspace.path("fresh"))
                .unwrap()
                .to_owned();
            (workspace.path("dist").join(name), bytes)
        })
        .collect();
    fs::remove_dir_all(workspace.path("fresh")).unwrap();
    let marker = fs::read(workspace.path(MARKER)).unwrap();
    let staging = workspace.path("dist/.article-explorer-new");
    let is_script = |path: &&PathBuf| path.extension().is_some_and(|end| end == "js");
    let script = new.keys().find(is_script).unwrap();
    // When it is killed: as soon as this is seen, or it has ended.
    let moments: [&dyn Fn() -> bool; 4] = [
        &|| staging.exists(),
        &|| staging.join("40").exists(),
        &|| fs::read(workspace.path(MARKER)).is_ok_and(|bytes| bytes != marker),
        &|| script.exists(),
    ];
    for (number, moment) in moments.iter().enumerate() {
        let mut build = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .args(["build", "--app", "app"])
            .current_dir(workspace.folder.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while !moment() && build.try_wait().unwrap().is_none() {}
        build.kill().unwrap();
        build.wait().unwrap();
        let there = workspace.site();
        for path in old
            .keys()
            .filter(|path| path.extension().is_some_and(|kind| kind == "html"))
        {
            let page = there.get(path).unwrap();
            let site = [&old, &new]
                .into_iter()
                .find(|site| site.get(path) == Some(page));
            let site = site.unwrap_or_else(|| panic!("{number}: {} is in pieces", path.display()));
            let page = String::from_utf8_lossy(page);
            let app = site.keys().filter(|path| {
                let name = path.file_name().unwrap().to_str().unwrap();
                !name.ends_with(".html") && page.contains(name)
            });
            for app in app {
                assert_eq!(
                    there.get(app),
                    site.get(app),
                    "{number}: {}",
                    path.display()
                );
            }
        }
        workspace.expect_build();
        assert!(workspace.site() == new, "{number}: the next build ends it");
        // And back to the old site, for the next moment.
        workspace.write("content/site.toml", &site);
        workspace.change_app("x");
        workspace.expect_build();
        assert!(workspace.site() == old, "{number}: back to the old site");
        workspace.write(
            "content/site.toml",
            &site.replace("title = \"", "title = \"New "),
        );
        workspace.change_app("y");
    }
}

#[cfg(unix)]
#[test]
fn content_that_leads_out_or_waits_is_a_finding() {
    let workspace = Workspace::new();
    workspace.write("letter.md", "+++\ntitle = \"Private\"\n+++\nDear reader\n");
    std::os::unix::fs::symlink(
        "../../letter.md",
        workspace.path("content/articles/letter.md"),
    )
    .unwrap();
    let pipe = workspace.path("content/events.toml");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let output = workspace.build();
    assert_eq!(output.status.code(), Some(1));
    for word in [
        "error[outside-link]",
        "content/articles/letter.md",
        "error[special-file]",
        "content/events.toml",
        "2 errors; nothing is written",
    ] {
        assert!(said(&output).contains(word), "{word}: {}", said(&output));
    }
    assert!(!workspace.path("dist").exists());
}
