//! `check` beside its findings: every mention with its sentence, and again at every save.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::workspace::{Workspace, said};

const ARTICLE: &str = "content/articles/town.md";

const TEXT: &str = "\
+++
title = \"The town\"
[aliases]
ada = [\"Her Grace\"]
+++
It rained. [[ada|She]] opened the Town Hall.
The House shone; Her Grace
smiled.
";

fn workspace() -> Workspace {
    let workspace = Workspace::new();
    workspace.write(ARTICLE, TEXT);
    let hall = fs::read_to_string(workspace.path("content/entities/hall.toml")).unwrap();
    workspace.write(
        "content/entities/hall.toml",
        &format!("aliases = [\"The House\"]\n{hall}"),
    );
    workspace
}

#[test]
fn every_mention_is_listed_with_its_sentence_and_why_it_is_one() {
    let workspace = workspace();
    let output = workspace.run(&["check", "--mentions"]);
    let expected = "
town
  p2    ada: \"She\", by the author's mark
        She opened the Town Hall.
  p2    hall: \"Town Hall\", by a name
        She opened the Town Hall.
  p2    hall: \"The House\", by an alias
        The House shone; Her Grace smiled.
  p2    ada: \"Her Grace\", by an alias of the article
        The House shone; Her Grace smiled.
";
    assert!(said(&output).contains(expected), "{}", said(&output));
}

#[test]
fn editors_get_the_mentions_as_json() {
    let workspace = workspace();
    let output = workspace.run(&["check", "--mentions", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = serde_json::json!({
        "article": "town", "block": 2, "entity": "hall", "words": "The House", "found": "alias",
        "sentence": "The House shone; Her Grace smiled.",
    });
    assert_eq!(listed[2], expected);
    workspace.write(ARTICLE, "+++\ntitle = \"T\"\n+++\n[[adda]].\n");
    let output = workspace.run(&["check", "--mentions", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "[]");
    assert!(String::from_utf8_lossy(&output.stderr).contains("unknown-entity"));
}

/// A check that goes on, and what it says, line by line.
struct Watching {
    process: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn of(workspace: &Workspace) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .args(["check", "--watch"])
            .current_dir(workspace.folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let (tell, lines) = channel();
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                drop(tell.send(line));
            }
        });
        Self { process, lines }
    }

    /// All that one check says.
    #[track_caller]
    fn one_check(&self) -> String {
        let mut said = String::new();
        while !said.contains("Ctrl-C ends it") {
            let line = self.lines.recv_timeout(Duration::from_secs(20));
            said += &line.unwrap_or_else(|_| panic!("it says no more than: {said}"));
            said += "\n";
        }
        said
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

#[test]
fn a_save_is_checked_at_once_and_plain_output_has_no_signs_for_terminals() {
    let workspace = workspace();
    let watching = Watching::of(&workspace);
    let first = watching.one_check();
    assert!(first.contains("no findings"), "{first}");
    workspace.write(ARTICLE, "+++\ntitle = \"T\"\n+++\n[[adda]] and [[hall]].\n");
    let second = watching.one_check();
    assert!(second.contains("unknown-entity"), "{second}");
    workspace.write(ARTICLE, TEXT);
    let third = watching.one_check();
    assert!(third.contains("no findings"), "{third}");
    assert!(![first, second, third].concat().contains('\u{1b}'));
    // Its own lock of citations is no change: nothing more was said meanwhile.
    assert!(watching.lines.try_recv().is_err());
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_cleanly() {
    let workspace = workspace();
    let mut watching = Watching::of(&workspace);
    watching.one_check();
    let process = watching.process.id().to_string();
    let sent = Command::new("kill").args(["-INT", &process]).status();
    assert!(sent.unwrap().success());
    assert_eq!(watching.process.wait().unwrap().code(), Some(0));
}
