//! The publisher's tool: `check`, `build`, and the step of Trunk's build that writes the pages.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, ensure};
use clap::{Parser, Subcommand, ValueEnum};

use crate::compile::files::Files;
use crate::compile::finding::{self, Severity};
use crate::compile::{Outcome, compile};
use crate::model::site::Site;
use crate::publish::output::{
    Contents, Folder, Interrupt, Kept, Purpose, Unmarked, write, write_fresh,
};
use crate::publish::shell::{self, Shell};
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
    /// Say what is wrong with the content, and what to type instead
    Check {
        /// The folder with site.toml, articles/, entities/
        #[arg(long, default_value = "content")]
        content: PathBuf,
        /// How findings are printed
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Write the site
    Build {
        /// The folder with site.toml, articles/, entities/
        #[arg(long, default_value = "content")]
        content: PathBuf,
        /// The folder to write: new, empty, or with a site made by this program, of which only what changed is replaced
        #[arg(long, default_value = "dist")]
        out: PathBuf,
        /// Instead of --out, a folder with files of yours: the site comes beside them and overwrites none
        #[arg(long, value_name = "FOLDER", conflicts_with = "out")]
        into: Option<PathBuf>,
        /// The app that readers load, as `make build` leaves it
        #[arg(long, default_value = "target/app")]
        app: PathBuf,
        /// Leave the reading surface to the app, as a live preview needs it
        #[arg(long)]
        blank: bool,
    },
    /// Write the pages into Trunk's staging folder (called by Trunk.toml)
    #[command(hide = true)]
    TrunkHook,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// With the line and the words underlined
    Text,
    /// For editors: an array of findings
    Json,
}

/// Runs the command line: 0 if all went well, 1 if the content has errors or a step failed.
pub fn run() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Check { content, format } => check(&content, format),
        Command::Build {
            content,
            out,
            into,
            app,
            blank,
        } => {
            let (out, unmarked) = match into {
                Some(folder) => (folder, Unmarked::Join),
                None => (out, Unmarked::Refuse),
            };
            build(&content, &out, unmarked, &app, blank)
        }
        Command::TrunkHook => trunk_hook(),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn check(content: &Path, format: Format) -> Result<ExitCode> {
    let (files, outcome) = compiled(content);
    match format {
        Format::Json => println!("{}", finding::json(&outcome.findings, &files)),
        Format::Text => {
            print!("{}", finding::text(&outcome.findings, &files));
            println!("{}", summary(&outcome, content));
        }
    }
    Ok(if outcome.site.is_some() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn build(
    content: &Path,
    out: &Path,
    unmarked: Unmarked,
    app: &Path,
    blank: bool,
) -> Result<ExitCode> {
    let start = Instant::now();
    let folder = Folder::at(out, Purpose::Site)?;
    folder.keep_apart(content)?;
    ensure!(
        !folder.is(app)?,
        "`{}` is the app's folder, where sites are made from; name another one with --out",
        out.display()
    );
    let Some(site) = site(content) else {
        return Ok(ExitCode::FAILURE);
    };
    let interrupt = Interrupt::on_signal()?;
    let shell = Shell::read(app)?;
    let pages = publish::pages(
        &site,
        &shell,
        Options {
            policy: true,
            blank,
        },
    )?;
    let count = pages.len();
    let mut files = named(shell::files(app)?);
    files.extend(images(&site, content));
    let kept = write(&folder, &Contents::of(files, pages)?, unmarked, &interrupt)?;
    tell(&kept, out);
    println!(
        "{}: {} in {:.2} s",
        out.display(),
        counted(count, "page"),
        start.elapsed().as_secs_f64()
    );
    Ok(ExitCode::SUCCESS)
}

/// Says which files somebody changed, and how to have the site's.
fn tell(kept: &BTreeSet<Kept>, folder: &Path) {
    for kept in kept {
        let cure = if kept.wanted {
            "delete it and build again to have the site's"
        } else {
            "it is no longer part of the site: delete it if you do not need it"
        };
        eprintln!(
            "warning: kept `{}`, which somebody changed since it was written; {cure}",
            folder.join(&kept.name).display()
        );
    }
}

fn trunk_hook() -> Result<ExitCode> {
    let folder = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .ok_or_else(|| anyhow!("{name} is not set; this step is Trunk's to call"))
    };
    let (source, staging) = (folder("TRUNK_SOURCE_DIR")?, folder("TRUNK_STAGING_DIR")?);
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let interrupt = Interrupt::on_signal()?;
    let shell = Shell::read(&staging)?;
    if release {
        // Before the content is looked at: an author with a finding to mend still gets the app.
        keep_app(&staging, &source.join("target/app"), &interrupt)
            .context("keeping the app for `article-explorer build`")?;
    }
    let content = source.join("content");
    let Some(site) = site(&content) else {
        return Ok(ExitCode::FAILURE);
    };
    let pages = publish::pages(
        &site,
        &shell,
        Options {
            policy: release,
            blank: false,
        },
    )?;
    let count = pages.len();
    let mut files = named(shell::files(&staging)?);
    files.extend(images(&site, &content));
    write_fresh(&staging, &Contents::of(files, pages)?, &interrupt)?;
    println!("{} from {}", counted(count, "page"), content.display());
    Ok(ExitCode::SUCCESS)
}

/// Copies app and shell, before pages are written over the shell.
fn keep_app(staging: &Path, app: &Path, interrupt: &Interrupt) -> Result<()> {
    let mut files = named(shell::files(staging)?);
    files.push(("index.html".to_owned(), staging.join("index.html")));
    let folder = Folder::at(app, Purpose::App)?;
    let contents = Contents::of(files, publish::Pages::new())?;
    let kept = write(&folder, &contents, Unmarked::Refuse, interrupt)?;
    tell(&kept, app);
    Ok(())
}

/// Compiles and prints the findings; a site if none is an error.
fn site(content: &Path) -> Option<Site> {
    let (files, outcome) = compiled(content);
    eprint!("{}", finding::text(&outcome.findings, &files));
    if !outcome.findings.is_empty() {
        eprintln!("{}", summary(&outcome, content));
    }
    outcome.site
}

fn compiled(content: &Path) -> (Files, Outcome) {
    match Files::read(content) {
        Ok(files) => {
            let outcome = compile(&files);
            (files, outcome)
        }
        Err(findings) => (
            Files {
                folder: content.display().to_string(),
                ..Files::default()
            },
            Outcome {
                site: None,
                findings,
            },
        ),
    }
}

fn summary(outcome: &Outcome, content: &Path) -> String {
    let count = |severity| {
        outcome
            .findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let found = match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "no findings".to_owned(),
        (0, warnings) => counted(warnings, "warning"),
        (errors, 0) => counted(errors, "error"),
        (errors, warnings) => [counted(errors, "error"), counted(warnings, "warning")].join(", "),
    };
    let nothing = if outcome.site.is_none() {
        "; nothing is written"
    } else {
        ""
    };
    format!("{}: {found}{nothing}", content.display())
}

fn counted(count: usize, word: impl Display) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// Entities' pictures, under the paths their authors gave them, each once.
fn images(site: &Site, content: &Path) -> BTreeSet<(String, PathBuf)> {
    site.entities
        .iter()
        .filter_map(|(_, entity)| entity.image.as_ref())
        .map(|image| (image.file.clone(), content.join(&image.file)))
        .collect()
}

fn named(paths: Vec<PathBuf>) -> Vec<(String, PathBuf)> {
    paths
        .into_iter()
        .filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), path)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_app_is_kept_in_a_folder_of_ours_only() {
        let desk = tempfile::tempdir().expect("a folder");
        let (staging, app) = (desk.path().join("staging"), desk.path().join("target/app"));
        let stage = |name: &str| {
            fs::remove_dir_all(&staging).ok();
            fs::create_dir_all(&staging).expect("a folder");
            for file in [
                &*format!("{name}.js"),
                &*format!("{name}_bg.wasm"),
                "index.html",
            ] {
                fs::write(staging.join(file), name).expect("a file");
            }
        };
        let keep = || keep_app(&staging, &app, &Interrupt::default());
        let there = || {
            let entries = fs::read_dir(&app).expect("a folder");
            let names = entries.map(|entry| entry.expect("an entry").file_name());
            let mut names: Vec<_> = names
                .map(|name| name.into_string().expect("text"))
                .collect();
            names.sort();
            names
        };
        // From before the marker.
        stage("a");
        fs::create_dir_all(&app).expect("a folder");
        fs::write(app.join("index.html"), "old").expect("a file");
        let error = keep().expect_err("it has no marker").to_string();
        assert!(error.contains("remove it once"), "{error}");
        assert_eq!(there(), ["index.html"]);
        fs::remove_dir_all(&app).expect("removed, as told");
        keep().expect("a new folder");
        // Another app takes its place; what somebody put there stays.
        fs::write(app.join("letter.txt"), "Dear reader").expect("a file");
        stage("b");
        keep().expect("a folder of ours");
        assert_eq!(
            there(),
            [
                ".article-explorer.json",
                "b.js",
                "b_bg.wasm",
                "index.html",
                "letter.txt"
            ]
        );
        assert_eq!(fs::read(app.join("index.html")).expect("a file"), b"b");
    }
}
