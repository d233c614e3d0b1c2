//! `article-explorer build`: the site as a folder of files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, ensure};
use clap::Args;

use crate::cli::app;
use crate::cli::content::{Content, compiled, ensure_readable, keep_lock, published};
use crate::cli::content_folder::ContentFolder;
use crate::cli::counted::counted;
use crate::cli::listed::Listed;
use crate::cli::listing::say;
use crate::cli::progress::Progress;
use crate::cli::site_files::files;
use crate::publish::output::{Contents, Folder, Interrupt, Kept, Unmarked, write};
use crate::publish::{Drawing, Options};

/// What is built, and where to.
#[derive(Args)]
#[command(after_help = "\
Examples:
  article-explorer build story --out site
  article-explorer build story --out site --draft       drafts too, to show them to somebody
  article-explorer build story --into ~/www             beside files of yours, of which none is overwritten

Nothing that somebody else wrote is overwritten or deleted. While there are errors nothing is written.")]
pub(super) struct Build {
    #[command(flatten)]
    content: ContentFolder,
    /// The folder to write: new, empty, or with a site made by this program, of which only what changed is replaced
    #[arg(long, default_value = "dist")]
    out: PathBuf,
    /// Instead of --out, a folder with files of yours: the site comes beside them and overwrites none
    #[arg(long, value_name = "FOLDER", conflicts_with = "out")]
    into: Option<PathBuf>,
    /// The folder of the app that readers load, instead of the one that this program comes with
    #[arg(long)]
    app: Option<PathBuf>,
    /// Leave the reading surface to the app, as a live preview needs it
    #[arg(long)]
    blank: bool,
    /// Build drafts too: articles marked as such, entities as they are
    #[arg(long)]
    draft: bool,
    #[command(flatten)]
    listed: Listed,
}

/// Writes the site.
///
/// # Errors
/// If the content cannot be read, or the folder cannot be written or is not to be overwritten.
pub(super) fn build(arguments: &Build) -> Result<ExitCode> {
    let start = Instant::now();
    let content = &*arguments.content.path();
    let (out, unmarked) = match &arguments.into {
        Some(folder) => (folder, Unmarked::Join),
        None => (&arguments.out, Unmarked::Refuse),
    };
    ensure_readable(content)?;
    let folder = Folder::at(out)?;
    folder.keep_apart(content)?;
    if let Some(app) = &arguments.app {
        ensure!(
            !folder.is(app)?,
            "`{}` is the app's folder, where sites are made from; name another one with --out",
            out.display()
        );
    }
    let mut read = compiled(content);
    let site = published(content, &mut read, arguments.draft, arguments.listed.into())?;
    let Some(site) = site else {
        return Ok(ExitCode::FAILURE);
    };
    let Content {
        files: read,
        outcome,
        pictures,
    } = read;
    let interrupt = Interrupt::on_signal()?;
    let app = app::find(arguments.app.as_deref())?;
    let options = Options {
        blank: arguments.blank,
        ..Options::default()
    };
    let drawing = Progress::of("drawing the pages");
    let pages = Drawing::of(&site, &app, options)?;
    let files = files(app.clone(), &site, &pictures);
    let contents = Contents::of(files, pages.pages())?;
    drop(drawing);
    let count = counted(contents.pages(), "page");
    let writing = Progress::of("writing the files");
    let kept = write(&folder, &contents, unmarked, &interrupt)?;
    drop(writing);
    tell(&kept, out);
    keep_lock(content, &read, outcome.lock.as_deref());
    pictures.forget_others(content);
    say!(
        "{}: {count} in {:.2} s",
        out.display(),
        start.elapsed().as_secs_f64()
    );
    Ok(ExitCode::SUCCESS)
}

/// Says which files somebody changed, and how to have the site's.
fn tell(kept: &BTreeSet<Kept>, folder: &Path) {
    for kept in kept {
        let page = folder.join(&kept.name);
        let (what, cure) = match (&kept.in_the_way, kept.wanted) {
            (None, true) => (
                "somebody changed it since it was written".to_owned(),
                "delete it and build again to have the site's",
            ),
            (None, false) => (
                "somebody changed it since it was written".to_owned(),
                "it is no longer part of the site: delete it if you do not need it",
            ),
            (Some(at), true) => (
                format!(
                    "`{}` stands there, which this program did not make",
                    folder.join(at).display()
                ),
                "move that elsewhere and build again to have the site's; delete nothing below it, for it may lead out of the site",
            ),
            (Some(at), false) => (
                format!(
                    "`{}` stands there, which this program did not make",
                    folder.join(at).display()
                ),
                "the page is no longer part of the site, and nothing need be done",
            ),
        };
        eprintln!(
            "warning: kept what is at `{}`: {what}; {cure}",
            page.display()
        );
    }
}
