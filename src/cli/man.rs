//! `article-explorer man`: the manual pages, made from the same words as `--help`.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Command};

use crate::cli::listing::{self, say};

/// Where they go.
#[derive(Args)]
#[command(after_help = "\
Examples:
  article-explorer man | man -l -                       reads the page of the whole program
  article-explorer man --out ~/.local/share/man/man1    one page a command: `man article-explorer-check`")]
pub(super) struct Man {
    /// A folder for one page a command; without it the page of the whole program is printed
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints the page of this command line, or writes those of all its commands.
///
/// # Errors
/// If the folder cannot be written.
pub(super) fn man(arguments: &Man, line: Command) -> Result<ExitCode> {
    let Some(folder) = &arguments.out else {
        let mut text = Vec::new();
        clap_mangen::Man::new(line).render(&mut text)?;
        listing::print(&String::from_utf8_lossy(&text))?;
        return Ok(ExitCode::SUCCESS);
    };
    let writing = || format!("writing {}", folder.display());
    fs::create_dir_all(folder).with_context(writing)?;
    clap_mangen::generate_to(line, folder).with_context(writing)?;
    say!(
        "{}: article-explorer.1, and a page for each command",
        folder.display()
    );
    Ok(ExitCode::SUCCESS)
}
