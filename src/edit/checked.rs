//! The check before anything is written: no error that was not there before.

use std::collections::BTreeMap;

use crate::compile::compile;
use crate::compile::files::Files;
use crate::compile::finding::{Finding, Severity};
use crate::edit::outcome::refusal;
use crate::model::editing::Refusal;

/// Content with some files changed.
pub(super) fn with(files: &Files, changed: &[(String, Vec<u8>)]) -> Files {
    let mut after = files.clone();
    for (path, bytes) in changed {
        after.files.insert(path.clone(), bytes.clone());
    }
    after
}

/// Refuses what would bring an error.
///
/// # Errors
/// The first error that was not among the findings before.
pub(super) fn brings_no_error(before: &[Finding], after: &[Finding]) -> Result<(), Refusal> {
    let key = |one: &Finding| (one.code, one.file.clone(), one.message.clone());
    // The same may be said of several places.
    let mut known = BTreeMap::new();
    for one in before {
        *known.entry(key(one)).or_insert(0_usize) += 1;
    }
    let mut is_new = |one: &&Finding| {
        let is_error = one.severity == Severity::Error;
        let left = known.entry(key(one)).or_default();
        let is_known = *left > 0;
        *left = left.saturating_sub(1);
        is_error && !is_known
    };
    match after.iter().find(|one| is_new(one)) {
        None => Ok(()),
        Some(fault) => Err(refusal(format!(
            "nothing was written, for the content would have an error then: {}; {}",
            fault.message, fault.help
        ))),
    }
}

/// Refuses a change of files that would bring an error.
///
/// # Errors
/// The first error that the content has not now.
pub fn check(files: &Files, changed: &[(String, Option<Vec<u8>>)]) -> Result<(), Refusal> {
    let mut after = files.clone();
    for (path, bytes) in changed {
        match bytes {
            Some(bytes) => drop(after.files.insert(path.clone(), bytes.clone())),
            None => drop(after.files.remove(path)),
        }
    }
    brings_no_error(&compile(files).findings, &compile(&after).findings)
}
