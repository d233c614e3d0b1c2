//! What `explain` says is true: its examples, laid over the base of the fixtures, have the finding before and none after.
//!
//! `` Before, in `PATH`: `` and an indented block is a part of a file: paragraphs are added to those of the base's article,
//! keys take the place of the base's, tables are added. What begins as a whole file does is one. `` and in `PATH`: `` goes on,
//! `` Before, without `PATH`. `` and `` After, with `PATH` renamed to `OTHER`. `` speak for themselves. What stands after is laid
//! over what stood before.

use std::process::{Command, Output, Stdio};

use article_explorer::compile::codes::{CODES, ON_DISK, standing};
use article_explorer::compile::explanation;
use article_explorer::compile::files::Files;

use crate::checked;
use crate::fixture::{self, Site, unescape};

#[test]
fn each_example_has_the_finding_before_and_none_after() {
    let (base, _) = fixture::site("base.txt");
    let mut failures = String::new();
    for one in explanation::all().filter(|one| !ON_DISK.contains(&one.code)) {
        let Some((before, after)) = one.text.split_once("\n\nAfter, ") else {
            failures += &format!("\n=== {}: it has no example", one.code);
            continue;
        };
        let mut site = base.clone();
        lay(before, &base, &mut site);
        let found = codes(&site, one.code);
        if !found.contains(&one.code) {
            failures += &format!("\n=== {}: before there are {found:?}", one.code);
        }
        lay(&format!("After, {after}"), &base, &mut site);
        let found = codes(&site, one.code);
        if !found.is_empty() {
            failures += &format!("\n=== {}: after there are {found:?}", one.code);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn explain_lists_codes_explains_one_and_guesses_a_slip() {
    let list = text(&explain(&[]));
    assert_eq!(list.lines().count(), CODES.len());
    let said = explain(&["bad-date"]);
    assert_eq!(said.status.code(), Some(0));
    assert!(text(&said).contains("    date = \"2025-07-23\""));
    for code in CODES {
        let said = text(&explain(&[code]));
        assert!(said.trim_end().ends_with(&standing(code)), "{said}");
    }
    let slip = explain(&["bad-dat"]);
    assert_eq!(slip.status.code(), Some(2));
    assert!(text(&slip).contains("did you mean `bad-date`?"));
}

#[test]
fn check_tells_once_who_explains_codes() {
    let (mut site, _) = fixture::site("base.txt");
    let lead = "article-explorer explain ";
    assert!(!text(&check(&site)).contains(lead));
    let path = "articles/town.md";
    let faulty = b"+++\ntitle = \"T\"\n+++\n[[adda]] and [[hal]].\n";
    site.insert(path.to_owned(), faulty.to_vec());
    let said = text(&check(&site));
    assert_eq!(said.matches(lead).count(), 1, "{said}");
    assert!(said.contains("explain unknown-entity`"), "{said}");
}

#[test]
fn whoever_reads_a_list_may_stop_before_its_end() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut tool = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
    let tool = tool.arg("explain").stdout(writer).stderr(Stdio::piped());
    let output = tool.output().expect("the tool runs");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    assert_eq!(text(&output), "");
}

fn explain(arguments: &[&str]) -> Output {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
    let tool = tool.arg("explain").args(arguments);
    tool.output().expect("the tool runs")
}

fn check(site: &Site) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in site {
        let path = folder.path().join(path);
        let parent = path.parent().expect("it is below the folder");
        std::fs::create_dir_all(parent).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let mut tool = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
    let tool = tool.arg("check").arg(folder.path());
    tool.output().expect("the tool runs")
}

fn text(output: &Output) -> String {
    let all = [&*output.stdout, &*output.stderr].concat();
    String::from_utf8_lossy(&all).into_owned()
}

fn codes(site: &Site, about: &str) -> Vec<&'static str> {
    let findings = checked(&Files::from_texts(site.clone()), about);
    findings.iter().map(|finding| finding.code).collect()
}

/// Does to a site what a part of an example says.
pub(crate) fn lay(said: &str, base: &Site, site: &mut Site) {
    let mut lines = said.lines().peekable();
    while let Some(line) = lines.next() {
        let parts: Vec<_> = line.split('`').collect();
        match *parts {
            ["Before, without " | "After, without ", path, _] => {
                site.remove(path).expect("a file of the example");
            }
            ["After, with ", path, " renamed to ", to, _] => {
                let bytes = site.remove(path).expect("a file of the example");
                site.insert(to.to_owned(), bytes);
            }
            ["Before, in " | "After, in " | "and in ", path, ":"] => {
                let mut block = String::new();
                while let Some(line) =
                    lines.next_if(|line| line.is_empty() || line.starts_with("    "))
                {
                    block += line.strip_prefix("    ").unwrap_or(line);
                    block += "\n";
                }
                let part = format!("{}\n", block.trim_matches('\n'));
                let whole = base.get(path).map(|bytes| String::from_utf8_lossy(bytes));
                let text = whole.map_or(part.clone(), |whole| laid(&part, &whole));
                site.insert(path.to_owned(), unescape(&text));
            }
            _ => {}
        }
    }
}

/// A part of a file, laid over the whole.
fn laid(part: &str, whole: &str) -> String {
    let begins = |beginning: &str| part.starts_with(beginning) && whole.starts_with(beginning);
    let is_whole = begins("+++") || begins("format") || begins("[gazette]");
    if is_whole || (part.starts_with("kind") && part.contains("names")) {
        return part.to_owned();
    }
    if whole.starts_with("+++") {
        return format!("{whole}\n{part}");
    }
    let is_table = |line: &&str| line.starts_with('[');
    let keys: Vec<_> = part.lines().take_while(|line| !is_table(line)).collect();
    let key = |line: &str| line.split('=').next().map(str::trim_end).map(str::to_owned);
    let is_given = |line: &&str| keys.iter().any(|given| key(given) == key(line));
    let stay = whole.lines().take_while(|line| !is_table(line));
    let stay = stay.filter(|line| !is_given(line));
    let tables = |text: &'_ str| -> Vec<String> {
        let lines = text.lines().skip_while(|line| !is_table(line));
        lines.map(str::to_owned).collect()
    };
    let mut lines: Vec<_> = stay.map(str::to_owned).collect();
    lines.extend(keys.iter().map(|line| (*line).to_owned()));
    lines.extend(tables(whole));
    lines.extend(tables(part));
    lines.join("\n") + "\n"
}
