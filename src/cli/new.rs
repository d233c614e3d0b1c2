//! `article-explorer new`: a small site that works, for an author to replace bit by bit.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::cli::fresh::write_new;
use crate::cli::import;
use crate::cli::listing::say;
use crate::cli::pictures::CACHE;
use crate::cli::schema;

/// The files of the site, which explain themselves.
const FILES: [(&str, &str); 7] = [
    ("site.toml", include_str!("new/sample/site.toml")),
    (
        "articles/bridge.md",
        include_str!("new/sample/articles/bridge.md"),
    ),
    (
        "entities/maria-berg.toml",
        include_str!("new/sample/entities/maria-berg.toml"),
    ),
    (
        "entities/riverton.toml",
        include_str!("new/sample/entities/riverton.toml"),
    ),
    (
        "entities/river-company.toml",
        include_str!("new/sample/entities/river-company.toml"),
    ),
    ("events.toml", include_str!("new/sample/events.toml")),
    ("sources.toml", include_str!("new/sample/sources.toml")),
];

/// What versions keep, which a folder of an author's may begin with.
const BESIDE: [&str; 2] = [".git", ".gitignore"];

/// Where the site goes.
#[derive(Args)]
#[command(after_help = "\
Examples:
  article-explorer new story                            an article, three entities, an event and a source
  article-explorer new story --from bridge.docx         with an article that you have")]
pub(super) struct NewSite {
    /// The folder to write: new, or without files
    dir: PathBuf,
    /// Instead of the small site one with this document as its first article, as `import` makes it
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

/// Writes the site and says what to do next.
///
/// # Errors
/// If the folder has files, or cannot be written; then nothing of the site is left in it.
pub(super) fn new(NewSite { dir, from }: &NewSite) -> Result<ExitCode> {
    ensure_free(dir)?;
    if let Some(from) = from {
        return import::begin(dir, from);
    }
    let is_new = !dir.exists();
    let mut written = Vec::new();
    let files = FILES.map(|(name, text)| (dir.join(name), text.to_owned()));
    for (path, text) in files.into_iter().chain(schema::of_new(dir)) {
        if let Err(error) = write(&path, &text) {
            take_back(&written, dir, is_new);
            return Err(error).with_context(|| format!("`{}` cannot be written", path.display()));
        }
        written.push(path);
    }
    let folder = dir.display();
    say!(
        "{folder}: a site of one article, three entities, an event and a source\n\n\
         1. article-explorer serve {folder}\n   shows it in the browser, again at every save\n\
         2. Put your article into {folder}/articles, and what it names into {folder}/entities, a file each.\n\
         3. article-explorer build {folder} --out site\n   writes the folder to put on any host"
    );
    Ok(ExitCode::SUCCESS)
}

fn ensure_free(dir: &Path) -> Result<()> {
    let name = dir.display();
    if !dir.exists() {
        return Ok(());
    }
    ensure!(
        dir.is_dir(),
        "`{name}` is a file; name a folder that is not there yet"
    );
    let entries = fs::read_dir(dir).with_context(|| format!("`{name}` cannot be read"))?;
    for entry in entries {
        let file = entry
            .with_context(|| format!("`{name}` cannot be read"))?
            .file_name();
        ensure!(
            BESIDE.iter().any(|beside| file == *beside),
            "`{name}` has files already, such as `{}`; name a folder that is not there yet",
            file.display()
        );
    }
    Ok(())
}

/// Writes a file that is not there yet.
fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(write_new(path, text.as_bytes())?)
}

/// Takes away what was written, and the folders that are empty then.
fn take_back(written: &[PathBuf], dir: &Path, is_new: bool) {
    for path in written {
        let _ = fs::remove_file(path);
    }
    for folder in ["articles", "entities", schema::PLACE, CACHE] {
        let _ = fs::remove_dir(dir.join(folder));
    }
    if is_new {
        let _ = fs::remove_dir(dir);
    }
}
