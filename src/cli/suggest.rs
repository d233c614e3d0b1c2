//! `article-explorer suggest`: names in the articles that no entity has yet, and files for them to begin with.

mod interview;
mod suggested;
mod writing;

use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use clap::Args;

use crate::cli::content::{ensure_readable, files};
use crate::cli::content_folder::ContentFolder;
use crate::cli::counted::counted;
use crate::cli::output_format::OutputFormat;
use crate::cli::progress::Progress;
use crate::cli::refusals::refusals;
use crate::cli::suggest::suggested::Suggested;
use crate::compile::lenient;
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::suggest::candidate::{Candidate, Tier};
use crate::suggest::{self, Suggestions, json, kinds, table};

/// What is looked for, and what is done with it.
#[derive(Args)]
#[command(after_help = "\
Examples:
  article-explorer suggest story                        a table of names, the surest first
  article-explorer suggest story --write likely         a file in entities/ for each likely name
  article-explorer suggest story --write berg=person    for one, and what it is
  article-explorer suggest story --interactive          name by name, a key each

A file that this writes is a draft (`draft = true`): `serve` and `build --draft` show it, and a plain `build` waits until it has
a fact with its source. No file is overwritten.")]
pub(super) struct Arguments {
    #[command(flatten)]
    content: ContentFolder,
    /// Look into this article alone
    #[arg(long, value_name = "SLUG")]
    article: Option<String>,
    /// Show what is less likely too
    #[arg(long)]
    all: bool,
    /// How names are printed: as a table, or as data with all occurrences as offsets
    #[arg(long, value_enum, default_value_t = OutputFormat::Text)]
    format: OutputFormat,
    /// Write entity files: for `likely`, `possible`, or for names by their ids, each maybe with its kind
    #[arg(
        long,
        value_name = "likely|ID[=KIND]",
        value_delimiter = ',',
        conflicts_with = "format"
    )]
    write: Vec<String>,
    /// Ask name by name: add it, say what it is, link it to an entity, or say that it is no name
    #[arg(long, conflicts_with_all = ["format", "write"])]
    interactive: bool,
}

/// Looks for names, and does what is asked.
///
/// # Errors
/// If the folder cannot be read or written, or an id or kind is none.
pub(super) fn suggest(arguments: &Arguments) -> Result<ExitCode> {
    let folder = arguments.content.path();
    ensure_readable(&folder)?;
    let Some(files) = files(&folder) else {
        return Ok(ExitCode::FAILURE);
    };
    let looking = Progress::of("looking for names");
    let site = lenient::site(&files).with_context(|| {
        format!(
            "`{}` has no site.toml that can be read; `article-explorer check` tells why",
            folder.display()
        )
    })?;
    let refusals = refusals(&folder)?;
    let mut suggestions = suggest::suggest(&site, &refusals);
    drop(looking);
    if let Some(slug) = &arguments.article {
        keep_article(&mut suggestions, slug)?;
    }
    let mut suggested = Suggested {
        folder: &folder,
        files,
        site,
        refusals,
        suggestions,
    };
    if arguments.interactive {
        return interview::interview(&mut suggested, arguments.all);
    }
    if !arguments.write.is_empty() {
        return write(&suggested, &arguments.write);
    }
    match arguments.format {
        OutputFormat::Json => println!("{}", json::json(&suggested.suggestions)),
        OutputFormat::Text => tell(&suggested, arguments.all),
    }
    Ok(ExitCode::SUCCESS)
}

/// Leaves what one article has.
fn keep_article(suggestions: &mut Suggestions, slug: &str) -> Result<()> {
    let articles = &suggestions.articles;
    let row = articles.iter().position(|one| one == slug);
    let row = row.ok_or_else(|| {
        anyhow!(
            "no article is called `{slug}`; there are: {}",
            articles.join(", ")
        )
    })?;
    suggestions.candidates.retain_mut(|one| {
        one.occurrences.retain(|one| one.article == row);
        let mut sentences = one.sentences.clone();
        sentences.retain(|one| one.article == slug);
        if !sentences.is_empty() {
            one.sentences = sentences;
        }
        !one.occurrences.is_empty()
    });
    suggestions.near_forms.retain_mut(|one| {
        one.occurrences.retain(|one| one.article == row);
        !one.occurrences.is_empty()
    });
    Ok(())
}

fn tell(suggested: &Suggested<'_>, all: bool) {
    let suggestions = &suggested.suggestions;
    print!("{}", table::text(suggestions, all));
    let count = |tier| {
        suggestions
            .candidates
            .iter()
            .filter(|one| one.tier == tier)
            .count()
    };
    let folder = suggested.folder.display();
    let (likely, possible) = (count(Tier::Likely), count(Tier::Possible));
    println!(
        "{folder}: {} likely, {possible} possible",
        counted(likely, "name")
    );
    if likely > 0 {
        println!(
            "`article-explorer suggest {folder} --write likely` writes a file for each likely one; --interactive asks one by one"
        );
    } else if suggestions.candidates.is_empty() {
        println!(
            "no other names were found; what else is to be explained is marked as `[[id|words]]`"
        );
    }
}

/// Writes files of the tiers and candidates that were named.
fn write(suggested: &Suggested<'_>, named: &[String]) -> Result<ExitCode> {
    let candidates = &suggested.suggestions.candidates;
    let mut chosen: Vec<(&Candidate, Option<Kind>)> = Vec::new();
    for named in named {
        let tiers = [Tier::Likely, Tier::Possible];
        if let Some(tier) = tiers.into_iter().find(|tier| tier.word() == named) {
            let all = candidates.iter().filter(|one| one.tier == tier);
            chosen.extend(all.map(|one| (one, one.kind)));
            continue;
        }
        let (id, kind) = match named.split_once('=') {
            Some((id, kind)) => (id, Some(self::kind(kind, &suggested.site)?)),
            None => (&**named, None),
        };
        let found = candidates.iter().find(|one| one.id == id);
        let found = found.ok_or_else(|| {
            anyhow!("nothing that is suggested has the id `{id}`; `article-explorer suggest --all` lists the ids, or write `likely`")
        })?;
        chosen.push((found, kind.or(found.kind)));
    }
    let mut seen = std::collections::BTreeSet::new();
    chosen.retain(|(one, _)| seen.insert(&one.id));
    if chosen.is_empty() {
        println!("{}: no such names, so no files", suggested.folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    let written = writing::write(suggested, &chosen)?;
    for path in &written {
        println!("{}", path.display());
    }
    println!(
        "{} written; each is a draft until you give it a fact with its source and take `draft = true` out",
        counted(written.len(), "file")
    );
    Ok(ExitCode::SUCCESS)
}

/// A kind by its word.
fn kind(word: &str, site: &Site) -> Result<Kind> {
    let kinds = kinds::kinds(site);
    let found = kinds.iter().find(|(one, _)| *one == word);
    let (_, kind) = found.ok_or_else(|| {
        let words: Vec<_> = kinds.iter().map(|(one, _)| *one).collect();
        anyhow!("`{word}` is no kind; there are: {}", words.join(" "))
    })?;
    Ok(*kind)
}
