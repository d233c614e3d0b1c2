//! What keeps the program from its work is said in one line, with its cure, and is status 2; findings are status 1.

use std::fs;
use std::process::Command;

use crate::workspace::{Workspace, said};

/// A command fails with one line that says all of this.
#[track_caller]
fn expect(workspace: &Workspace, arguments: &[&str], words: &[&str]) {
    let output = workspace.run(arguments);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    for word in words {
        assert!(said.contains(word), "{word}: {said}");
    }
}

#[test]
fn content_that_cannot_be_read_is_told_in_a_line() {
    let workspace = Workspace::new();
    fs::create_dir(workspace.path("empty")).unwrap();
    workspace.write("file", "no folder");
    for command in [&["check"][..], &["build", "--app", "app"]] {
        for (folder, words) in [
            ("nowhere", ["no folder `nowhere`", "site.toml"]),
            ("file/below", ["no folder `file/below`", "site.toml"]),
            ("empty", ["`empty` is empty", "site.toml"]),
            ("file", ["`file` is a file", "site.toml"]),
        ] {
            let arguments = [command, &["--content", folder]].concat();
            expect(&workspace, &arguments, &words);
        }
    }
}

#[test]
fn an_output_that_cannot_be_written_is_told_in_a_line() {
    let workspace = Workspace::new();
    workspace.write("file", "no folder");
    let build = ["build", "--app", "app", "--out"];
    for (out, words) in [
        ("file", ["`file` is a file", "name a folder"]),
        // Nobody may write there.
        #[cfg(target_os = "linux")]
        ("/sys/site", ["/sys/site", "name another folder"]),
    ] {
        expect(&workspace, &[&build[..], &[out]].concat(), &words);
    }
}

#[test]
fn a_missing_app_is_told_in_a_line() {
    let workspace = Workspace::new();
    fs::create_dir(workspace.path("none")).unwrap();
    for folder in ["none", "nowhere"] {
        let words = ["no app in", folder, "--app"];
        expect(&workspace, &["build", "--app", folder], &words);
    }
}

/// Reading a pipe would wait for its other end for ever.
#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_file_of_ours_is_told() {
    for name in [".article-explorer.json", "index.html"] {
        let workspace = Workspace::new();
        fs::create_dir(workspace.path("dist")).unwrap();
        let pipe = workspace.path("dist").join(name);
        assert!(
            Command::new("mkfifo")
                .arg(&pipe)
                .status()
                .unwrap()
                .success()
        );
        expect(&workspace, &["build", "--app", "app"], &["dist", "--out"]);
    }
}
