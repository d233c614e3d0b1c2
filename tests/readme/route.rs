//! The README's way from a document to a site, walked word for word.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use article_explorer::model::data::FORMAT;
use tempfile::TempDir;

use crate::manuscript;

/// Lines that an author types or changes at most, and how long the program may take in all.
const LINES: usize = 120;
const MACHINE: Duration = Duration::from_secs(60);

/// A fenced block.
pub(crate) struct Block {
    pub(crate) language: String,
    pub(crate) text: String,
}

/// The README's section of that name.
pub(crate) fn section(name: &str) -> String {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once(&format!("\n## {name}\n")).unwrap();
    rest.split("\n## ").next().unwrap().to_owned()
}

/// The fenced blocks of a section, in their order, without the indent of the list that they stand in.
pub(crate) fn blocks(section: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in section.lines() {
        let line = line.strip_prefix("   ").unwrap_or(line);
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(language), None) => {
                open = Some(Block {
                    language: language.to_owned(),
                    text: String::new(),
                });
            }
            (None, Some(block)) => block.text += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    blocks
}

/// The file that a block shows, which its first line names.
pub(crate) fn path(block: &str) -> &str {
    block.lines().next().unwrap().strip_prefix("# ").unwrap()
}

/// An author at work: what was typed, and how long the program took.
struct Author {
    desk: TempDir,
    port: u16,
    served: Option<Served>,
    commands: usize,
    lines: usize,
    machine: Duration,
}

/// The preview in another window; it ends with the author.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself, which `stop` tells.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Author {
    fn new(document: &str, bytes: &[u8]) -> Self {
        let desk = tempfile::tempdir().unwrap();
        let author = Self {
            port: TcpListener::bind("127.0.0.1:0")
                .unwrap()
                .local_addr()
                .unwrap()
                .port(),
            desk,
            served: None,
            commands: 0,
            lines: 0,
            machine: Duration::ZERO,
        };
        author.write(document, bytes);
        // The app is inside the program that publishers have.
        author.write("target/app/article-explorer.js", b"app");
        author.write("target/app/article-explorer_bg.wasm", FORMAT.as_bytes());
        author
    }

    fn path(&self, name: &str) -> PathBuf {
        self.desk.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
        command.args(&words[1..]).current_dir(self.desk.path());
        command
    }

    /// Types a command, which says what the README says that it says.
    fn run(&mut self, line: &str) {
        let line = line.replace("8080", &self.port.to_string());
        let (typed, quoted) = line.split_once(" # ").unwrap();
        let (words, quoted): (Vec<_>, _) = (typed.split_whitespace().collect(), quoted.trim());
        self.commands += 1;
        self.lines += 1;
        if words[1] == "serve" {
            return self.serve(&words, quoted);
        }
        let start = Instant::now();
        let output = self.command(&words).output().unwrap();
        self.machine += start.elapsed();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(output.status.code(), Some(0), "{typed}\n{said}");
        assert!(
            said.contains(quoted),
            "`{typed}` does not say `{quoted}`\n{said}"
        );
    }

    fn serve(&mut self, words: &[&str], quoted: &str) {
        let mut command = self.command(words);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        self.served = Some(Served(child));
        let line = said.find(|line| line.as_ref().unwrap().contains("http://"));
        let line = line.unwrap().unwrap();
        assert!(line.contains(quoted), "{line}");
        // Nobody reads the rest, and a pipe without a reader would end the program.
        std::thread::spawn(move || said.for_each(drop));
        let page = self.shown("/a-bridge-for-riverton/");
        assert!(page.contains("id=\"m-tomas-lindqvist-1\""), "{page}");
    }

    /// What the preview shows.
    fn shown(&self, address: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "GET {address} HTTP/1.0\r\nHost: {host}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// In every draft takes the sign off a fact's three lines, and the line out that says that it is one.
    fn finish_drafts(&mut self) {
        for entry in fs::read_dir(self.path("story/entities")).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            if text.contains("draft = true\n") {
                fs::write(&path, finished(&text)).unwrap();
                self.lines += 4;
            }
        }
    }

    /// The preview goes on until it is ended.
    fn stop(&mut self) {
        let served = self.served.as_mut().unwrap();
        assert_eq!(served.0.try_wait().unwrap(), None, "the preview has ended");
        self.served = None;
    }
}

/// A draft as the README says to finish it.
fn finished(draft: &str) -> String {
    let text = draft.replace("draft = true\n", "");
    let (head, facts) = text.split_once("# [[facts]]\n").unwrap();
    let lines = facts.lines().enumerate().map(|(row, line)| match row {
        0 | 1 => format!("{}\n", line.strip_prefix("# ").unwrap()),
        _ => format!("{line}\n"),
    });
    [head, "[[facts]]\n", &lines.collect::<String>()].concat()
}

fn walk(document: &str, bytes: &[u8]) {
    let mut author = Author::new(document, bytes);
    for Block { language, text } in blocks(&section("Your own article in ten minutes")) {
        match &*language {
            "sh" => {
                for line in text.lines() {
                    if line.starts_with("article-explorer check") {
                        author.finish_drafts();
                    }
                    author.run(&line.replace("bridge.docx", document));
                }
            }
            "toml" => {
                author.write(path(&text), text.as_bytes());
                author.lines += text.lines().count() - 1;
            }
            _ => panic!("{language}"),
        }
    }
    author.stop();
    let page = fs::read_to_string(author.path("site/a-bridge-for-riverton/index.html")).unwrap();
    expect(&page);
    let front = fs::read_to_string(author.path("site/index.html")).unwrap();
    assert!(front.contains("Was elected with 54 per cent"), "{front}");
    let Author {
        commands,
        lines,
        machine,
        ..
    } = author;
    println!(
        "{document}: {commands} commands, {lines} lines, {:.2} s",
        machine.as_secs_f64()
    );
    assert!(lines <= LINES, "{lines} lines are typed or changed");
    assert!(machine < MACHINE, "{machine:?}");
}

/// The page has its words, each name that was found with its note, and what the author wrote.
fn expect(page: &str) {
    let notes = page.matches("class=\"note\"").count();
    assert_eq!(notes, 22, "{page}");
    for mention in [
        "m-maria-berg-1",
        "m-maria-berg-4",
        "m-ada-novak-5",
        "m-department-for-transport-2",
        "m-lindqvist-partners-1",
        "m-riverton-1",
    ] {
        assert!(page.contains(&format!("id=\"{mention}\"")), "{mention}");
    }
    for words in [
        "mayor of Riverton",
        "Was elected with 54 per cent of the vote.",
        "Berg wins",
        "The man with the drawings",
    ] {
        assert!(page.contains(words), "{words}");
    }
    for words in ["No kind yet", "all rights reserved"] {
        assert!(!page.contains(words), "{words}");
    }
}

#[test]
fn a_word_document_becomes_a_site_as_the_readme_says() {
    walk("bridge.docx", &manuscript::docx());
}

#[test]
fn a_web_page_becomes_one_by_the_same_commands() {
    walk("bridge.html", &manuscript::html());
}

#[test]
fn the_article_has_fifteen_hundred_words() {
    let words = include_str!("bridge.txt").split_whitespace().count();
    assert!((1_500..1_700).contains(&words), "{words}");
}
