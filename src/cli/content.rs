//! A content folder as commands take it: compiled, its findings printed.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Result, anyhow, ensure};

use crate::cli::counted::counted;
use crate::compile::files::Files;
use crate::compile::finding::Severity;
use crate::compile::printout::Printout;
use crate::compile::{Outcome, compile};
use crate::model::site::Site;

/// Says in a line why there is no content to read.
///
/// # Errors
/// If the folder is missing, empty, no folder, or closed to whoever runs this.
pub(super) fn ensure_readable(content: &Path) -> Result<()> {
    let name = content.display();
    let found = fs::metadata(content).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            anyhow!("there is no folder `{name}`; name the one that holds site.toml")
        }
        _ => anyhow!("`{name}` cannot be read: {error}; give yourself the right to it"),
    })?;
    ensure!(
        found.is_dir(),
        "`{name}` is a file; name the folder that holds site.toml"
    );
    let mut entries = fs::read_dir(content).map_err(|error| {
        anyhow!("`{name}` cannot be read: {error}; give yourself the right to it")
    })?;
    ensure!(
        entries.next().is_some(),
        "`{name}` is empty; write site.toml, articles/ and entities/ into it, or name the folder that holds them"
    );
    Ok(())
}

/// Compiles and prints the findings; a site if none is an error.
pub(super) fn site(content: &Path, printout: Printout) -> Option<Site> {
    let (files, outcome) = compiled(content);
    eprint!("{}", printout.text(&outcome.findings, &files));
    if !outcome.findings.is_empty() || outcome.comments + outcome.allowed > 0 {
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
                allowed: 0,
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
    let mut also = String::new();
    if outcome.allowed > 0 {
        also += &format!("; {} allowed", counted(outcome.allowed, "finding"));
    }
    if outcome.comments > 0 {
        also += &format!("; {} left out", counted(outcome.comments, "comment"));
    }
    format!("{}: {found}{also}{nothing}", content.display())
}
