//! `article-explorer serve`: the site on this machine, built anew at every change of its content, and shown at once by
//! every page that is open. Content with errors leaves the last good site where it is. Pages can be edited where they stand.

mod editing;
mod edition;
mod host;
mod http;
mod painter;

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, anyhow};
use clap::Args;

use crate::cli::app;
use crate::cli::content::{Content, ensure_readable, told};
use crate::cli::content_folder::ContentFolder;
use crate::cli::counted::counted;
use crate::cli::serve::editing::Editing;
use crate::cli::serve::edition::{Edition, Editions};
use crate::cli::serve::painter::{Paint, Painter};
use crate::cli::watch::{self, Change};
use crate::compile::kept_articles::KeptArticles;
use crate::compile::printout::Printout;
use crate::publish::app::App;
use crate::publish::output::Source;

/// What is served, and how.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    content: ContentFolder,
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The folder of the app that readers load, instead of the one that this program comes with
    #[arg(long)]
    app: Option<PathBuf>,
    /// Leave the reading surface to the app, which draws it by the same components
    #[arg(long)]
    blank: bool,
    /// For those who develop this program: folders of its sources. When they change, `--compile` is run; where that
    /// succeeds, this ends with status 75, to be started again
    #[arg(long, hide = true, requires = "compile")]
    sources: Vec<PathBuf>,
    /// The command that compiles this program
    #[arg(long, hide = true, requires = "sources")]
    compile: Option<String>,
}

/// How the editor looks that served pages have.
const EDITOR_STYLE: &str = include_str!("../../static/css/editor.css");

/// The exit status that asks to be started again: the program is another one now.
const START_AGAIN: u8 = 75;

/// Serves until the program is ended.
///
/// # Errors
/// If the port is taken, or there is no app or no content folder.
pub(super) fn serve(arguments: &Arguments) -> Result<ExitCode> {
    let content = &*arguments.content.path();
    ensure_readable(content)?;
    allow_many_connections();
    let listener = listen(arguments.port)?;
    let address = listener.local_addr()?;
    let app = app::find_with_editor(arguments.app.as_deref())?;
    // Before the content is read, so that no change is missed.
    let changes = watch::changes(content, &arguments.sources)?;
    let editions = Arc::new(Editions::default());
    let editing = Arc::new(Editing::of(content)?);
    let mut kept = KeptArticles::default();
    let mut build = |number| {
        let (blank, token) = (arguments.blank, editing.token());
        build(content, &mut kept, &app, blank, token, number)
    };
    match build(1)? {
        Built::Edition(edition) => editions.show(edition),
        Built::Findings(findings) => {
            editions.show(Edition::unfinished(1));
            editions.tell(&findings);
        }
    }
    println!(
        "http://{address}/ shows {}, again at every change; Ctrl-C ends it",
        content.display()
    );
    let (shown, edits) = (Arc::clone(&editions), Arc::clone(&editing));
    thread::spawn(move || {
        http::answer(&listener, move |request| {
            host::answer(request, &shown, &edits)
        });
    });
    for (number, change) in (2..).zip(changes) {
        if change == Change::Program && compiled(arguments)? {
            return Ok(ExitCode::from(START_AGAIN));
        }
        match build(number)? {
            Built::Edition(edition) => editions.show(edition),
            Built::Findings(findings) => editions.tell(&findings),
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Lets this program open as many files as the system grants at all: every open page holds a connection.
fn allow_many_connections() {
    #[cfg(unix)]
    {
        use nix::sys::resource::{Resource, getrlimit, setrlimit};
        if let Ok((_, most)) = getrlimit(Resource::RLIMIT_NOFILE) {
            // Where it is refused, the usual number goes for the pages of one author too.
            let _ = setrlimit(Resource::RLIMIT_NOFILE, most, most);
        }
    }
}

/// Compiles this program anew, and says whether that went well; the compiler says what did not.
fn compiled(arguments: &Arguments) -> Result<bool> {
    let Some(command) = &arguments.compile else {
        return Ok(false);
    };
    let status = Command::new("sh").args(["-c", command]).status();
    Ok(status
        .with_context(|| format!("running `{command}`"))?
        .success())
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is in use, perhaps by this program in another window; end that one, or name another port: --port {}",
            port.checked_add(1).unwrap_or(8080)
        ),
        _ => anyhow!("port {port} cannot be opened: {error}; name another with --port"),
    })
}

/// What comes of the content.
enum Built {
    Edition(Edition),
    /// Its errors, as they are printed.
    Findings(String),
}

/// An edition of the site, or what is wrong with the content. Findings are printed.
fn build(
    content: &Path,
    kept: &mut KeptArticles,
    app: &App,
    blank: bool,
    token: &str,
    number: u64,
) -> Result<Built> {
    let start = Instant::now();
    let Content {
        files,
        outcome,
        pictures,
    } = told(content, kept);
    let Some(site) = outcome.site else {
        let errors = Printout {
            errors_only: true,
            ..Printout::default()
        };
        return Ok(Built::Findings(errors.text(&outcome.findings, &files)));
    };
    let mut edition = Edition::new(number);
    edition.files.extend(app.clone().into_files());
    for (name, source) in pictures.of(&site) {
        match source {
            Source::Bytes(bytes) => drop(edition.files.insert(name, bytes)),
            Source::File(path) => drop(edition.pictures.insert(name, path)),
        }
    }
    let articles = site.articles.len();
    let paint = Paint {
        app: app.clone(),
        blank,
        script: edition.reload(),
        token: token.to_owned(),
        style: EDITOR_STYLE,
    };
    edition.painter = Some(Painter::of(site, paint)?);
    println!(
        "{}: {} in {:.2} s",
        content.display(),
        counted(articles, "article"),
        start.elapsed().as_secs_f64()
    );
    Ok(Built::Edition(edition))
}
