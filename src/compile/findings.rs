//! The sink of a run's findings: whatever reads content reports here.

use std::sync::{Mutex, PoisonError};

use crate::compile::codes::CODES;
use crate::compile::finding::{self, Finding, Severity};
use crate::compile::source_span::SourceSpan;

/// The findings of a run so far. Files are read on all cores, so reports come in any order until [`Self::into_sorted`].
#[derive(Debug, Default)]
pub(crate) struct Findings(Mutex<Vec<Finding>>);

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

    fn report(
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
            },
        }
    }

    /// Whether one so far is of this sort.
    pub(crate) fn any(&self, is: impl Fn(&Finding) -> bool) -> bool {
        let findings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        findings.iter().any(is)
    }

    /// All of them by file and span, each once.
    pub(crate) fn into_sorted(self) -> Vec<Finding> {
        let mut findings = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        finding::sort(&mut findings);
        findings
    }
}

/// A finding that lacks what to type instead: without that, nothing is reported.
#[must_use = "a finding is reported with its help"]
pub(crate) struct Report<'f> {
    findings: &'f Findings,
    finding: Finding,
}

impl Report<'_> {
    /// Says what to type instead, which completes the finding.
    pub(crate) fn help(mut self, help: impl Into<String>) {
        self.finding.help = help.into();
        let findings = self.findings.0.lock();
        findings
            .unwrap_or_else(PoisonError::into_inner)
            .push(self.finding);
    }
}
