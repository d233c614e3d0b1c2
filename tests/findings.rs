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

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use article_explorer::compile::codes::CODES;
use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::compile::finding::{self, Finding, line_and_column};

/// A file of a fixture, and what is said of it.
#[derive(Default)]
struct Fixture {
    bytes: Vec<u8>,
    missing: bool,
    said: Vec<String>,
}

#[test]
fn each_fault_is_found_in_its_place_with_what_to_type() {
    let base = parse(&read("base.txt"));
    let mut failures = String::new();
    for name in names() {
        let mut site: BTreeMap<_, _> = base
            .iter()
            .map(|(path, file)| (path.clone(), file.bytes.clone()))
            .collect();
        let mut expected = Vec::new();
        for (path, file) in parse(&read(&name)) {
            expected.extend(file.said.into_iter().map(|said| format!("{path}:{said}")));
            if file.missing {
                site.remove(&path);
            } else {
                site.insert(path, file.bytes);
            }
        }
        site.remove("(folder)");
        let files = Files::from_texts(site);
        let outcome = compile(&files);
        let shown = finding::text(&outcome.findings, &files);
        let mut found: Vec<_> = outcome
            .findings
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
    // These are about the disk; their tests stand beside the code, in `folder.rs`.
    let on_disk = [
        "folder-link",
        "missing-folder",
        "outside-link",
        "special-file",
        "unreadable-file",
    ];
    for code in CODES.iter().filter(|code| !on_disk.contains(code)) {
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

/// The files of an archive, without what is said of them.
fn parse(archive: &str) -> BTreeMap<String, Fixture> {
    let mut files: BTreeMap<String, Fixture> = BTreeMap::new();
    let mut path = String::new();
    let mut raw = false;
    let mut line_number = 0;
    for line in archive.split_inclusive('\n') {
        let file = files.entry(path.clone()).or_default();
        if let Some(header) = line.strip_prefix("--- ") {
            let header = header.trim_end();
            raw = header.ends_with(" (not utf-8)");
            path = header
                .trim_end_matches(" (missing)")
                .trim_end_matches(" (not utf-8)")
                .to_owned();
            files.entry(path.clone()).or_default().missing = header.ends_with(" (missing)");
            line_number = 0;
        } else if let Some(help) = line.strip_prefix("//~ help: ") {
            *file.said.last_mut().expect("help follows a finding") +=
                &format!("\n    help: {}", help.trim_end());
        } else if let Some(more) = line.strip_prefix("//~ | ") {
            *file.said.last_mut().expect("help goes on") += &format!("\n{}", more.trim_end());
        } else if line.starts_with("//~") {
            file.said.push(expectation(line.trim_end(), line_number));
        } else {
            line_number += 1;
            file.bytes.extend(if raw {
                unescape(line)
            } else {
                line.as_bytes().to_vec()
            });
        }
    }
    files.remove("");
    files
}

/// `//~   ^^^ error code: message` as the place in a line and the rest.
fn expectation(line: &str, line_number: usize) -> String {
    let rest = line["//~".len()..].trim_start();
    let carets = rest.len() - rest.trim_start_matches('^').len();
    if carets > 0 {
        let first = line.len() - rest.len() + 1;
        return format!(
            "{line_number}:{first}-{}{}",
            first + carets - 1,
            &rest[carets..]
        );
    }
    match rest.split_once(' ') {
        Some((columns, said)) if columns.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{line_number}:{columns} {said}")
        }
        _ => format!(" {rest}"),
    }
}

/// `\xFF` as the byte.
fn unescape(line: &str) -> Vec<u8> {
    let mut parts = line.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("two digits"));
        bytes.extend(&part.as_bytes()[2..]);
    }
    bytes
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings")
}

fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect("a fixture")
}

fn names() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the fixtures");
    let mut names: Vec<_> = entries
        .map(|entry| {
            entry
                .expect("a fixture")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}
