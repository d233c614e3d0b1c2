//! Findings that an author lets stand, with the reason: `[allow]` in `site.toml`, or in the file that it is about.

use crate::compile::codes::{ALLOWABLE, CODES};
use crate::compile::finding::{self, Finding};
use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::suggestion;
use crate::compile::toml_table::TomlTable;

/// One code that may stand.
#[derive(Debug)]
pub(crate) struct Allowance {
    /// The file that it holds for; all where it is the site's.
    file: Option<String>,
    code: String,
    /// Where it stands.
    at: (String, std::ops::Range<usize>),
}

/// Reads `[allow]`. `file` is the file that it holds for.
pub(crate) fn read(table: &mut TomlTable<'_>, file: Option<&str>) {
    let findings = table.findings();
    let Some(allow) = table.table("allow") else {
        return;
    };
    for (code, value) in allow.into_entries() {
        let key = value.key.clone();
        let gone = value.left_out();
        let Some(reason) = value.string() else {
            continue;
        };
        if reason.text.trim().is_empty() {
            findings
                .error("bad-allowance", &reason.span, "this says no reason")
                .help("write why it may stand: `\"…\"`");
        }
        if ALLOWABLE.contains(&&*code) {
            findings.allow(Allowance {
                file: file.map(str::to_owned),
                code,
                at: (key.file.to_owned(), key.range),
            });
        } else if CODES.contains(&&*code) {
            let message = format!("`{code}` cannot be allowed: with it there is no page to rely on");
            let report = findings.error("bad-allowance", &key, message);
            report
                .changes(gone)
                .help("leave it out, and mend what the finding names");
        } else {
            let message = format!("no finding is called `{code}`");
            let help = match suggestion::nearest(&code, ALLOWABLE.iter().copied()) {
                Some(meant) => format!("write `{meant}`"),
                None => "leave it out".to_owned(),
            };
            let report = findings.error("bad-allowance", &key, message);
            report.changes(gone).help(help);
        }
    }
}

/// Takes away the findings that may stand, and says which allowances allow nothing; returns how many were taken.
pub(crate) fn settle(found: &mut Vec<Finding>, allowances: &[Allowance]) -> usize {
    let before = found.len();
    let mut used = vec![false; allowances.len()];
    found.retain(|finding| {
        let allows = |one: &Allowance| {
            one.code == finding.code && one.file.as_ref().is_none_or(|file| *file == finding.file)
        };
        let by = allowances.iter().position(allows);
        if let Some(row) = by {
            used[row] = true;
        }
        by.is_none()
    });
    let allowed = before - found.len();
    if !found.iter().any(finding::hides_content) {
        let findings = Findings::default();
        let unused = allowances.iter().zip(used).filter(|(_, used)| !used);
        for (one, _) in unused {
            let span = SourceSpan::new(&one.at.0, one.at.1.clone());
            let message = format!("there is no `{}` here to allow", one.code);
            findings
                .warning("bad-allowance", &span, message)
                .help("leave the line out");
        }
        found.extend(findings.into_sorted());
        finding::sort(found);
    }
    allowed
}
