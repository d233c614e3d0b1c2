//! The entities that notes and links name, by their names.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};

use crate::import::markdown::front::unlinked;
use crate::import::markdown::note::Note;
use crate::import::markdown::signs::key;
use crate::import::target::Target;
use crate::import::value;

/// The entities that are known so far.
#[derive(Debug, Default)]
pub(super) struct Entities {
    /// Ids by names and aliases, as links are compared.
    ids: BTreeMap<String, String>,
    /// All ids of the content folder by names and aliases.
    there: BTreeMap<String, Vec<String>>,
    /// Ids of notes by the notes' names.
    pub(super) notes: BTreeMap<String, String>,
    /// Those that only a link names, with its words.
    pub(super) named: Vec<(String, String)>,
    /// Notes that are articles.
    articles: BTreeSet<String>,
    /// Whether a link that leads nowhere makes an entity.
    pub(super) is_closed: bool,
}

impl Entities {
    /// Those of the content folder.
    pub(super) fn of(target: &Target<'_>) -> Self {
        let mut known = Self::default();
        for id in target.slugs("entities", ".toml") {
            let text = target
                .text(&format!("entities/{id}.toml"))
                .unwrap_or_default();
            let (table, _) = DeTable::parse_recoverable(text);
            let table = table.get_ref();
            let list = |name: &str| match table.get(name).map(|value| value.get_ref()) {
                Some(DeValue::Array(items)) => {
                    items.iter().map(|item| item.get_ref().clone()).collect()
                }
                _ => Vec::new(),
            };
            for name in list("names").into_iter().chain(list("aliases")) {
                let words = match &name {
                    DeValue::String(words) => Some(words.to_string()),
                    DeValue::Table(table) => table
                        .get("text")
                        .and_then(|text| text.get_ref().as_str())
                        .map(str::to_owned),
                    _ => None,
                };
                if let Some(words) = words {
                    known.ids.entry(key(&words)).or_insert_with(|| id.clone());
                    known.there.entry(key(&words)).or_default().push(id.clone());
                }
            }
            known.ids.entry(key(&id)).or_insert(id);
        }
        known
    }

    pub(super) fn add_article(&mut self, note: &Note) {
        self.articles.insert(key(note.title()));
    }

    /// Makes a note's entity known, before any text is read.
    pub(super) fn add_note(&mut self, note: &Note, target: &mut Target<'_>) {
        let title = key(note.title());
        let first = self.ids.get(&title).cloned();
        let is_taken = |id: &String| self.notes.values().any(|of| of == id);
        let namesake = first.clone().filter(is_taken);
        // Of several in the content folder that have the name, the next.
        let mut there = self.there.get(&title).into_iter().flatten();
        let next = there.find(|id| !is_taken(id)).cloned();
        let id = match next.or(first.filter(|_| namesake.is_none())) {
            Some(id) => id,
            None => {
                let id = target.slug("entities", note.title(), "entity", ".toml");
                target.write(&format!("entities/{id}.toml"), "");
                id
            }
        };
        if let Some(first) = namesake {
            target.note(format!(
                "`{}` became `{id}`, for `{first}` has its name too, and is what links of the name alone lead to; links with the folder lead to each",
                note.name
            ));
        }
        self.notes.insert(note.name.clone(), id.clone());
        let names = note
            .front
            .values(&["aliases", "alias"])
            .iter()
            .chain(note.front.values(&["title", "name"]));
        for name in names.map(|name| key(unlinked(name))).chain([title]) {
            if !name.is_empty() {
                self.ids.entry(name).or_insert_with(|| id.clone());
            }
        }
    }

    /// The id of the note that a link names with its folder: of notes of one name in several folders each is meant by its own.
    fn at_path(&self, link: &str) -> Option<&String> {
        let path = |name: &str| name.strip_suffix(".md").unwrap_or(name).to_lowercase();
        let link = path(link.trim().trim_start_matches(['.', '/']));
        if !link.contains('/') {
            return None;
        }
        let mut notes = self.notes.iter();
        let is_meant = |note: &str| {
            let folders = path(note);
            let rest = folders.strip_suffix(&*link);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        notes.find(|(note, _)| is_meant(note)).map(|(_, id)| id)
    }

    /// The id of the entity that a link means; one that nothing tells of yet is made, unless the link names a day or an
    /// article.
    pub(super) fn meant(&mut self, name: &str, target: &mut Target<'_>) -> Option<String> {
        let wanted = key(name);
        if let Some(id) = self.at_path(name).or_else(|| self.ids.get(&wanted)) {
            return Some(id.clone());
        }
        let is_day = value::date(name).is_some();
        let words = value::plain(name.rsplit('/').next().unwrap_or(name));
        if self.is_closed || is_day || self.articles.contains(&wanted) || words.is_empty() {
            return None;
        }
        let id = target.slug("entities", &words, "entity", ".toml");
        target.write(&format!("entities/{id}.toml"), "");
        self.ids.insert(wanted, id.clone());
        self.named.push((id.clone(), words));
        Some(id)
    }
}
