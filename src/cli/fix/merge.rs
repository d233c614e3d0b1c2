//! `fix merge`: one entity of two, in all files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::cli::content;
use crate::cli::content_folder::ContentFolder;
use crate::cli::counted::counted;
use crate::cli::fix::unchanged::unchanged;
use crate::cli::listing::say;
use crate::cli::replace::replace;
use crate::compile::files::Files;
use crate::compile::finding;
use crate::compile::merge::{self, Merged, Unmerged};

/// Which two.
#[derive(Args)]
pub(in crate::cli) struct Merge {
    /// The id of the entity that stays: its file's name without `.toml`
    kept: String,
    /// The id of the one that becomes it
    gone: String,
    #[command(flatten)]
    content: ContentFolder,
    /// Show what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Merges them.
///
/// # Errors
/// If they cannot be merged, or a file cannot be written or was changed meanwhile; then nothing is changed.
pub(super) fn merge(arguments: &Merge) -> Result<ExitCode> {
    let folder = &*arguments.content.path();
    content::ensure_readable(folder)?;
    let Some(files) = content::files(folder) else {
        return Ok(ExitCode::FAILURE);
    };
    let merged = match merge::entities(&files, &arguments.kept, &arguments.gone) {
        Ok(merged) => merged,
        Err(Unmerged::Refused(why)) => bail!("{why}"),
        Err(Unmerged::Findings(findings)) => {
            eprint!("{}", finding::text(&findings, &files));
            eprintln!("nothing is changed until these are mended");
            return Ok(ExitCode::FAILURE);
        }
        Err(Unmerged::Broken(findings, after)) => {
            eprint!("{}", finding::text(&findings, &after));
            eprintln!(
                "the content would be so afterwards, so nothing is changed; mend it before, and merge again"
            );
            return Ok(ExitCode::FAILURE);
        }
    };
    if arguments.dry_run {
        show(&merged, &files);
        return Ok(ExitCode::SUCCESS);
    }
    let paths = merged.files.iter().map(|(path, _)| path);
    unchanged(&files, folder, paths.chain([&merged.gone]))?;
    let texts = merged.files.iter();
    let texts = texts.map(|(path, text)| (folder.join(path), text.clone().into_bytes()));
    replace(texts.collect())?;
    let copy = set_aside(&folder.join(&merged.gone), &arguments.kept)?;
    merged.told.iter().for_each(|line| say!("{line}"));
    say!(
        "{}: {} changed; what was `{}` is kept as {}",
        folder.display(),
        counted(merged.files.len(), "file"),
        merged.gone,
        copy.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Gives a file a hidden name beside it, which nothing reads.
fn set_aside(path: &Path, kept: &str) -> Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let hidden = format!(".{name}.now-in-{kept}");
    let further = (2..).map(|number: u32| format!("{hidden}-{number}"));
    let names = std::iter::once(hidden.clone()).chain(further);
    let mut copies = names.map(|name| path.with_file_name(name));
    let is_free = |copy: &PathBuf| fs::symlink_metadata(copy).is_err();
    let copy = copies.find(is_free).context("no name is free")?;
    let failed = || {
        format!(
            "all is written, but {} could not be moved away; move it out of the content folder yourself",
            path.display()
        )
    };
    fs::rename(path, &copy).with_context(failed)?;
    Ok(copy)
}

/// Prints the lines that would change.
fn show(merged: &Merged, files: &Files) {
    for (path, text) in &merged.files {
        let before = files.files.get(path).map(Vec::as_slice).unwrap_or_default();
        say!("{path}");
        let changed = changed_lines(&String::from_utf8_lossy(before), text);
        changed.lines().for_each(|line| say!("{line}"));
    }
    say!("{}\n  set aside", merged.gone);
    merged.told.iter().for_each(|line| say!("{line}"));
    say!("nothing is changed: without --dry-run it is");
}

/// The lines of two texts that differ: those that go, and those that come.
fn changed_lines(before: &str, after: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let mut out = String::new();
    let mut tell = |sign: char, line: &str| out.extend(["  ", &sign.to_string(), " ", line, "\n"]);
    if old.len() == new.len() {
        for (old, new) in old.iter().zip(&new).filter(|(old, new)| old != new) {
            tell('-', old);
            tell('+', new);
        }
        return out;
    }
    // What stays stands in the same order in both.
    let mut next = 0;
    for line in &new {
        match old[next..].iter().position(|old| old == line) {
            Some(ahead) if !line.is_empty() || ahead == 0 => {
                old[next..next + ahead]
                    .iter()
                    .for_each(|old| tell('-', old));
                next += ahead + 1;
            }
            _ => tell('+', line),
        }
    }
    old[next..].iter().for_each(|old| tell('-', old));
    out
}
