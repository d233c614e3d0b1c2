//! File names that not every system can hold: Windows refuses some, and takes two that differ in case for one.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::compile::change::Change;
use crate::compile::files::Files;
use crate::compile::finding::Severity;
use crate::compile::findings::{Findings, Report};
use crate::compile::source_span::SourceSpan;

/// Says which files of a content folder cannot go to every system.
pub(crate) fn check(files: &Files, findings: &Findings) {
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    let paths = files.files.keys().chain(files.others.keys());
    for path in paths {
        let folded: String = path.nfc().flat_map(char::to_lowercase).collect();
        if let Some(first) = known.insert(folded, path) {
            let message = format!("`{path}` and `{first}` are one file on Windows and macOS");
            report(files, path, findings, message).help("give one of them another name");
        } else if let Some((message, to)) = refused(path) {
            let change = Change::Rename {
                file: path.clone(),
                to: to.clone(),
            };
            report(files, path, findings, message)
                .change(change)
                .help(format!("call it `{to}`"));
        }
    }
}

/// What goes into the site is an error; anything else may still be copied elsewhere.
fn report<'f>(files: &Files, path: &str, findings: &'f Findings, message: String) -> Report<'f> {
    let severity = if files.files.contains_key(path) {
        Severity::Error
    } else {
        Severity::Warning
    };
    findings.report(severity, "bad-file-name", &SourceSpan::whole(path), message)
}

/// Whether Windows takes a name for a device, with any ending.
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let is_port = |port: &str| {
        let number = stem.strip_prefix(port);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
    };
    ["con", "prn", "aux", "nul"].contains(&&*stem) || is_port("com") || is_port("lpt")
}

/// Why Windows refuses a path, and what it would take.
fn refused(path: &str) -> Option<(String, String)> {
    const SIGNS: [char; 8] = ['<', '>', ':', '"', '\\', '|', '?', '*'];
    let is_refused = |c: char| SIGNS.contains(&c) || c.is_control();
    if path.contains(is_refused) {
        let message = format!(
            "Windows has no files with {} in their names",
            shown(path, is_refused)
        );
        return Some((message, path.replace(is_refused, "-")));
    }
    let mut to = Vec::new();
    let mut message = None;
    for part in path.split('/') {
        let tidy = part.trim_end_matches(['.', ' ']);
        if tidy != part {
            message = Some("Windows has no names that end in a dot or a space".to_owned());
        }
        if is_device(tidy) {
            message = Some(format!("`{part}` is the name of a device on Windows"));
            let (stem, ending) = tidy.split_at(tidy.find('.').unwrap_or(tidy.len()));
            to.push(format!("{stem}-1{ending}"));
        } else {
            to.push(tidy.to_owned());
        }
    }
    Some((message?, to.join("/")))
}

/// The first such sign, as it can be read.
fn shown(path: &str, is_refused: impl Fn(char) -> bool) -> String {
    let sign = path.chars().find(|c| is_refused(*c)).unwrap_or_default();
    if sign.is_control() {
        format!("U+{:04X}", u32::from(sign))
    } else {
        format!("`{sign}`")
    }
}
