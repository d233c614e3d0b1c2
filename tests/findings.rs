//! What the compiler says about faulty content: each fixture in `tests/findings/` states it beside the fault.
//!
//! A fixture is an archive: a line `--- PATH` begins a file. It is laid over `base.txt`, a small site without
//! findings. `--- PATH (missing)` takes a file of the base away, `--- PATH (not utf-8)` reads `\xFF` as a byte,
//! and `--- (folder)` stands for the folder itself. Below a faulty line stands what the compiler says of it, with
//! carets under the words meant, or with their columns where there is no room for carets:
//!
//! ```text
//! source = "gazete"
//! //~       ^^^^^^ error unknown-source: no source is called `gazete`
//! //~ help: write `gazette`
//! knid = "person"
//! //~ 1-4 error unknown-key: there is no key `knid` here
//! ```
//!
//! `//~ | ` goes on with the help, on a line of its own. Without carets and columns the file as a whole is meant. Exactly these findings must come, and no others.
//!
//! What an author does about a finding stands below its help, where the finding itself proposes no change: `//~ typed: WORDS`
//! is the line anew, `//~ typed` takes it away, `//~ file PATH: TEXT` writes a file, `//~ removed PATH` and
//! `//~ renamed PATH: OTHER` speak for themselves.

#[path = "support/allowed.rs"]
mod allowed;
#[path = "support/explained.rs"]
mod explained;
#[path = "support/fixture.rs"]
mod fixture;
#[path = "support/kept_articles.rs"]
mod kept_articles;

use std::fs;

use article_explorer::compile::change;
use article_explorer::compile::codes::{CODES, OF_CHECK, ON_DISK};
use article_explorer::compile::files::Files;
use article_explorer::compile::finding::{self, Finding, line_and_column};
use article_explorer::compile::{Outcome, compile};
use article_explorer::suggest::refusals::Refusals;
use article_explorer::suggest::unlinked;

use fixture::{folder, names};

/// What `check` makes of files; of a fixture about the compiler only what that does.
fn outcome(files: &Files, code: &str) -> Outcome {
    let mut outcome = compile(files);
    if OF_CHECK.contains(&code) {
        unlinked::add(&mut outcome, files, &Refusals::default());
    }
    outcome
}

/// What it says of them.
fn checked(files: &Files, code: &str) -> Vec<Finding> {
    outcome(files, code).findings
}

#[test]
fn each_fault_is_found_in_its_place_with_what_to_type() {
    let mut failures = String::new();
    for name in names() {
        let (site, said) = fixture::site(&name);
        let mut expected: Vec<_> = said.into_iter().map(|said| said.text).collect();
        let files = Files::from_texts(site);
        let findings = checked(&files, name.trim_end_matches(".txt"));
        let shown = finding::text(&findings, &files);
        let mut found: Vec<_> = findings
            .iter()
            .map(|finding| describe(finding, &files))
            .collect();
        found.sort();
        expected.sort();
        if found != expected {
            failures += &format!(
                "\n=== {name}\nexpected:\n{}\nfound:\n{}\n{}",
                expected.join("\n"),
                found.join("\n"),
                shown
            );
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn each_code_has_a_fixture_of_its_name() {
    for code in CODES.iter().filter(|code| !ON_DISK.contains(code)) {
        let said = fs::read_to_string(folder().join(format!("{code}.txt"))).unwrap_or_default();
        assert!(
            said.contains(&format!(" {code}: ")),
            "tests/findings/{code}.txt does not show `{code}`"
        );
    }
}

/// A finding as the fixtures write it: place, severity, code, message, help.
fn describe(finding: &Finding, files: &Files) -> String {
    let text = files
        .files
        .get(&finding.file)
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .unwrap_or_default();
    let place = if finding.is_about_file() {
        String::new()
    } else {
        let line_end = text[finding.span.start..]
            .find('\n')
            .map_or(text.len(), |length| finding.span.start + length);
        let (line, first) = line_and_column(&text, finding.span.start);
        let (_, end) = line_and_column(
            &text,
            text.ceil_char_boundary(finding.span.end).min(line_end),
        );
        format!("{line}:{first}-{}", end - 1)
    };
    let file = if finding.file.is_empty() {
        "(folder)"
    } else {
        &finding.file
    };
    let severity = format!("{:?}", finding.severity).to_lowercase();
    format!(
        "{file}:{place} {severity} {}: {}\n    help: {}",
        finding.code, finding.message, finding.help
    )
}

/// What is followed is the help alone: the finding is gone, and the files can still be read.
#[test]
fn help_followed_to_the_letter_removes_the_finding() {
    let mut failures = String::new();
    for name in names() {
        let (site, said) = fixture::site(&name);
        let files = Files::from_texts(site.clone());
        let code = name.trim_end_matches(".txt");
        let before = checked(&files, code);
        for finding in &before {
            let described = describe(finding, &files);
            let mut done = site.clone();
            match said.iter().find(|said| said.text == described) {
                Some(said) if !said.deeds.is_empty() => {
                    said.deeds.iter().for_each(|deed| deed.follow(&mut done));
                }
                _ if !finding.changes.is_empty() => change::apply(&finding.changes, &mut done),
                _ => {
                    failures += &format!("\n=== {name}: nobody says how to follow\n{described}\n");
                    continue;
                }
            }
            let changed = Files::from_texts(done);
            let after = checked(&changed, code);
            let count = |all: &[Finding]| all.iter().filter(|one| is_same(one, finding)).count();
            let broken = |one: &&Finding| {
                BROKEN.contains(&one.code) && !before.iter().any(|other| is_same(other, one))
            };
            if count(&after) >= count(&before) {
                failures += &format!("\n=== {name}: it is still there\n{described}\n");
            } else if let Some(broken) = after.iter().find(broken) {
                let broken = describe(broken, &changed);
                failures += &format!("\n=== {name}: after\n{described}\ncomes\n{broken}\n");
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// After these a file says nothing any more.
const BROKEN: &[&str] = &["malformed-front-matter", "malformed-toml", "not-utf8"];

fn is_same(one: &Finding, other: &Finding) -> bool {
    (&one.file, one.code, &one.message) == (&other.file, other.code, &other.message)
}
