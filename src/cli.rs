//! The publisher's tool: `new`, `import`, `check`, `explain`, `schema`, `suggest`, `build`, `fix`, `serve`, `export`, and the step of Trunk's build that writes the pages.

mod app;
mod check;
mod content;
mod content_folder;
mod counted;
mod explain;
mod explain_code;
mod export;
mod fix;
mod import;
mod listed;
mod listing;
mod new;
mod pictures;
mod replace;
mod schema;
mod serve;
mod site_files;
mod suggest;
mod trunk;
mod watch;

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, ensure};
use clap::{Parser, Subcommand};

use crate::cli::content::{Content, ensure_readable, keep_lock, published, told};
use crate::cli::content_folder::ContentFolder;
use crate::cli::counted::counted;
use crate::cli::listed::Listed;
use crate::cli::site_files::files;
use crate::compile::printout::Printout;
use crate::publish::output::{Contents, Folder, Interrupt, Kept, Unmarked, write};
use crate::publish::{self, Options};

/// Articles whose people, places and events explain themselves: content files in, a folder of static files out.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Begin a site: a small one that works, to be replaced bit by bit
    New(new::NewSite),
    /// Make articles, entities and sources of documents and data that you have already
    Import(import::Import),
    /// Say what is wrong with the content, and what to type instead
    Check(check::Check),
    /// Say what the code of a finding means, with an example before and after: `explain bad-date`
    Explain {
        /// The code as findings show it in brackets; without it all codes are listed
        code: Option<String>,
    },
    /// Write the schemas by which editors complete and check content while you type
    Schema(schema::Schema),
    /// Find the names in the articles that no entity has yet, and begin files for them
    Suggest(suggest::Arguments),
    /// Write the site
    Build {
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
        /// Build drafts too, marked as such
        #[arg(long)]
        draft: bool,
        #[command(flatten)]
        listed: Listed,
    },
    /// Change the content where this program can
    #[command(subcommand)]
    Fix(fix::Fix),
    /// Show the site on this machine, again at every change of its content
    Serve(serve::Arguments),
    /// Write what the site knows for other programs: `export --format csv-mentions --out mentions.csv`
    Export(export::Export),
    /// Write the pages into Trunk's staging folder (called by Trunk.toml)
    #[command(hide = true)]
    TrunkHook,
}

/// The exit status where a command could not do its work, whatever the content is like.
const FAILED: u8 = 2;

/// Runs the command line: 0 if all went well, 1 if the content has errors, 2 if the command could not do its work.
pub fn run() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::New(site) => new::new(&site),
        Command::Import(arguments) => import::run(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Schema(arguments) => schema::schema(&arguments),
        Command::Suggest(arguments) => suggest::suggest(&arguments),
        Command::Explain { code } => explain_code::explain(code.as_deref()),
        Command::Build {
            content,
            out,
            into,
            app,
            blank,
            draft,
            listed,
        } => {
            let (out, unmarked) = match into {
                Some(folder) => (folder, Unmarked::Join),
                None => (out, Unmarked::Refuse),
            };
            let app = app.as_deref();
            let options = Options {
                blank,
                ..Options::default()
            };
            build(
                &content.path(),
                &out,
                unmarked,
                app,
                options,
                draft,
                listed.into(),
            )
        }
        Command::Fix(fix) => fix::run(&fix),
        Command::Serve(arguments) => serve::serve(&arguments),
        Command::Export(arguments) => export::export(&arguments),
        Command::TrunkHook => trunk::hook(),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}{}", cure(&error));
            ExitCode::from(FAILED)
        }
    }
}

/// What to do about what the system refused, where the message does not say so already.
fn cure(error: &anyhow::Error) -> &'static str {
    let mut causes = error.chain();
    let refused = causes.find_map(|cause| cause.downcast_ref::<io::Error>());
    match refused.map(io::Error::kind) {
        Some(ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            "; give yourself the right to it, or name another folder"
        }
        Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => {
            "; make room on the disk, and run this again"
        }
        _ => "",
    }
}

fn build(
    content: &Path,
    out: &Path,
    unmarked: Unmarked,
    app: Option<&Path>,
    options: Options,
    draft: bool,
    printout: Printout,
) -> Result<ExitCode> {
    let start = Instant::now();
    ensure_readable(content)?;
    let folder = Folder::at(out)?;
    folder.keep_apart(content)?;
    if let Some(app) = app {
        ensure!(
            !folder.is(app)?,
            "`{}` is the app's folder, where sites are made from; name another one with --out",
            out.display()
        );
    }
    let read = told(content, printout);
    let Some(site) = published(content, &read, draft)? else {
        return Ok(ExitCode::FAILURE);
    };
    let Content {
        files: read,
        outcome,
        pictures,
    } = read;
    let interrupt = Interrupt::on_signal()?;
    let app = app::find(app)?;
    let pages = publish::pages(&site, &app, options)?;
    let count = counted(pages.len(), "page");
    let files = files(app, &site, &pictures);
    let kept = write(&folder, &Contents::of(files, pages)?, unmarked, &interrupt)?;
    tell(&kept, out);
    keep_lock(content, &read, outcome.lock.as_deref());
    pictures.forget_others(content);
    println!(
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
