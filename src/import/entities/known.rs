//! The entities of a folder by what they are known by.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{DocumentMut, Item};

use crate::compile::identifiers;
use crate::compile::names::is_common;
use crate::compile::normal::normal;
use crate::compile::slug::slug_of;
use crate::import::entities::record::EntityRecord;
use crate::import::target::Target;
use crate::import::toml_file;

/// The entities of a folder.
pub(crate) struct KnownEntities {
    /// By id.
    entities: BTreeMap<String, KnownEntity>,
    /// By name or alias, in the form in which these are compared.
    names: BTreeMap<String, BTreeSet<String>>,
    /// By scheme and number.
    numbers: BTreeMap<(String, String), String>,
    /// Those that this import brought.
    fresh: BTreeSet<String>,
    /// The site's language.
    language: String,
    /// The site's own kinds.
    pub(crate) kinds: Vec<String>,
    /// The site's own schemes of identifiers.
    pub(crate) schemes: Vec<String>,
}

struct KnownEntity {
    name: String,
    kind: String,
    private: bool,
}

impl KnownEntities {
    pub(crate) fn of(target: &Target<'_>) -> Self {
        let site = toml_file::document("site.toml", target).unwrap_or_default();
        let keys = |table: &str| {
            let table = site.get(table).and_then(Item::as_table_like);
            let keys = table.into_iter().flat_map(|table| table.iter());
            keys.map(|(key, _)| key.to_owned()).collect()
        };
        let mut known = Self {
            entities: BTreeMap::new(),
            names: BTreeMap::new(),
            numbers: BTreeMap::new(),
            fresh: BTreeSet::new(),
            language: target.language().unwrap_or("en").to_owned(),
            kinds: keys("kinds"),
            schemes: keys("identifiers"),
        };
        for id in target.slugs("entities", ".toml") {
            let path = format!("entities/{id}.toml");
            if let Ok(document) = toml_file::document(&path, target) {
                known.enter(&id, &written(&document));
            }
        }
        known
    }

    /// Enters an entity that was not there before.
    pub(crate) fn enter_new(&mut self, id: &str, record: &EntityRecord) {
        self.fresh.insert(id.to_owned());
        self.enter(id, record);
    }

    /// Whether a text that has this name leaves open what it means: others have it, or it is among the commonest words.
    pub(crate) fn is_open(&self, name: &str, language: Option<&str>, id: Option<&str>) -> bool {
        let owners = self.names.get(&normal(name));
        let mut owners = owners.into_iter().flatten();
        owners.any(|owner| Some(&**owner) != id)
            || is_common(name, [language.unwrap_or(&self.language), &self.language])
    }

    /// Enters what is known of an entity.
    pub(crate) fn enter(&mut self, id: &str, record: &EntityRecord) {
        let names = record.names.iter().map(|(name, _)| name);
        for name in names.chain(&record.aliases) {
            let name = normal(name);
            self.names.entry(name).or_default().insert(id.to_owned());
        }
        for number in &record.identifiers {
            self.numbers.insert(number.clone(), id.to_owned());
        }
        self.entities
            .entry(id.to_owned())
            .or_insert_with(|| KnownEntity {
                name: record
                    .names
                    .first()
                    .map(|(name, _)| name.clone())
                    .unwrap_or_default(),
                kind: record.kind.clone(),
                private: record.private,
            });
    }

    pub(crate) fn first_names(&self) -> BTreeMap<String, String> {
        let names = self
            .entities
            .iter()
            .map(|(id, entity)| (id.clone(), entity.name.clone()));
        names.collect()
    }

    pub(crate) fn holds(&self, id: &str) -> bool {
        self.entities.contains_key(id)
    }

    pub(crate) fn is_private(&self, id: &str) -> bool {
        self.entities.get(id).is_some_and(|entity| entity.private)
    }

    /// The one that has this number.
    pub(crate) fn numbered(&self, scheme: &str, number: &str) -> Option<String> {
        self.numbers
            .get(&(scheme.to_owned(), number.to_owned()))
            .cloned()
    }

    /// The one that these words mean.
    ///
    /// # Errors
    /// If it is none or several.
    pub(crate) fn find(&self, words: &str) -> Result<String, String> {
        let words = words.trim();
        if self.holds(words) {
            return Ok(words.to_owned());
        }
        if let Some(id) = self.numbers.get(&("wikidata".to_owned(), words.to_owned())) {
            return Ok(id.clone());
        }
        let named = self.names.get(&normal(words));
        let named: Vec<_> = named.into_iter().flatten().collect();
        match named[..] {
            [id] => Ok(id.clone()),
            [] => Err(format!("no entity is called `{words}`")),
            _ => {
                let ids: Vec<_> = named.iter().map(|id| format!("`{id}`")).collect();
                Err(format!("`{words}` may mean {}", ids.join(" or ")))
            }
        }
    }

    /// The one that a record is about, if it is there.
    ///
    /// # Errors
    /// If it may be one of several.
    pub(crate) fn same(&self, record: &EntityRecord) -> Result<Option<String>, String> {
        let called = [record.id.clone(), slug_of(&record.id)];
        if let Some(id) = called.into_iter().find(|id| self.holds(id)) {
            return Ok(Some(id));
        }
        let mut numbers = record.identifiers.iter();
        if let Some(id) = numbers.find_map(|number| self.numbers.get(number)) {
            return Ok(Some(id.clone()));
        }
        let Some((name, _)) = record.names.first() else {
            return Ok(None);
        };
        let kind = kind_of(&record.kind, &self.kinds);
        let fits = |id: &&String| {
            let entity = &self.entities[*id];
            let same_kind = kind.as_ref().is_none_or(|kind| *kind == entity.kind);
            // Others by number are others.
            let is_other = record.identifiers.iter().any(|(scheme, value)| {
                let mut own = self.numbers.iter().filter(|(_, owner)| owner == id);
                own.any(|((own, number), _)| own == scheme && number != value)
            });
            // Rows with ids of their own are others, whatever they are called.
            let is_own = !record.id.is_empty() && self.fresh.contains(*id);
            same_kind && !is_other && !is_own
        };
        let named = self.names.get(&normal(name)).into_iter().flatten();
        let named: Vec<_> = named.filter(fits).collect();
        match named[..] {
            [] => Ok(None),
            [id] => Ok(Some(id.clone())),
            _ => {
                let ids: Vec<_> = named.iter().map(|id| format!("`{id}`")).collect();
                Err(format!("`{name}` may be {}", ids.join(" or ")))
            }
        }
    }

    /// An identifier as entities have it, if it is one; of an address the number in it.
    pub(crate) fn identifier(&self, scheme: &str, value: &str) -> Option<String> {
        if self.schemes.iter().any(|own| own == scheme) {
            return Some(value.to_owned());
        }
        identifiers::tidied(scheme, value)
    }

    /// The kinds that there are, for messages.
    pub(crate) fn kinds_listed(&self) -> String {
        let common = [
            "person",
            "people",
            "place",
            "organisation",
            "event",
            "law",
            "policy",
            "concept",
        ];
        let own = self.kinds.iter().map(|kind| &**kind);
        common.into_iter().chain(own).collect::<Vec<_>>().join(", ")
    }
}

/// What of an entity's file tells who it is.
fn written(document: &DocumentMut) -> EntityRecord {
    let text = |item: &Item, key: &str| item.get(key).and_then(Item::as_str).map(str::to_owned);
    let root = document.as_item();
    let names = document.get("names").and_then(Item::as_array);
    let names = names.into_iter().flatten().filter_map(|name| {
        let name = name.as_inline_table()?;
        let text = name.get("text")?.as_str()?.to_owned();
        let language = name
            .get("lang")
            .and_then(|language| Some(language.as_str()?.to_owned()));
        Some((text, language))
    });
    let tables = document.get("names").and_then(Item::as_array_of_tables);
    let tables = tables
        .into_iter()
        .flatten()
        .filter_map(|name| Some((name.get("text")?.as_str()?.to_owned(), None)));
    let aliases = document.get("aliases").and_then(Item::as_array);
    let aliases = aliases
        .into_iter()
        .flatten()
        .filter_map(|alias| alias.as_str().map(str::to_owned));
    let numbers = document.get("identifiers").and_then(Item::as_table_like);
    let numbers = numbers.into_iter().flat_map(|table| table.iter());
    let numbers =
        numbers.filter_map(|(scheme, value)| Some((scheme.to_owned(), value.as_str()?.to_owned())));
    EntityRecord {
        kind: text(root, "kind").unwrap_or_default(),
        names: names.chain(tables).collect(),
        aliases: aliases.collect(),
        identifiers: numbers.collect(),
        private: document
            .get("private")
            .and_then(Item::as_bool)
            .unwrap_or(false),
        ..EntityRecord::default()
    }
}

/// A kind of entity by what people and programs call it; `own` are the site's.
pub(crate) fn kind_of(written: &str, own: &[String]) -> Option<String> {
    if own.iter().any(|kind| kind == written) {
        return Some(written.to_owned());
    }
    let letters = written.chars().filter(|c| c.is_alphanumeric());
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    let kind = match &*plain {
        "person" | "per" | "human" | "individual" | "persname" | "man" | "woman" | "character"
        | "q5" => "person",
        "people" | "norp" | "ethnicity" | "ethnicgroup" | "nation" | "nationality" => "people",
        "place" | "location" | "loc" | "gpe" | "city" | "town" | "village" | "country"
        | "region" | "river" | "settlement" | "fac" | "facility" | "placename" | "geogname"
        | "building" | "state" | "island" => "place",
        "organisation" | "organization" | "org" | "company" | "institution" | "party"
        | "agency" | "ngo" | "orgname" | "group" | "team" | "misc-org" => "organisation",
        "event" | "evt" => "event",
        "law" | "act" | "statute" | "treaty" => "law",
        "policy" | "programme" | "program" => "policy",
        "concept" | "term" | "topic" | "idea" | "product" | "workofart" | "work" | "language"
        | "object" => "concept",
        _ => return None,
    };
    Some(kind.to_owned())
}
