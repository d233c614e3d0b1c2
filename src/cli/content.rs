//! A content folder as commands take it: compiled, its findings printed.

use std::path::Path;

use crate::cli::counted::counted;
use crate::compile::files::Files;
use crate::compile::finding::{self, Severity};
use crate::compile::{Outcome, compile};
use crate::model::site::Site;

/// Compiles and prints the findings; a site if none is an error.
pub(super) fn site(content: &Path) -> Option<Site> {
    let (files, outcome) = compiled(content);
    eprint!("{}", finding::text(&outcome.findings, &files));
    if !outcome.findings.is_empty() || outcome.comments > 0 {
        eprintln!("{}", summary(&outcome, content));
    }
    outcome.site
}

/// Compiles a folder; one that cannot be read has findings alone.
pub(super) fn compiled(content: &Path) -> (Files, Outcome) {
    match Files::read(content) {
        Ok(files) => {
            let outcome = compile(&files);
            (files, outcome)
        }
        Err(findings) => (
            Files {
                folder: content.display().to_string(),
                ..Files::default()
            },
            Outcome {
                site: None,
                findings,
                comments: 0,
            },
        ),
    }
}

/// How many findings there are, in a line.
pub(super) fn summary(outcome: &Outcome, content: &Path) -> String {
    let count = |severity| {
        outcome
            .findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let found = match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "no findings".to_owned(),
        (0, warnings) => counted(warnings, "warning"),
        (errors, 0) => counted(errors, "error"),
        (errors, warnings) => [counted(errors, "error"), counted(warnings, "warning")].join(", "),
    };
    let nothing = if outcome.site.is_none() {
        "; nothing is written"
    } else {
        ""
    };
    let comments = if outcome.comments > 0 {
        format!("; {} left out", counted(outcome.comments, "comment"))
    } else {
        String::new()
    };
    format!("{}: {found}{comments}{nothing}", content.display())
}
