//! The check before anything is written: no error that was not there before.

use std::collections::BTreeSet;

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
    let known: BTreeSet<_> = before.iter().map(key).collect();
    let is_new = |one: &&Finding| one.severity == Severity::Error && !known.contains(&key(one));
    match after.iter().find(is_new) {
        None => Ok(()),
        Some(fault) => Err(refusal(format!(
            "nothing was written, for the content would have an error then: {}; {}",
            fault.message, fault.help
        ))),
    }
}
