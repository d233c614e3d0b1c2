//! The sink of a run's findings: whatever reads content reports here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::compile::allowance::{self, Allowance, IDLE};
use crate::compile::change::Change;
use crate::compile::codes::{CODES, OF_CHECK};
use crate::compile::finding::{self, Finding, Severity};
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;

/// The findings of a run so far. Files are read on all cores, so reports come in any order until [`Self::into_sorted`].
#[derive(Debug, Default)]
pub(crate) struct Findings {
    reported: Mutex<Vec<Finding>>,
    /// How many are left out, by file.
    comments: Mutex<BTreeMap<String, usize>>,
    allowances: Mutex<Vec<Allowance>>,
}

/// What was reported of one file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reported {
    findings: Vec<Finding>,
    comments: usize,
    allowances: Vec<Allowance>,
}

impl Findings {
    /// What keeps the site from being built, and where.
    pub(crate) fn error(
        &self,
        code: &'static str,
        span: &SourceSpan<'_>,
        message: impl Into<String>,
    ) -> Report<'_> {
        self.report(Severity::Error, code, span, message.into())
    }

    /// What had better be changed, and where.
    pub(crate) fn warning(
        &self,
        code: &'static str,
        span: &SourceSpan<'_>,
        message: impl Into<String>,
    ) -> Report<'_> {
        self.report(Severity::Warning, code, span, message.into())
    }

    /// A finding of either severity.
    pub(crate) fn report(
        &self,
        severity: Severity,
        code: &'static str,
        span: &SourceSpan<'_>,
        message: String,
    ) -> Report<'_> {
        debug_assert!(CODES.contains(&code), "{code} is not among the codes");
        Report {
            findings: self,
            finding: Finding {
                severity,
                code,
                file: span.file.to_owned(),
                span: span.range.clone(),
                message,
                help: String::new(),
                changes: Vec::new(),
            },
        }
    }

    /// Whether one so far is of this sort.
    pub(crate) fn any(&self, is: impl Fn(&Finding) -> bool) -> bool {
        held(&self.reported).iter().any(is)
    }

    /// The files of which one of this code was said so far.
    pub(crate) fn files_with(&self, code: &str) -> BTreeSet<String> {
        let findings = held(&self.reported);
        let of_code = findings.iter().filter(|finding| finding.code == code);
        of_code.map(|finding| finding.file.clone()).collect()
    }

    /// Counts comments of a file that are left out of what is published.
    pub(crate) fn left_out(&self, file: &str, comments: usize) {
        *held(&self.comments).entry(file.to_owned()).or_default() += comments;
    }

    /// How many comments were left out so far.
    pub(crate) fn comments(&self) -> usize {
        held(&self.comments).values().sum()
    }

    /// Lets findings of a code stand.
    pub(crate) fn allow(&self, allowance: Allowance) {
        held(&self.allowances).push(allowance);
    }

    /// What was reported so far, by file.
    pub(crate) fn by_file(&self) -> BTreeMap<String, Reported> {
        let mut files: BTreeMap<String, Reported> = BTreeMap::new();
        for one in &*held(&self.reported) {
            let file = files.entry(one.file.clone()).or_default();
            file.findings.push(one.clone());
        }
        for (file, comments) in &*held(&self.comments) {
            files.entry(file.clone()).or_default().comments = *comments;
        }
        for one in &*held(&self.allowances) {
            let file = files.entry(one.at.0.clone()).or_default();
            file.allowances.push(one.clone());
        }
        files
    }

    /// Reports once more what was reported of a file.
    pub(crate) fn again(&self, file: &str, reported: &Reported) {
        held(&self.reported).extend_from_slice(&reported.findings);
        if reported.comments > 0 {
            self.left_out(file, reported.comments);
        }
        held(&self.allowances).extend_from_slice(&reported.allowances);
    }

    /// What comes of them, with what may stand.
    pub(crate) fn settled(self) -> Settled {
        let allowances = std::mem::take(&mut *held(&self.allowances));
        let is_later = |one: &Allowance| OF_CHECK.contains(&&*one.code);
        let (mut later, now): (Vec<_>, Vec<_>) = allowances.into_iter().partition(is_later);
        later.extend(now.iter().filter(|one| one.code == IDLE).cloned());
        let mut findings = self.into_sorted();
        let allowed = allowance::settle(&mut findings, &now);
        Settled {
            findings,
            allowed,
            allowances: later,
        }
    }

    /// All of them, errors first, by file and span, each once.
    pub(crate) fn into_sorted(self) -> Vec<Finding> {
        let findings = self.reported.into_inner();
        let mut findings = findings.unwrap_or_else(PoisonError::into_inner);
        finding::sort(&mut findings);
        findings
    }
}

/// What came of a run's findings.
pub(crate) struct Settled {
    /// All that may not stand.
    pub(crate) findings: Vec<Finding>,
    /// How many may.
    pub(crate) allowed: usize,
    /// What is allowed of what is looked for later.
    pub(crate) allowances: Vec<Allowance>,
}

/// A finding that lacks what to type instead: without that, nothing is reported.
#[must_use = "a finding is reported with its help"]
pub(crate) struct Report<'f> {
    findings: &'f Findings,
    finding: Finding,
}

impl Report<'_> {
    /// Adds a change that does what the help says.
    pub(crate) fn change(mut self, change: Change) -> Self {
        self.finding.changes.push(change);
        self
    }

    /// Adds what changes there are.
    pub(crate) fn changes(mut self, changes: impl IntoIterator<Item = Change>) -> Self {
        self.finding.changes.extend(changes);
        self
    }

    /// Says to write other words in the place of a part of a text, which completes the finding.
    pub(crate) fn write(self, written: &SourceText<'_>, part: Range<usize>, words: &str) {
        let help = format!("write `{}`", written.typed(words));
        self.change(written.change(part, words)).help(help);
    }

    /// Says what to type instead, which completes the finding.
    pub(crate) fn help(mut self, help: impl Into<String>) {
        self.finding.help = help.into();
        held(&self.findings.reported).push(self.finding);
    }
}

/// A panic on another core leaves a whole list.
fn held<T>(list: &Mutex<T>) -> MutexGuard<'_, T> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}
