//! `article-explorer import`: what people have already, made into content files.

mod inputs;
mod writing;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::cli::content::{self, compiled, summary};
use crate::cli::counted::counted;
use crate::cli::import::inputs::Inputs;
use crate::cli::listing::say;
use crate::cli::replace::is_aside;
use crate::compile::files::Files;
use crate::compile::printout::Printout;
use crate::import::{Imported, import_beside};

/// What versions keep, which a folder may hold before a site is in it.
const BESIDE: [&str; 2] = [".git", ".gitignore"];

/// What is imported, and where to.
#[derive(Args)]
#[command(after_help = "\
Examples:
  article-explorer import bridge.docx --to story        a Word document; `story` may be new
  article-explorer import page.html --to story --dry-run
  article-explorer import vault/ --to story             a folder of Markdown, such as an Obsidian vault
  article-explorer import people.csv works.bib Q64.json --to story

Documents (.docx, .html, .md, .txt, TEI) become articles. Tables (.csv, .tsv) become entities, events, sources or relations
by their header: `name,kind,description`, `date,text,entities,source`, `title,author,url,date` or
`subject,predicate,object,source`. Bibliographies (.bib, .ris, CSL JSON) become sources, records of Wikidata entities;
annotations (spaCy, W3C Web Annotation, Recogito) become mentions in the article that has their words. A site that was
exported as JSON comes back whole, in a new folder. Nothing is overwritten: a name that is taken gets another one, and of
a file that changes a copy is kept beside it, `NAME.bak`.")]
pub(super) struct Import {
    /// What to import: files, folders, or `-` for what is piped in
    #[arg(required = true, value_name = "FILE")]
    inputs: Vec<PathBuf>,
    /// The content folder to write into: one with a site, or a new or empty one, in which a site is begun
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Imports, says what was left out, and whether the content passes `check`.
///
/// # Errors
/// If nothing can be imported, or the folder cannot be written; then nothing in it is changed.
pub(super) fn run(
    Import {
        inputs,
        to,
        dry_run,
    }: &Import,
) -> Result<ExitCode> {
    let Some(files) = target(to)? else {
        return Ok(ExitCode::FAILURE);
    };
    let inputs = Inputs::read(inputs, to)?;
    let picture = |path: &str| fs::read(to.join(path)).ok();
    let imported = import_beside(&inputs.files, &files, &picture)?;
    if *dry_run {
        tell(&imported, &files, to, &inputs);
        say!("nothing is written: this was a dry run");
        return Ok(ExitCode::SUCCESS);
    }
    let kept = writing::write(to, &imported, &files)?;
    tell(&imported, &files, to, &inputs);
    for (path, copy) in kept {
        say!(
            "{} is changed; as it was it is kept as {}",
            path.display(),
            copy.display()
        );
    }
    Ok(closing(to))
}

/// Begins a site with what is imported: `new DIR --from FILE`.
///
/// # Errors
/// As [`run`].
pub(super) fn begin(dir: &Path, from: &Path) -> Result<ExitCode> {
    run(&Import {
        inputs: vec![from.to_owned()],
        to: dir.to_owned(),
        dry_run: false,
    })
}

/// The files of the folder to write into; nothing where they cannot be read, which is said.
fn target(to: &Path) -> Result<Option<Files>> {
    let name = to.display();
    let empty = Files {
        folder: name.to_string(),
        ..Files::default()
    };
    if fs::symlink_metadata(to).is_err() {
        return Ok(Some(empty));
    }
    ensure!(
        to.is_dir(),
        "`{name}` is a file; name a folder with --to that holds site.toml, or one that is not there yet"
    );
    let Some(first) = first(to).with_context(|| format!("`{name}` cannot be read"))? else {
        return Ok(Some(empty));
    };
    ensure!(
        to.join("site.toml").exists(),
        "`{name}` has files, such as `{}`, but no site.toml; name a content folder with --to, or one that is not there yet",
        first.display()
    );
    Ok(content::files(to))
}

/// The name of something in a folder that this program did not leave there when it was stopped before it wrote anything:
/// parts of a site with nothing in them, and what was written aside.
fn first(folder: &Path) -> std::io::Result<Option<std::ffi::OsString>> {
    const PARTS: [&str; 3] = ["articles", "entities", "images"];
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_part = PARTS.iter().any(|part| name == *part) && entry.file_type()?.is_dir();
        let is_beside = BESIDE.iter().any(|beside| name == *beside);
        if is_beside || is_aside(&name) || is_part && first(&entry.path())?.is_none() {
            continue;
        }
        return Ok(Some(name));
    }
    Ok(None)
}

/// Says what is new and changed, what was left out, and what the author should know.
fn tell(imported: &Imported, files: &Files, to: &Path, inputs: &Inputs) {
    for (path, bytes) in &imported.files {
        let change = match files.files.get(path) {
            Some(_) => "changed",
            None => "new",
        };
        say!(
            "{}: {change}, {} bytes",
            to.join(path).display(),
            bytes.len()
        );
    }
    let left = imported.left_out.iter().map(ToString::to_string);
    let left: Vec<String> = inputs.left_out.iter().cloned().chain(left).collect();
    if !left.is_empty() {
        say!("{} left out:", counted(left.len(), "thing"));
        for one in &left {
            say!("  {one}");
        }
    }
    for note in &imported.notes {
        say!("note: {note}");
    }
}

/// Whether what is there now passes, and what to do next.
fn closing(to: &Path) -> ExitCode {
    let read = compiled(to);
    let findings = &read.outcome.findings;
    eprint!("{}", Printout::default().text(findings, &read.files));
    say!("{}", summary(&read.outcome, to));
    if read.outcome.site.is_none() {
        say!("mend these, then: article-explorer check {}", to.display());
        return ExitCode::FAILURE;
    }
    say!(
        "next: article-explorer suggest {0}\n  lists the names in it, and begins their files; `article-explorer serve {0}` shows it in the browser",
        to.display()
    );
    ExitCode::SUCCESS
}
