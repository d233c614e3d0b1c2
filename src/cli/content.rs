//! A content folder as commands take it: compiled, its findings printed.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Result, anyhow, ensure};

use crate::cli::counted::counted;
use crate::cli::pictures::Pictures;
use crate::cli::replace::replace;
use crate::compile::entity_body::DRAFT;
use crate::compile::files::{Files, LOCK};
use crate::compile::finding::{self, Finding, Severity};
use crate::compile::printout::Printout;
use crate::compile::{Outcome, compile};
use crate::model::site::Site;
use crate::publish::drafts;

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

/// A content folder that was read.
pub(super) struct Content {
    pub(super) files: Files,
    pub(super) outcome: Outcome,
    pub(super) pictures: Pictures,
}

/// The site as it is published: without its drafts, unless they are asked for. An entity that is a draft is told as an error
/// where a page would show it; then nothing comes back.
///
/// # Errors
/// If no article is left.
pub(super) fn published(content: &Path, read: &Content, with_drafts: bool) -> Result<Option<Site>> {
    let Some(site) = read.outcome.site.clone() else {
        return Ok(None);
    };
    if with_drafts {
        return Ok(Some(site));
    }
    let (site, left) = drafts::left_out(site);
    ensure!(
        !site.articles.is_empty(),
        "every article is a draft; take `draft = true` out of one, or build with --draft"
    );
    let shown = drafts::shown(&site);
    let unready = read.outcome.findings.iter().filter(|one| {
        let slug = one
            .file
            .strip_prefix("entities/")
            .and_then(|name| name.strip_suffix(".toml"));
        one.code == DRAFT && slug.is_some_and(|slug| shown.contains(slug))
    });
    let unready = unready.cloned().map(|one| Finding {
        severity: Severity::Error,
        help: format!("{}; until then build with --draft", one.help),
        ..one
    });
    let unready: Vec<_> = unready.collect();
    if !unready.is_empty() {
        eprint!("{}", finding::text(&unready, &read.files));
        eprintln!(
            "{}: {} to be published; nothing is written",
            content.display(),
            match unready.len() {
                1 => "1 draft is not ready".to_owned(),
                count => format!("{count} drafts are not ready"),
            }
        );
        return Ok(None);
    }
    if left > 0 {
        println!(
            "{} left out; --draft builds them too",
            counted(left, "draft")
        );
    }
    Ok(Some(site))
}

/// Compiles and prints the findings.
pub(super) fn told(content: &Path, printout: Printout) -> Content {
    let read = compiled(content);
    let Content { files, outcome, .. } = &read;
    eprint!("{}", printout.text(&outcome.findings, files));
    if !outcome.findings.is_empty() || outcome.comments + outcome.allowed > 0 {
        eprintln!("{}", summary(outcome, content));
    }
    read
}

/// The files of a folder; of one that cannot be read the findings are printed.
pub(super) fn files(content: &Path) -> Option<Files> {
    match Files::read(content) {
        Ok(files) => Some(files),
        Err(findings) => {
            let files = Files {
                folder: content.display().to_string(),
                ..Files::default()
            };
            eprint!("{}", finding::text(&findings, &files));
            None
        }
    }
}

/// Adds new citations to the lock beside the content, and says so where there was none. A folder that may not be written
/// is no fault of the content.
pub(super) fn keep_lock(content: &Path, files: &Files, lock: Option<&str>) {
    let before = files.files.get(LOCK).map(Vec::as_slice);
    let Some(lock) = lock.filter(|lock| before != Some(lock.as_bytes())) else {
        return;
    };
    let lines = lock.lines().filter(|line| !line.starts_with('#')).count();
    if before.is_none() && lines == 0 {
        return;
    }
    let path = content.join(LOCK);
    // Somebody confirmed citations meanwhile: what is new is added by the next run.
    if fs::read(&path).ok().as_deref() != before {
        return;
    }
    match replace(vec![(path.clone(), lock.as_bytes().to_vec())]) {
        Ok(()) if before.is_none() => eprintln!(
            "note: {} is new: {} taken as confirmed with the words that they cite now; keep it with the content",
            path.display(),
            match lines {
                1 => "1 citation is".to_owned(),
                _ => format!("{lines} citations are"),
            }
        ),
        Ok(()) => {}
        Err(error) => {
            eprintln!("warning: {error:#}; without it nobody is told when a cited block changes");
        }
    }
}

/// Compiles a folder; one that cannot be read has findings alone.
pub(super) fn compiled(content: &Path) -> Content {
    match Files::read(content) {
        Ok(files) => {
            let mut outcome = compile(&files);
            let pictures = Pictures::prepare(content, &mut outcome);
            Content {
                files,
                outcome,
                pictures,
            }
        }
        Err(findings) => Content {
            files: Files {
                folder: content.display().to_string(),
                ..Files::default()
            },
            outcome: Outcome {
                site: None,
                findings,
                pictures: BTreeSet::new(),
                comments: 0,
                allowed: 0,
                lock: None,
            },
            pictures: Pictures::default(),
        },
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
