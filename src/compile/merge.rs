//! Two entities become one: in every file what named the one names the other, whose file takes up what stood in the first.
//!
//! Nothing is lost: what both say differently stands as a comment in the file that stays.

mod aliases;
mod allowances;
mod unite;

use std::collections::BTreeMap;

use toml_edit::DocumentMut;

use crate::compile::change::{self, Change};
use crate::compile::content_files::ContentFiles;
use crate::compile::files::{Files, LOCK};
use crate::compile::finding::{Finding, Severity};
use crate::compile::findings::Findings;
use crate::compile::merge::unite::{Pair, United, unite};
use crate::compile::symbol_table::Wanted;
use crate::compile::toml_edits::{edited, words};
use crate::compile::uses::Uses;
use crate::compile::{Outcome, compile, read, suggestion};
use crate::model::site::{Entity, Site};

/// What the files are to hold.
#[derive(Debug)]
pub struct Merged {
    /// Those that change, by path; the file that stays is the last.
    pub files: Vec<(String, String)>,
    /// The file that is not needed any more.
    pub gone: String,
    /// What is worth to know of it, in lines for people.
    pub told: Vec<String>,
}

/// Why nothing is merged.
#[derive(Debug)]
pub enum Unmerged {
    /// The content has errors.
    Findings(Vec<Finding>),
    /// It would have errors afterwards; with the files as they would be.
    Broken(Vec<Finding>, Box<Files>),
    /// In a line, with what to do.
    Refused(String),
}

/// How often places are looked for again that a change has hidden: several in one string with escapes.
const ROUNDS: usize = 1000;

/// Makes one entity of two: `gone` becomes `kept`.
///
/// # Errors
/// If one is not there, if the content has errors or would have some, or if the two are of different sorts.
pub fn entities(files: &Files, kept: &str, gone: &str) -> Result<Merged, Unmerged> {
    if let Some(rest) = rest(files, kept, gone) {
        return Ok(rest);
    }
    let before = compile(files);
    let site = sound(&before)?;
    let (first, second) = (entity(site, kept)?, entity(site, gone)?);
    ensure_alike(&before, first, second)?;
    let path = |slug: &str| path(files, slug).ok_or_else(|| unknown(site, slug));
    let (kept_path, gone_path) = (path(kept)?, path(gone)?);
    let mut after = files.clone();
    aliases::unite(&mut after, kept, gone).map_err(Unmerged::Refused)?;
    let name = |entity: &Entity| entity.names.first().map(|name| name.text.clone());
    let shown = name(second).filter(|shown| name(first).as_ref() != Some(shown));
    rename(&mut after, kept, gone, shown.as_deref())?;
    let pair = Pair {
        kept,
        gone,
        language: &site.language,
    };
    let united = unite(&after.lossy(&kept_path), &after.lossy(&gone_path), &pair);
    let United { text: united, mut told } = united.ok_or_else(|| {
        Unmerged::Refused(format!(
            "`{kept_path}` cannot be changed without touching more than what is added; write keys with dots that belong together one below the other, and merge again"
        ))
    })?;
    after.files.insert(kept_path.clone(), united.into_bytes());
    after.files.remove(&gone_path);
    aliases::without_doubles(&mut after, kept);
    if let Some(lock) = after.files.get_mut(LOCK) {
        let lines = String::from_utf8_lossy(lock)
            .replace(&format!("{gone_path}\t"), &format!("{kept_path}\t"));
        *lock = lines.into_bytes();
    }
    let outcome = compile(&after);
    let Some(merged) = &outcome.site else {
        return Err(Unmerged::Broken(errors(&outcome), Box::new(after)));
    };
    told.extend(allowances::without_unneeded(
        &mut after, &outcome, &kept_path, files,
    ));
    if let Some(lock) = outcome.lock.filter(|_| after.files.contains_key(LOCK)) {
        after.files.insert(LOCK.to_owned(), lock.into_bytes());
    }
    told.extend(other_mentions(site, merged, kept, gone));
    let changed = after
        .files
        .iter()
        .filter(|(path, bytes)| files.files.get(*path) != Some(*bytes));
    let mut changed: Vec<_> = changed
        .map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned()))
        .collect();
    changed.sort_by_key(|(path, _)| *path == kept_path);
    Ok(Merged {
        files: changed,
        gone: gone_path,
        told,
    })
}

/// What a merge left to do that was stopped before its last step: the file that stays has all of the other already.
fn rest(files: &Files, kept: &str, gone: &str) -> Option<Merged> {
    let (kept_path, gone_path) = (path(files, kept)?, path(files, gone)?);
    let read = |files: &Files, path: &str| -> Option<DocumentMut> {
        let text = files.lossy(path).replace("\r\n", "\n");
        text.trim_start_matches('\u{FEFF}').parse().ok()
    };
    let former = words(read(files, &kept_path)?.get("former")?);
    let mut after = files.clone();
    after.files.remove(&gone_path);
    let site = compile(&after)
        .site
        .filter(|_| former.iter().any(|one| one == gone))?;
    let mut renamed = files.clone();
    let names = read(files, &gone_path)?;
    let shown = unite::first_name(&names);
    let is_other = |shown: &&str| entity(&site, kept).is_ok_and(|one| one.names[0].text != **shown);
    rename(&mut renamed, kept, gone, shown.as_deref().filter(is_other)).ok()?;
    // What it allows may have been left out.
    let theirs = edited(&renamed.lossy(&gone_path), |document| {
        document.remove("allow");
    })?;
    let ours = files.lossy(&kept_path);
    let pair = Pair {
        kept,
        gone,
        language: &site.language,
    };
    let united = unite(&ours, &theirs, &pair)?;
    (united.text == ours).then(|| Merged {
        files: Vec::new(),
        gone: gone_path,
        told: united.told,
    })
}

fn errors(outcome: &Outcome) -> Vec<Finding> {
    let all = outcome.findings.iter();
    let errors = all.filter(|finding| finding.severity == Severity::Error);
    errors.cloned().collect()
}

/// The site, if nothing is wrong with it.
fn sound(outcome: &Outcome) -> Result<&Site, Unmerged> {
    let site = outcome.site.as_ref();
    site.ok_or_else(|| Unmerged::Findings(errors(outcome)))
}

fn entity<'s>(site: &'s Site, slug: &str) -> Result<&'s Entity, Unmerged> {
    let mut all = site.entities.iter().map(|(_, entity)| entity);
    all.find(|entity| entity.slug == slug)
        .ok_or_else(|| unknown(site, slug))
}

fn unknown(site: &Site, slug: &str) -> Unmerged {
    let slugs = site.entities.iter().map(|(_, entity)| &*entity.slug);
    let cure = match suggestion::nearest(slug, slugs) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "write the names of two files in `entities/`, without `.toml`".to_owned(),
    };
    Unmerged::Refused(format!("no entity has the id `{slug}`; {cure}"))
}

/// The file of an entity.
fn path(files: &Files, slug: &str) -> Option<String> {
    let findings = Findings::default();
    let content = ContentFiles::sort(files, &findings);
    content.entities.get(slug).map(|file| file.path.to_owned())
}

/// What is told of the one must be fit to be told of the other.
fn ensure_alike(outcome: &Outcome, kept: &Entity, gone: &Entity) -> Result<(), Unmerged> {
    let refuse = |message: String| Err(Unmerged::Refused(message));
    if kept.slug == gone.slug {
        return refuse(format!("`{}` is one already; name two entities", kept.slug));
    }
    if kept.kind != gone.kind {
        return refuse(format!(
            "`{}` and `{}` are of different kinds; put the `kind` of one right, or keep both",
            kept.slug, gone.slug
        ));
    }
    if kept.private != gone.private {
        return refuse(format!(
            "one of `{}` and `{}` is private; write `private = true` into both files, or into none",
            kept.slug, gone.slug
        ));
    }
    let is_outdated = |finding: &Finding| matches!(finding.code, "changed-block" | "moved-block");
    if outcome.findings.iter().any(is_outdated) {
        return refuse(
            "citations are not confirmed; run `article-explorer fix citations` first".to_owned(),
        );
    }
    Ok(())
}

/// Names the one where the other was named; `shown` is what readers saw there, where that is another name.
fn rename(files: &mut Files, kept: &str, gone: &str, shown: Option<&str>) -> Result<(), Unmerged> {
    for _ in 0..ROUNDS {
        let changes = uses(files, Uses::new(gone, kept, shown));
        if changes.is_empty() {
            return Ok(());
        }
        let mut ends: BTreeMap<String, usize> = BTreeMap::new();
        let apart = changes.into_iter().filter(|change| match change {
            Change::Replace {
                file, start, end, ..
            } => {
                let last = ends.entry(file.clone()).or_default();
                let is_apart = *last <= *start;
                *last = if is_apart { *end } else { *last };
                is_apart
            }
            Change::Append { .. } | Change::Rename { .. } => false,
        });
        let apart: Vec<_> = apart.map(|change| going_on(change, files)).collect();
        change::apply(&apart, &mut files.files);
    }
    Err(Unmerged::Refused(format!(
        "`{gone}` is named in too many places of one string; write some of them as `{kept}` yourself"
    )))
}

/// Where an id is written, in the order of the files.
fn uses(files: &Files, uses: Uses) -> Vec<Change> {
    let findings = Findings::default();
    let content = ContentFiles::sort(files, &findings);
    drop(read(&content, files, &findings, Wanted::Uses(&uses)));
    let mut changes = uses.into_changes();
    changes.sort_unstable();
    changes.dedup();
    changes
}

/// `[[id+|` goes on with a mention: the sign stays.
fn going_on(change: Change, files: &Files) -> Change {
    match change {
        Change::Replace {
            file,
            start,
            end,
            text,
        } => {
            let bytes = files
                .files
                .get(&file)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let goes_on = bytes.get(start..end).is_some_and(|old| old.ends_with(b"+"));
            let text = if goes_on && !text.starts_with('"') {
                text + "+"
            } else {
                text
            };
            Change::Replace {
                file,
                start,
                end,
                text,
            }
        }
        other => other,
    }
}

/// Mentions that the articles have more or less than before, in lines for people: what either was called is now linked to
/// the one.
fn other_mentions(before: &Site, after: &Site, kept: &str, gone: &str) -> Vec<String> {
    let counted = |site: &Site| {
        let mut counted: BTreeMap<(String, u32, String, String), usize> = BTreeMap::new();
        for (_, article) in site.articles.iter() {
            for (_, mention) in article.mentions.iter() {
                let slug = &*site.entities[mention.entity].slug;
                let slug = if slug == gone { kept } else { slug };
                let key = (
                    article.slug.clone(),
                    mention.block,
                    mention.words.clone(),
                    slug.to_owned(),
                );
                *counted.entry(key).or_default() += 1;
            }
        }
        counted
    };
    let (before, after) = (counted(before), counted(after));
    let more = |one: &BTreeMap<_, usize>, other: &BTreeMap<_, usize>, what: &str| {
        let more = one
            .iter()
            .filter(|(key, count)| other.get(*key) < Some(*count));
        let line =
            |((article, block, words, slug), _): (&(String, u32, String, String), &usize)| {
                format!("{article}, block {block}: \"{words}\" {what} `{slug}`")
            };
        more.map(line).collect::<Vec<_>>()
    };
    let mut told = more(&after, &before, "is linked now to");
    told.extend(more(&before, &after, "is no longer linked to"));
    told
}
