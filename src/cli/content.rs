//! A content folder as commands take it: compiled, its findings printed.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Result, anyhow, ensure};

use crate::cli::counted::counted;
use crate::cli::listing::say;
use crate::cli::pictures::Pictures;
use crate::cli::progress::Progress;
use crate::cli::replace::replace;
use crate::compile::entity_body::DRAFT;
use crate::compile::files::{Files, LOCK};
use crate::compile::finding::{self, Severity};
use crate::compile::kept_articles::KeptArticles;
use crate::compile::printout::Printout;
use crate::compile::{Outcome, compile, compile_again};
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

/// The site as it is published: without its drafts, unless they are asked for. Its findings are printed; entities that are
/// drafts and that a page would show are told as an error, and then nothing comes back.
///
/// # Errors
/// If no article is left.
pub(super) fn published(
    content: &Path,
    read: &mut Content,
    with_drafts: bool,
    printout: Printout,
) -> Result<Option<Site>> {
    let Some(whole) = read.outcome.site.clone().filter(|_| !with_drafts) else {
        print(content, read, printout);
        return Ok(read.outcome.site.clone());
    };
    let (site, left) = drafts::left_out(whole);
    let unready = unready(&site, &mut read.outcome);
    print(content, read, printout);
    ensure!(
        !site.articles.is_empty(),
        "every article is a draft; take `draft = true` out of one, or build with --draft"
    );
    if !unready.is_empty() {
        eprint!("{}", told_unready(&unready, content));
        return Ok(None);
    }
    if left > 0 {
        say!(
            "{} left out; --draft builds them too",
            counted(left, "draft")
        );
    }
    Ok(Some(site))
}

/// Takes out of the findings those of drafts that a page of the site shows, and returns their entities.
fn unready(site: &Site, outcome: &mut Outcome) -> Vec<String> {
    let shown = drafts::shown(site);
    let slug = |file: &String| {
        let slug = file.strip_prefix("entities/")?.strip_suffix(".toml")?;
        shown.contains(slug).then(|| slug.to_owned())
    };
    let unready = outcome.drafts.iter().filter_map(slug).collect();
    let told = &mut outcome.findings;
    told.retain(|one| one.code != DRAFT || slug(&one.file).is_none());
    unready
}

/// Drafts that are named in a line.
const NAMED_DRAFTS: usize = 12;

fn told_unready(unready: &[String], content: &Path) -> String {
    let content = content.display();
    let named = unready.iter().take(NAMED_DRAFTS);
    let mut named: Vec<_> = named.map(|slug| format!("`{slug}`")).collect();
    if unready.len() > NAMED_DRAFTS {
        named.push(format!("{} more", unready.len() - NAMED_DRAFTS));
    }
    let (are, each) = match unready.len() {
        1 => ("entity that a page shows is a draft", "it"),
        _ => ("entities that pages show are drafts", "each"),
    };
    format!(
        "error[{DRAFT}]: {} {are}: {}\n  = help: give {each} a fact with its source, and take `draft = true` out of the file; \
         `article-explorer check {content}` tells what each lacks, `article-explorer build {content} --draft` builds them as they are\n\n\
         {content}: nothing is written\n",
        unready.len(),
        named.join(", ")
    )
}

/// Compiles and prints the findings; articles that are as they were are taken from those that are kept.
pub(super) fn told(content: &Path, kept: &mut KeptArticles) -> Content {
    let read = compiled_by(content, |files| compile_again(files, kept));
    print(content, &read, Printout::default());
    read
}

fn print(content: &Path, Content { files, outcome, .. }: &Content, printout: Printout) {
    eprint!("{}", printout.text(&outcome.findings, files));
    if !outcome.findings.is_empty() || outcome.comments + outcome.allowed > 0 {
        eprintln!("{}", summary(outcome, content));
    }
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
    compiled_by(content, compile)
}

fn compiled_by(content: &Path, compile: impl FnOnce(&Files) -> Outcome) -> Content {
    match Files::read(content) {
        Ok(files) => {
            let reading = Progress::of("reading the content");
            let mut outcome = compile(&files);
            drop(reading);
            let _drawing = Progress::of("setting the pictures in several sizes");
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
            outcome: Outcome::unread(findings),
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
