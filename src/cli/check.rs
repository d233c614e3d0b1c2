//! `article-explorer check`: what is wrong with the content, and what to type instead; once, or again at every save.

mod lists;

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::{self, ExitCode};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::content::{Content, compiled, ensure_readable, keep_lock, summary};
use crate::cli::content_folder::ContentFolder;
use crate::cli::listed::Listed;
use crate::cli::listing;
use crate::cli::output_format::OutputFormat;
use crate::cli::progress::Progress;
use crate::cli::refusals::refusals;
use crate::cli::watch;
use crate::compile::files::{Files, LOCK};
use crate::compile::finding::{self, Severity};
use crate::compile::mention_list;
use crate::compile::printout::Printout;
use crate::model::site::Site;
use crate::suggest::refusals::Refusals;
use crate::suggest::unlinked;

/// What is checked, and what is told of it.
#[derive(Args)]
#[command(after_help = "\
Examples:
  article-explorer check story
  article-explorer check story --watch                  again at every save
  article-explorer check story --mentions               every mention with its sentence, and why it is one

The exit status is 1 where there are errors. A finding that may stand is allowed, with a reason, below `[allow]` in site.toml or
in the file that it is about.")]
pub(super) struct Check {
    #[command(flatten)]
    content: ContentFolder,
    /// How findings are printed: with the words underlined, or as an array with places and changes
    #[arg(long, value_enum, default_value_t = OutputFormat::Text)]
    format: OutputFormat,
    #[command(flatten)]
    listed: Listed,
    /// Tell what the page of the article with this name shows, what it leaves out, and why
    #[arg(long, value_name = "SLUG", conflicts_with = "format")]
    explain_page: Option<String>,
    /// List the blocks of all articles: their numbers, their anchors, their first words
    #[arg(long, conflicts_with = "format")]
    blocks: bool,
    /// List every mention of the articles with its sentence, and why it is one; with `--format json` instead of the findings
    #[arg(long)]
    mentions: bool,
    /// Check again at every save, until Ctrl-C
    #[arg(long, conflicts_with = "format")]
    watch: bool,
}

/// Checks the content.
///
/// # Errors
/// If it cannot be read, or nobody can say when it changes.
pub(super) fn check(arguments: &Check) -> Result<ExitCode> {
    let content = arguments.content.path();
    if arguments.watch {
        return again(arguments, &content);
    }
    let (code, _) = once(arguments, &content)?;
    Ok(code)
}

/// The files as a check left them, texts and others.
type Left = (BTreeMap<String, Vec<u8>>, BTreeMap<String, Vec<u8>>);

/// Checks now and after every change. Ctrl-C ends it between two checks, so that no file is left half-written.
fn again(arguments: &Check, content: &Path) -> Result<ExitCode> {
    ensure_readable(content)?;
    // Before the content is read, so that no change is missed.
    let changes = watch::changes(content, &[])?;
    let checking = Arc::new(Mutex::new(()));
    let ending = Arc::clone(&checking);
    let end = move || {
        let _between = ending.lock().unwrap_or_else(PoisonError::into_inner);
        process::exit(0);
    };
    ctrlc::set_handler(end).context("listening for Ctrl-C")?;
    let mut left = None;
    let first = std::iter::once(watch::Change::Content);
    for _ in first.chain(changes) {
        let _at_work = checking.lock().unwrap_or_else(PoisonError::into_inner);
        // The lock that a check itself has written is no news.
        let read = Files::read(content).ok();
        if left.is_some() && left == read.map(|files| (files.files, files.others)) {
            continue;
        }
        if io::stdout().is_terminal() {
            print!("\x1b[2J\x1b[3J\x1b[H");
        }
        match once(arguments, content) {
            Ok((_, files)) => left = Some(files),
            Err(error) => {
                left = None;
                eprintln!("error: {error:#}");
            }
        }
        println!("checked again at every save; Ctrl-C ends it");
        io::stdout().flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn once(arguments: &Check, content: &Path) -> Result<(ExitCode, Left)> {
    ensure_readable(content)?;
    let printout = Printout::from(arguments.listed);
    let Content {
        files, mut outcome, ..
    } = compiled(content);
    if !printout.errors_only {
        let refusals = refusals(content).unwrap_or_else(|error| {
            eprintln!("warning: {error:#}");
            Refusals::default()
        });
        let _looking = Progress::of("looking for names");
        unlinked::add(&mut outcome, &files, &refusals);
    }
    let mentions = arguments.mentions;
    match arguments.format {
        OutputFormat::Json if mentions => {
            // Whoever reads the list must not find findings in it.
            eprint!(
                "{}",
                Printout {
                    errors_only: true,
                    ..printout
                }
                .text(&outcome.findings, &files)
            );
            let listed = outcome.site.as_ref().map(mention_list::mentions);
            let listed = serde_json::to_string_pretty(&listed.unwrap_or_default())?;
            listing::print(&format!("{listed}\n"))?;
        }
        OutputFormat::Json => {
            let mut findings = outcome.findings.clone();
            findings.retain(|one| !printout.errors_only || one.severity == Severity::Error);
            listing::print(&format!("{}\n", finding::json(&findings, &files)))?;
        }
        OutputFormat::Text => {
            let mut shown = printout.text(&outcome.findings, &files);
            if let Some(first) = outcome.findings.first().filter(|_| !shown.is_empty()) {
                shown += &format!(
                    "what a code means: `article-explorer explain {}`\n",
                    first.code
                );
            }
            listing::print(&format!("{shown}{}\n", summary(&outcome, content)))?;
        }
    }
    if arguments.blocks {
        listing::print(&format!("\n{}", lists::blocks(&files)))?;
    }
    keep_lock(content, &files, outcome.lock.as_deref());
    let mut left = (files.files, files.others);
    if let Some(lock) = outcome.lock {
        left.0.insert(LOCK.to_owned(), lock.into_bytes());
    }
    let Some(site) = &outcome.site else {
        return Ok((ExitCode::FAILURE, left));
    };
    tell(arguments, site)?;
    Ok((ExitCode::SUCCESS, left))
}

/// What is asked for beside the findings.
fn tell(arguments: &Check, site: &Site) -> Result<()> {
    if arguments.mentions && arguments.format == OutputFormat::Text {
        listing::print(&format!("\n{}", lists::mentions(site)))?;
    }
    if let Some(slug) = &arguments.explain_page {
        listing::print(&format!("\n{}", lists::explanation(site, slug)?))?;
    }
    Ok(())
}
