//! A small site to suggest names for.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

/// What the article says.
const ARTICLE: &str = "+++
title = \"Night on the quay\"
+++
Captain Ivo Draganov left Almaty on Tuesday. He met Elena Marsh of the Northern Courier in Paris.

“Nobody sleeps,” said Marsh. Draganov went back to Almaty. Ada Byron’s clock struck; Byron smiled.
";

/// A site in a folder of its own.
pub(crate) struct Story {
    folder: TempDir,
}

impl Story {
    pub(crate) fn new() -> Self {
        let story = Self {
            folder: TempDir::new().unwrap(),
        };
        story.write(
            "site.toml",
            "format = 1\ntitle = \"Story\"\nlanguage = \"en\"\n",
        );
        story.write("articles/quay.md", ARTICLE);
        let ada = "kind = \"person\"\nnames = [{ text = \"Ada Byron\" }] # so\nsummary = \"A clerk.\"\n\
                   [[facts]]\ntext = \"She smiled.\"\nsource = \"quay#p3\"\n";
        story.write("entities/ada.toml", ada);
        story
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("story").join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Does with a file that `suggest` wrote what it says: takes the first fact that it proposes, and it is no draft any more.
    pub(crate) fn take_first_fact(&self, id: &str) {
        let path = format!("entities/{id}.toml");
        let file = self.read(&path).replace("draft = true\n", "");
        let (head, fact) = file.split_once("# [[facts]]\n").unwrap();
        let fact: Vec<_> = fact
            .lines()
            .take(2)
            .map(|line| line.trim_start_matches("# "))
            .collect();
        self.write(&path, &format!("{head}[[facts]]\n{}\n", fact.join("\n")));
    }

    /// Starts a command on it.
    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
        let tool = tool.args(arguments).current_dir(self.folder.path());
        let tool = tool
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        tool.spawn().unwrap()
    }

    /// Runs a command on it, and answers what it asks.
    pub(crate) fn answer(&self, arguments: &[&str], answers: &str) -> Output {
        let mut child = self.start(arguments);
        // Whoever asks nothing reads nothing.
        let _ = child.stdin.take().unwrap().write_all(answers.as_bytes());
        child.wait_with_output().unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.answer(arguments, "")
    }
}

/// All that a command said.
pub(crate) fn said(output: &Output) -> String {
    let bytes = [&*output.stdout, &output.stderr].concat();
    String::from_utf8_lossy(&bytes).into_owned()
}
