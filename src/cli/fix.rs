//! `fix`: what this program changes in an author's files.

mod merge;
mod unchanged;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Subcommand;

use crate::cli::content;
use crate::cli::content_folder::ContentFolder;
use crate::cli::counted::counted;
use crate::cli::fix::merge::Merge;
use crate::cli::fix::unchanged::unchanged;
use crate::cli::listing::say;
use crate::cli::replace::replace;
use crate::compile::files::LOCK;
use crate::compile::fix::{self, Unfixed};
use crate::compile::printout::Printout;

/// What both are for.
pub(super) const EXAMPLES: &str = "\
Examples:
  article-explorer fix citations story
  article-explorer fix merge maria-berg m-berg story --dry-run";

#[derive(Subcommand)]
pub(super) enum Fix {
    /// Cite blocks by anchors instead of numbers, and confirm all citations as they read now
    #[command(after_help = "Example:\n  article-explorer fix citations story")]
    Citations {
        #[command(flatten)]
        content: ContentFolder,
    },
    /// Make one entity of two: `fix merge maria-berg m-berg` writes all of m-berg's file into maria-berg's, and its id
    /// wherever m-berg was named
    #[command(
        after_help = "Examples:\n  article-explorer fix merge maria-berg m-berg story --dry-run\n  article-explorer fix merge maria-berg m-berg story"
    )]
    Merge(Merge),
}

/// Runs one of them.
///
/// # Errors
/// If a file cannot be written, or was changed meanwhile.
pub(super) fn run(fix: &Fix) -> Result<ExitCode> {
    match fix {
        Fix::Citations { content } => citations(&content.path()),
        Fix::Merge(arguments) => merge::merge(arguments),
    }
}

fn citations(content: &Path) -> Result<ExitCode> {
    content::ensure_readable(content)?;
    let Some(files) = content::files(content) else {
        return Ok(ExitCode::FAILURE);
    };
    let fixed = match fix::citations(&files) {
        Ok(fixed) => fixed,
        Err(Unfixed::Findings(findings)) => {
            let errors = Printout {
                errors_only: true,
                ..Printout::default()
            };
            eprint!("{}", errors.text(&findings, &files));
            eprintln!("nothing is changed until these are mended");
            return Ok(ExitCode::FAILURE);
        }
        Err(Unfixed::Changed) => {
            bail!("the articles would not say the same afterwards, so nothing is changed")
        }
    };
    let lock = LOCK.to_owned();
    let paths = fixed.files.iter().map(|(path, _)| path).chain([&lock]);
    unchanged(&files, content, paths)?;
    let count = fixed.files.len();
    let texts = fixed.files.into_iter();
    let texts = texts.chain([(LOCK.to_owned(), fixed.lock)]);
    let texts = texts.map(|(path, text)| (content.join(path), text.into_bytes()));
    replace(texts.collect())?;
    for line in &fixed.told {
        say!("{line}");
    }
    say!(
        "{}: {} changed, all citations are confirmed",
        content.display(),
        counted(count, "file")
    );
    Ok(ExitCode::SUCCESS)
}
