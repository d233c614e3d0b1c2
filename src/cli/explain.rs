//! `explain`: what the code of a finding means, or all codes with a line each.

use std::process::ExitCode;

use anyhow::{Result, anyhow};
use clap::Args;

use crate::cli::listing;
use crate::compile::codes;
use crate::compile::explanation::{self, Explanation};

/// Which code.
#[derive(Args)]
#[command(after_help = "\
Examples:
  article-explorer explain                              all codes, each in a line
  article-explorer explain bad-date")]
pub(super) struct Explain {
    /// The code as findings show it in brackets; without it all codes are listed
    code: Option<String>,
}

/// Prints it.
///
/// # Errors
/// If no finding has this code.
pub(super) fn explain(arguments: &Explain) -> Result<ExitCode> {
    let Some(code) = &arguments.code else {
        let width = explanation::all().map(|one| one.code.len()).max();
        let width = width.unwrap_or_default();
        let line = |Explanation { code, meaning, .. }| format!("{code:<width$}  {meaning}\n");
        listing::print(&explanation::all().map(line).collect::<String>())?;
        return Ok(ExitCode::SUCCESS);
    };
    let Explanation { code, text, .. } =
        explanation::of(code).ok_or_else(|| match explanation::nearest(code) {
            Some(meant) => anyhow!("no finding is called `{code}`; did you mean `{meant}`?"),
            None => anyhow!("no finding is called `{code}`; `explain` without a code lists all"),
        })?;
    let standing = codes::standing(code);
    listing::print(&format!("{code}\n\n{text}\n\n{standing}\n"))?;
    Ok(ExitCode::SUCCESS)
}
