//! `article-explorer schema`: what editors complete and check content by.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use clap::Args;

use crate::cli::content::ensure_readable;
use crate::cli::content_folder::ContentFolder;
use crate::cli::counted::counted;
use crate::cli::fresh::ensure_unlinked;
use crate::cli::listing::{self, say};
use crate::cli::replace::replace;
use crate::compile::files::Files;
use crate::compile::schema;

/// Where they go.
#[derive(Args)]
#[command(after_help = "\
Examples:
  article-explorer schema story                         writes those of all files
  article-explorer schema story --print entity")]
pub(super) struct Schema {
    #[command(flatten)]
    content: ContentFolder,
    /// Print that of one sort of files instead: article (its front matter), entity, events, site or sources
    #[arg(long, value_name = "SORT")]
    print: Option<String>,
}

/// Their folder below the content's, in the hidden one that only this program writes.
pub(super) const PLACE: &str = ".article-explorer/schemas";

/// Writes the schemas, or prints one.
///
/// # Errors
/// If there is no such sort, or the folder cannot be written.
pub(super) fn schema(arguments: &Schema) -> Result<ExitCode> {
    let content = &*arguments.content.path();
    ensure_readable(content)?;
    let site = fs::read(content.join("site.toml")).unwrap_or_default();
    let files = Files::from_texts([("site.toml", site)]);
    if let Some(name) = &arguments.print {
        let text = schema::schema(name, &files).ok_or_else(|| {
            let names = schema::NAMES.join(", ");
            anyhow!("there is no schema `{name}`; there are: {names}")
        })?;
        listing::print(&text)?;
        return Ok(ExitCode::SUCCESS);
    }
    let folder = content.join(PLACE);
    for name in schema::NAMES {
        ensure_unlinked(content, &Path::new(PLACE).join(format!("{name}.json")))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("writing {}", folder.display()))?;
    let texts = schema::NAMES.into_iter().filter_map(|name| {
        let text = schema::schema(name, &files)?;
        Some((folder.join(format!("{name}.json")), text.into_bytes()))
    });
    let texts: Vec<_> = texts.collect();
    let count = counted(texts.len(), "schema");
    replace(texts)?;
    say!(
        "{}: {count}\nAn editor that knows taplo (Even Better TOML) completes and checks a file whose first line names its schema:\n  \
         #:schema {PLACE}/site.json            site.toml; events.json and sources.json likewise\n  \
         #:schema ../{PLACE}/entity.json       entities/*.toml",
        folder.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// The schemas of a new site: their paths below its folder, and their texts.
pub(super) fn of_new(folder: &Path) -> Vec<(std::path::PathBuf, String)> {
    let files = Files::default();
    let texts = schema::NAMES.into_iter().filter_map(|name| {
        let text = schema::schema(name, &files)?;
        let path = folder.join(PLACE).join(format!("{name}.json"));
        Some((path, text))
    });
    texts.collect()
}
