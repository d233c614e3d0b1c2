//! Works into `sources.toml`: each once, under a key that is free.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{DocumentMut, Item, Value};

use crate::compile::slug::{is_slug, slug_of};
use crate::compile::source::as_identity;
use crate::compile::work_numbers::doi_address;
use crate::import::error::ImportError;
use crate::import::imported::LeftOut;
use crate::import::target::Target;
use crate::import::toml_file;
use crate::import::work::Work;
use crate::import::work_author::WorkAuthor;

const FILE: &str = "sources.toml";

/// Adds works that were read in `file`; returns what each is called in `sources.toml`, by its name in the file.
///
/// # Errors
/// If `sources.toml` cannot be read.
pub(crate) fn add(
    works: Vec<Work>,
    file: &str,
    target: &mut Target<'_>,
) -> Result<BTreeMap<String, String>, ImportError> {
    let mut known = KnownWorks::of(&toml_file::document(FILE, target)?);
    let mut called = BTreeMap::new();
    let mut beside: BTreeMap<String, usize> = BTreeMap::new();
    let mut added = String::new();
    for mut work in works {
        for refused in work.settle() {
            left(file, &work, refused.what, &refused.cure, target);
        }
        for field in &work.beside {
            *beside.entry(field.clone()).or_default() += 1;
        }
        if let Some(why) = work.unfindable() {
            let what = format!("{}: {why}", name(&work));
            left(
                file,
                &work,
                what,
                "add that where it comes from, and import it again",
                target,
            );
            continue;
        }
        if let Some(key) = known.find(&work) {
            if !known.is_new(&key, &work) {
                called.insert(work.key.clone(), key);
                continue;
            }
            let what = format!("{} is `{key}` of `{FILE}` already", name(&work));
            left(file, &work, what, &format!("cite `{key}`"), target);
            called.insert(work.key.clone(), key);
            continue;
        }
        let key = known.enter(&work);
        if !added.is_empty() {
            added.push('\n');
        }
        added += &work.toml(&key);
        called.insert(work.key, key);
    }
    if !added.is_empty() {
        target.append(FILE, &added);
    }
    if !beside.is_empty() {
        let fields = beside
            .iter()
            .map(|(field, count)| format!("{field} ({count})"));
        let fields = fields.collect::<Vec<_>>().join(", ");
        target.leave_out(LeftOut {
            file: file.to_owned(),
            place: String::new(),
            what: format!("what sources have no place for: {fields}"),
            cure: String::new(),
        });
    }
    Ok(called)
}

/// How messages call a work.
fn name(work: &Work) -> String {
    let words = [&work.key, &work.title];
    let words = words.into_iter().find(|words| !words.is_empty());
    let words = words.map_or("a work without a name", |words| words);
    let short: String = words.chars().take(60).collect();
    format!("`{short}`")
}

fn left(file: &str, work: &Work, what: String, cure: &str, target: &mut Target<'_>) {
    target.leave_out(LeftOut {
        file: file.to_owned(),
        place: match work.line {
            0 => String::new(),
            line => format!("line {line}"),
        },
        what,
        cure: cure.to_owned(),
    });
}

/// The works of `sources.toml`.
#[derive(Default)]
pub(crate) struct KnownWorks {
    keys: BTreeSet<String>,
    /// By what tells a work apart from others.
    identities: BTreeMap<String, String>,
    /// Names that works had in files, of those that were there before or are added now.
    origins: BTreeMap<String, BTreeSet<String>>,
}

impl KnownWorks {
    pub(crate) fn of(document: &DocumentMut) -> Self {
        // `allow` is no work.
        let mut known = Self {
            keys: ["allow".to_owned()].into(),
            ..Self::default()
        };
        for (key, item) in document.iter() {
            known.keys.insert(key.to_owned());
            if item.is_table_like() && key != "allow" {
                for identity in identities(&written(item)) {
                    known
                        .identities
                        .entry(identity)
                        .or_insert_with(|| key.to_owned());
                }
            }
        }
        known
    }

    /// The key of a work that is there now, whether it was before or not; nothing of one that nobody could find.
    pub(crate) fn cite(&mut self, mut work: Work, target: &mut Target<'_>) -> Option<String> {
        work.settle();
        if work.unfindable().is_some() {
            return None;
        }
        Some(self.find(&work).unwrap_or_else(|| {
            let key = self.enter(&work);
            target.append(FILE, &work.toml(&key));
            key
        }))
    }

    /// The key that is written so.
    pub(crate) fn key(&self, written: &str) -> Option<&str> {
        let keys = self.keys.get(written).filter(|key| *key != "allow");
        keys.map(String::as_str)
    }

    /// The key of the page with an address.
    pub(crate) fn page(&self, address: &str) -> Option<&str> {
        let key = self.identities.get(&as_identity(address));
        key.map(String::as_str)
    }

    /// The work that this is.
    fn find(&self, work: &Work) -> Option<String> {
        let mut identities = identities(work).into_iter();
        identities.find_map(|identity| self.identities.get(&identity).cloned())
    }

    /// Whether a work that is there under this key comes under another name, so that an author should know.
    fn is_new(&self, key: &str, work: &Work) -> bool {
        let base = slug_of(&work.key);
        let is_numbered = key.strip_prefix(&*base).is_some_and(|rest| {
            rest.is_empty() || rest.trim_start_matches('-').parse::<u32>().is_ok()
        });
        let met = self.origins.get(key);
        !(work.key.is_empty() || is_numbered || met.is_some_and(|met| met.contains(&work.key)))
    }

    /// Enters a work under a key that is free.
    fn enter(&mut self, work: &Work) -> String {
        let written = if is_slug(&work.key) {
            work.key.clone()
        } else {
            slug_of(&work.key)
        };
        let base = if written.is_empty() {
            slug_of(&work.call())
        } else {
            written
        };
        let mut base = if base.is_empty() {
            "source".to_owned()
        } else {
            base
        };
        base.truncate(60);
        let base = base.trim_matches('-').to_owned();
        let mut key = base.clone();
        let mut number = 2_u64;
        while !self.keys.insert(key.clone()) {
            key = format!("{base}-{number}");
            number += 1;
        }
        for identity in identities(work) {
            self.identities
                .entry(identity)
                .or_insert_with(|| key.clone());
        }
        self.origins
            .entry(key.clone())
            .or_default()
            .insert(work.key.clone());
        key
    }
}

/// What tells a work apart: its address, else its number, else what it is called, by whom and when.
fn identities(work: &Work) -> Vec<String> {
    let mut identities = Vec::new();
    if !work.url.is_empty() {
        identities.push(as_identity(&work.url));
    }
    if !work.doi.is_empty() {
        identities.push(as_identity(&doi_address(&work.doi.to_lowercase())));
    }
    let title = work.title.to_lowercase();
    let isbn: String = work
        .isbn
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    if !isbn.is_empty() {
        identities.push(format!("isbn {isbn} {title} {}", work.pages));
    }
    if identities.is_empty() {
        let authors: Vec<_> = work.author.iter().map(|author| &*author.name).collect();
        let author = authors.join(", ").to_lowercase();
        let parts = [
            work.kind,
            &title,
            &author,
            &work.publisher,
            &work.date,
            &work.held_by,
            &work.call_number,
        ];
        identities.push(parts.join("\n"));
    }
    identities
}

fn author(value: &Value) -> Option<WorkAuthor> {
    let organisation = value
        .as_inline_table()
        .and_then(|table| table.get("organisation")?.as_str());
    let person = value.as_str().map(WorkAuthor::person);
    person.or(organisation.map(WorkAuthor::organisation))
}

/// What of a table of `sources.toml` tells the work apart.
fn written(item: &Item) -> Work {
    let text = |key: &str| {
        item.get(key)
            .and_then(Item::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let author = match item.get("author").and_then(Item::as_value) {
        Some(Value::Array(many)) => many.iter().filter_map(author).collect(),
        Some(one) => author(one).into_iter().collect(),
        None => Vec::new(),
    };
    let kinds = [
        "article",
        "book",
        "report",
        "interview",
        "letter",
        "court-file",
        "archive",
        "recording",
    ];
    let kind = text("kind");
    Work {
        kind: kinds.into_iter().find(|one| *one == kind).unwrap_or("web"),
        author,
        publisher: text("publisher"),
        title: text("title"),
        url: text("url"),
        doi: text("doi"),
        isbn: text("isbn"),
        pages: text("pages"),
        date: text("date"),
        held_by: text("held_by"),
        call_number: text("call_number"),
        ..Work::default()
    }
}
