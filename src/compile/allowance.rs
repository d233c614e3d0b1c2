//! Findings that an author lets stand: `[allow]` in `site.toml`, or in the file that it is about.

use std::ops::Range;

use crate::compile::change::Change;
use crate::compile::finding::{self, Finding, Severity};

/// One code that may stand.
#[derive(Clone, Debug)]
pub(crate) struct Allowance {
    /// The file that it holds for; all where it is the site's.
    pub(crate) file: Option<String>,
    pub(crate) code: String,
    /// Where it stands.
    pub(crate) at: (String, Range<usize>),
    /// The change that takes it away.
    pub(crate) gone: Option<Change>,
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
        let unused = allowances.iter().zip(used).filter(|(_, used)| !used);
        found.extend(unused.map(|(one, _)| unneeded(one)));
        finding::sort(found);
    }
    allowed
}

fn unneeded(allowance: &Allowance) -> Finding {
    let (file, span) = allowance.at.clone();
    Finding {
        severity: Severity::Warning,
        code: "bad-allowance",
        file,
        span,
        message: format!("there is no `{}` here to allow", allowance.code),
        help: "leave the line out".to_owned(),
        changes: allowance.gone.iter().cloned().collect(),
    }
}
