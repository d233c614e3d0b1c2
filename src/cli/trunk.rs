//! The step of Trunk's build that writes the pages: Trunk has put the app into its staging folder, with a page of its own
//! that only names it.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};

use crate::cli::app;
use crate::cli::content::{compiled, published};
use crate::cli::counted::counted;
use crate::cli::listing::say;
use crate::cli::site_files::files;
use crate::compile::printout::Printout;
use crate::publish::output::{Contents, Interrupt, write_fresh};
use crate::publish::{Drawing, Options, Preview};

/// Where Trunk's server tells of a new build.
const CHANGES: &str = "/.well-known/trunk/ws";

/// Listens for a new build; Trunk's own script stands in the page that ours replace.
const RELOAD: &str =
    "new WebSocket(location.origin.replace('http', 'ws') + '/.well-known/trunk/ws')
  .onmessage = ({ data }) => JSON.parse(data).type === 'reload' && location.reload();";

/// Writes every page into Trunk's staging folder.
///
/// # Errors
/// If Trunk does not call, left no app, or something cannot be written.
pub(super) fn hook() -> Result<ExitCode> {
    let folder = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .ok_or_else(|| anyhow!("{name} is not set; this step is Trunk's to call"))
    };
    let (source, staging) = (folder("TRUNK_SOURCE_DIR")?, folder("TRUNK_STAGING_DIR")?);
    let interrupt = Interrupt::on_signal()?;
    let content = source.join("content");
    let mut read = compiled(&content);
    let Some(site) = published(&content, &mut read, false, Printout::default())? else {
        return Ok(ExitCode::FAILURE);
    };
    let app = app::read(&staging)?;
    // Trunk puts its script into its page when it serves.
    let serves = fs::read_to_string(staging.join("index.html"))
        .is_ok_and(|page| page.contains(CHANGES.trim_start_matches('/')));
    let options = Options {
        preview: serves.then_some(Preview {
            script: RELOAD,
            ..Preview::default()
        }),
        ..Options::default()
    };
    let pages = Drawing::of(&site, &app, options)?;
    let files = files(app.clone(), &site, &read.pictures);
    let contents = Contents::of(files, pages.pages())?;
    let count = counted(contents.pages(), "page");
    for path in app::paths(&staging)? {
        fs::remove_file(&path)
            .with_context(|| format!("giving {} its own name", path.display()))?;
    }
    write_fresh(&staging, &contents, &interrupt)?;
    say!("{count} from {}", content.display());
    Ok(ExitCode::SUCCESS)
}
