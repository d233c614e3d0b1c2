//! Names one by one, a key each; what is answered is written at once, so that nothing is lost at the end.

mod keys;

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::cli::counted::counted;
use crate::cli::refusals::refusals;
use crate::cli::replace::replace;
use crate::cli::suggest::interview::keys::Keys;
use crate::cli::suggest::suggested::Suggested;
use crate::cli::suggest::writing;
use crate::compile::lenient;
use crate::compile::normal::normal;
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::suggest::alias::with_alias;
use crate::suggest::candidate::{Candidate, Quotation, Tier, either};
use crate::suggest::kinds;
use crate::suggest::near_form::NearForm;
use crate::suggest::refusals::FILE;
use crate::suggest::stub::known_words;

/// What was answered so far.
#[derive(Default)]
struct Tally {
    added: usize,
    linked: usize,
    refused: usize,
}

/// Asks about each candidate, and then about each form that nothing links. `all` asks about the less likely too.
///
/// # Errors
/// If an answer cannot be written; those before it are.
pub(super) fn interview(suggested: &mut Suggested<'_>, all: bool) -> Result<ExitCode> {
    let mut keys = Keys::new();
    let mut tally = Tally::default();
    let candidates = suggested.suggestions.candidates.clone();
    let candidates: Vec<_> = candidates
        .iter()
        .filter(|one| all || one.tier < Tier::More)
        .collect();
    let near_forms = suggested.suggestions.near_forms.clone();
    println!(
        "{} and {} to look at.",
        counted(candidates.len(), "name"),
        counted(near_forms.len(), "form of a known name")
    );
    let mut goes_on = true;
    for (row, candidate) in candidates.iter().enumerate() {
        println!("\n{}/{}  {}", row + 1, candidates.len(), told(candidate));
        quote(&candidate.sentences);
        goes_on = ask(suggested, candidate, &mut keys, &mut tally)?;
        if !goes_on {
            break;
        }
    }
    for near in &near_forms {
        if !goes_on {
            break;
        }
        goes_on = ask_near(suggested, near, &mut keys, &mut tally)?;
    }
    println!(
        "\n{}: {} added, {} linked to what is known, {} refused",
        suggested.folder.display(),
        counted(tally.added, "name"),
        tally.linked,
        tally.refused
    );
    Ok(ExitCode::SUCCESS)
}

fn told(candidate: &Candidate) -> String {
    let kind = candidate.kind.map_or("kind not known", Kind::slug);
    let times = counted(candidate.occurrences.len(), "time");
    let doubt = match &candidate.may_mean[..] {
        [] => String::new(),
        names => format!(", may mean {}", either(names)),
    };
    format!(
        "{}  ({kind}, {times}, {}{doubt})",
        candidate.name,
        candidate.tier.word()
    )
}

fn quote(sentences: &[Quotation]) {
    if let Some(first) = sentences.first() {
        println!("  {}#p{}: {}", first.article, first.block, first.text);
    }
}

/// The keys, for who has not seen them.
fn help(kind: Option<Kind>, site: &Site) -> String {
    let common = (1..)
        .zip(Kind::ALL)
        .map(|(key, kind)| format!("{key} {}", kind.slug()));
    let mut answers = vec![match kind {
        Some(kind) => format!("a add as {}", kind.slug()),
        None => "a add, its kind left open".to_owned(),
    }];
    answers.extend(common);
    let own: Vec<_> = kinds::own_kinds(site).map(|(word, _)| word).collect();
    if !own.is_empty() {
        answers.push(format!("k {}", own.join(", ")));
    }
    let [same, none, later] = ["s same as …", "n not a name", "Enter later"].map(str::to_owned);
    answers.extend([same, none, later, "q quit".to_owned()]);
    format!("  {}", answers.join(" · "))
}

/// Asks about a candidate until it is settled; whether to go on.
fn ask(
    suggested: &mut Suggested<'_>,
    candidate: &Candidate,
    keys: &mut Keys,
    tally: &mut Tally,
) -> Result<bool> {
    println!("{}", help(candidate.kind, &suggested.site));
    loop {
        match keys.key()? {
            None | Some('q') => return Ok(false),
            Some('\n' | ' ') => return Ok(true),
            Some('a') => {
                add(suggested, candidate, candidate.kind)?;
                tally.added += 1;
                return Ok(true);
            }
            Some(digit @ '1'..='8') => {
                let row = digit as usize - '1' as usize;
                add(suggested, candidate, Kind::ALL.get(row).copied())?;
                tally.added += 1;
                return Ok(true);
            }
            Some('k') => {
                if let Some(kind) = kind(&suggested.site, keys)? {
                    add(suggested, candidate, Some(kind))?;
                    tally.added += 1;
                    return Ok(true);
                }
            }
            Some('n') => {
                refuse(suggested, &candidate.name)?;
                tally.refused += 1;
                return Ok(true);
            }
            Some('s') => {
                if let Some(slug) = entity(suggested, keys)? {
                    let known = known_words(&suggested.site);
                    let words = candidate.forms.iter().map(|form| &form.words);
                    for words in words.filter(|words| !known.contains(&normal(words))) {
                        alias(suggested, &slug, words)?;
                    }
                    tally.linked += 1;
                    return Ok(true);
                }
            }
            Some(_) => println!("{}", help(candidate.kind, &suggested.site)),
        }
    }
}

/// Asks about a form that is near to a name.
fn ask_near(
    suggested: &mut Suggested<'_>,
    near: &NearForm,
    keys: &mut Keys,
    tally: &mut Tally,
) -> Result<bool> {
    let [entity] = &near.entities[..] else {
        return Ok(true);
    };
    println!(
        "\n{}  is near to a name of {entity}, and not linked",
        near.words
    );
    quote(&near.sentences);
    println!("  a an alias of {entity} · n it does not mean that · Enter later · q quit");
    loop {
        match keys.key()? {
            None | Some('q') => return Ok(false),
            Some('\n' | ' ') => return Ok(true),
            Some('a') => {
                alias(suggested, entity, &near.words)?;
                tally.linked += 1;
                return Ok(true);
            }
            Some('n') => {
                refuse(suggested, &near.words)?;
                tally.refused += 1;
                return Ok(true);
            }
            Some(_) => println!("  a alias · n no · Enter later · q quit"),
        }
    }
}

fn add(suggested: &mut Suggested<'_>, candidate: &Candidate, kind: Option<Kind>) -> Result<()> {
    let written = writing::write(suggested, &[(candidate, kind)])?;
    for path in written {
        let file = format!("entities/{}.toml", candidate.id);
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        suggested.files.files.insert(file, bytes);
        println!("  {}", path.display());
    }
    understand(suggested);
    Ok(())
}

/// Asks for a kind by its word; nothing where none was given.
fn kind(site: &Site, keys: &mut Keys) -> Result<Option<Kind>> {
    loop {
        let given = keys.line("  kind: ")?.filter(|word| !word.is_empty());
        let Some(word) = given else {
            return Ok(None);
        };
        if let Some(kind) = kinds::meant(&word, site) {
            return Ok(Some(kind));
        }
        let words: Vec<_> = kinds::kinds(site).iter().map(|(word, _)| *word).collect();
        println!("  one of {}; Enter gives up", words.join(" "));
    }
}

/// Adds to what is refused now, since others may have written the file meanwhile.
fn refuse(suggested: &mut Suggested<'_>, words: &str) -> Result<()> {
    suggested.refusals = refusals(suggested.folder)?;
    suggested.refusals.refuse(words);
    let path = suggested.folder.join(FILE);
    replace(vec![(path, suggested.refusals.text().into_bytes())])
}

/// Asks which entity is meant, by its id or name; nothing where none was given.
fn entity(suggested: &Suggested<'_>, keys: &mut Keys) -> Result<Option<String>> {
    loop {
        let Some(named) = keys
            .line("  same as (its id or name): ")?
            .filter(|named| !named.is_empty())
        else {
            return Ok(None);
        };
        let entities = || suggested.site.entities.iter().map(|(_, entity)| entity);
        let by_id = entities().find(|one| one.slug == named);
        let by_name = || entities().find(|one| one.names.iter().any(|name| name.text == named));
        if let Some(found) = by_id.or_else(by_name) {
            return Ok(Some(found.slug.clone()));
        }
        let beginning = named.to_lowercase();
        let near = entities().filter(|one| {
            one.slug.starts_with(&beginning)
                || one
                    .names
                    .iter()
                    .any(|name| name.text.to_lowercase().starts_with(&beginning))
        });
        let near: Vec<_> = near.map(|one| &*one.slug).take(8).collect();
        match near[..] {
            [] => println!("  no entity is called `{named}`; Enter gives up"),
            [only] => return Ok(Some(only.to_owned())),
            _ => println!("  which of {}?", near.join(", ")),
        }
    }
}

/// Gives an entity one more alias, in its file.
fn alias(suggested: &mut Suggested<'_>, slug: &str, words: &str) -> Result<()> {
    let file = format!("entities/{slug}.toml");
    let path = suggested.folder.join(&file);
    // As it is now: somebody may have changed it meanwhile.
    let text = fs::read_to_string(&path).ok();
    let Some(text) = text.and_then(|text| with_alias(&text, words)) else {
        bail!(
            "{} cannot be changed by this program; add `{words}` to its `aliases`",
            path.display()
        );
    };
    replace(vec![(path.clone(), text.clone().into_bytes())])?;
    suggested.files.files.insert(file, text.into_bytes());
    println!("  `{words}` is an alias in {}", path.display());
    understand(suggested);
    Ok(())
}

/// Reads the site anew from the files as they are now.
fn understand(suggested: &mut Suggested<'_>) {
    if let Some(site) = lenient::site(&suggested.files) {
        suggested.site = site;
    }
}
