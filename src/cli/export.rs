//! `article-explorer export`: what the site knows, for other programs.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, ensure};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::cli::content::{Content, compiled, ensure_readable};
use crate::cli::content_folder::ContentFolder;
use crate::cli::fresh::{keep, write_new};
use crate::cli::listing::{self, say};
use crate::cli::replace::replace;
use crate::compile::printout::Printout;
use crate::export::{self, Format};

/// What is written, and where.
#[derive(Args)]
#[command(
    after_help = "Example:\n  article-explorer export story --format geojson --out places.geojson\n\n\
    Private persons are named in none but where an article's own words are written (text, tei, json); drafts are in none."
)]
pub(super) struct Export {
    #[command(flatten)]
    content: ContentFolder,
    /// What is written
    #[arg(long, value_parser = formats())]
    format: Format,
    /// The file to write; without it the text goes to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write --out anew where it is there already; as it was it is kept beside it, `NAME.bak`
    #[arg(long, requires = "out")]
    replace: bool,
    /// Of the texts and their mentions only those of the article with this name
    #[arg(long, value_name = "SLUG")]
    article: Option<String>,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let values = Format::ALL.map(|one| PossibleValue::new(one.name()).help(one.about()));
    PossibleValuesParser::new(values)
        .try_map(|name| Format::from_name(&name).ok_or_else(|| anyhow!("`{name}` is no format")))
}

/// Writes it.
///
/// # Errors
/// If the content cannot be read, the article is not there, or the file cannot be written or is there already.
pub(super) fn export(arguments: &Export) -> Result<ExitCode> {
    let content = arguments.content.path();
    ensure_readable(&content)?;
    let Content { files, outcome, .. } = compiled(&content);
    let Some(site) = outcome.site else {
        // What is no error is told by `check`.
        let printout = Printout {
            errors_only: true,
            ..Printout::default()
        };
        eprint!("{}", printout.text(&outcome.findings, &files));
        return Ok(ExitCode::FAILURE);
    };
    let drafts = outcome.drafts.iter().map(|file| format!("`{file}`"));
    let drafts: Vec<_> = drafts.collect();
    ensure!(
        drafts.is_empty(),
        "entities are drafts: {}; take `draft = true` out of them, or the files away, and export again",
        drafts.join(", ")
    );
    let text = export::export(site, arguments.format, arguments.article.as_deref())?;
    if let Some(out) = &arguments.out {
        ensure_outside(out, &content)?;
    }
    match &arguments.out {
        None => listing::print(&text)?,
        Some(out) if arguments.replace => write_anew(out, text)?,
        Some(out) => write(out, &text)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Content is read back as what an author wrote: nothing is written among it.
fn ensure_outside(out: &Path, content: &Path) -> Result<()> {
    let folder = match out.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let (folder, content) = (folder.canonicalize(), content.canonicalize());
    let is_inside =
        matches!((folder, content), (Ok(folder), Ok(content)) if folder.starts_with(&content));
    ensure!(
        !is_inside,
        "`{}` lies in the content folder; name a file outside of it",
        out.display()
    );
    Ok(())
}

/// Writes a file that is not there yet.
fn write(path: &Path, text: &str) -> Result<()> {
    let name = path.display();
    match write_new(path, text.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(anyhow!(
            "`{name}` is there already; name another file, or write it anew with --replace"
        )),
        written => written.with_context(|| format!("writing {name}")),
    }
}

/// Writes a file anew; of what stood there a copy is kept, unless it is the same.
fn write_anew(path: &Path, text: String) -> Result<()> {
    let before = match fs::read(path) {
        Ok(before) => before,
        Err(error) if error.kind() == ErrorKind::NotFound => return write(path, &text),
        Err(error) => {
            return Err(error).with_context(|| format!("reading {}", path.display()));
        }
    };
    if before == text.as_bytes() {
        return Ok(());
    }
    let copy = keep(path, &before)?;
    replace(vec![(path.to_owned(), text.into_bytes())])?;
    say!(
        "{} is written anew; as it was it is kept as {}",
        path.display(),
        copy.display()
    );
    Ok(())
}
