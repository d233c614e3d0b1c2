//! Entities and their relations into `entities/`: new ones as files of their own, others by what they do not say yet.

mod facts;
mod file;
mod known;
mod number;
mod prose;
mod record;

use std::collections::BTreeMap;

use crate::import::cited::{Citable, rests_on_articles};
use crate::import::entities::known::KnownEntities;
use crate::import::entities::prose::prose;
use crate::import::faults::Fault;
use crate::import::target::Target;
use crate::import::value;

pub(crate) use crate::import::entities::file::{new as entity_file, relation as relation_table};
pub(crate) use crate::import::entities::known::kind_of;
pub(crate) use crate::import::entities::number::number;
pub(crate) use crate::import::entities::record::{
    EntityRecord, FactRecord, PlaceRecord, RelationRecord, WrittenFact,
};

/// The entities of a folder, and what they can rest on.
pub(crate) struct Entities {
    known: KnownEntities,
    citable: Citable,
    /// How many statements this import brought to each.
    counts: BTreeMap<String, usize>,
}

/// Statements about one entity that an import brings: each is compared with all that are there.
const MOST: usize = 500;

impl Entities {
    /// Those of a folder, for an import of `file`.
    pub(crate) fn of(target: &Target<'_>, file: &str) -> Self {
        Self {
            known: KnownEntities::of(target),
            citable: Citable::of(target, file),
            counts: BTreeMap::new(),
        }
    }

    /// Whether the site knows identifiers of this name.
    pub(crate) fn is_scheme(&self, name: &str) -> bool {
        self.known.schemes.contains(&name.to_lowercase())
    }

    /// The id of the one that this id, number or name means.
    pub(crate) fn find(&self, words: &str) -> Result<String, String> {
        self.known.find(words)
    }

    /// Words as inline Markdown, in which `[[id|words]]` may link entities.
    pub(crate) fn prose(&self, words: &str) -> String {
        prose(words, &self.known)
    }

    /// The first names of all entities, by id.
    pub(crate) fn first_names(&self) -> BTreeMap<String, String> {
        self.known.first_names()
    }

    /// Whether there is an entity of this id.
    pub(crate) fn holds(&self, id: &str) -> bool {
        self.known.holds(id)
    }

    /// Whether the site has a kind of its own of this name.
    pub(crate) fn is_kind(&self, name: &str) -> bool {
        self.known.kinds.iter().any(|kind| kind == name)
    }

    /// The one that a record is about, if it is there.
    pub(crate) fn same(&self, record: &EntityRecord) -> Result<Option<String>, String> {
        self.known.same(record)
    }

    /// The one that has this number.
    pub(crate) fn numbered(&self, scheme: &str, number: &str) -> Option<String> {
        self.known.numbered(scheme, number)
    }

    /// What statements can rest on.
    pub(crate) fn citable(&mut self) -> &mut Citable {
        &mut self.citable
    }

    /// Whether a statement about this one may rest on articles alone.
    pub(crate) fn is_private(&self, id: &str) -> bool {
        self.known.is_private(id)
    }

    /// Adds an entity, or what it says that its file does not; returns its id.
    pub(crate) fn add(
        &mut self,
        record: EntityRecord,
        place: &str,
        target: &mut Target<'_>,
        faults: &mut Vec<Fault>,
    ) -> Option<String> {
        let record = self.tidied(record, place, faults);
        let name = record.names.first().map_or("", |(name, _)| name).to_owned();
        if name.is_empty() {
            let what = "the entity has no name that a text could have";
            faults.push(Fault::of(place, what, "give it a name of letters"));
            return None;
        }
        let met = match self.known.same(&record) {
            Ok(met) => met,
            Err(why) => {
                faults.push(Fault::of(place, why, "give the row an `id`"));
                return None;
            }
        };
        if let Some(id) = met {
            if self.is_full(&id, place, faults) {
                return Some(id);
            }
            let record = self.fitted(record, Some(&id), place, faults);
            let facts = facts::facts(
                &record,
                &self.known,
                &mut self.citable,
                place,
                target,
                faults,
            );
            file::complete(&id, &record, &facts, place, target, faults);
            self.known.enter(&id, &record);
            return Some(id);
        }
        let Some(kind) = kind_of(&record.kind, &self.known.kinds) else {
            let what = match &*record.kind {
                "" => format!("nothing says what `{name}` is"),
                kind => format!("`{kind}`, as `{name}` is, is no kind of entity"),
            };
            let list = self.known.kinds_listed();
            faults.push(Fault::of(
                place,
                what,
                format!("say in a column `kind` which it is: {list}"),
            ));
            return None;
        };
        let mut record = self.fitted(record, None, place, faults);
        record.kind = kind;
        let mut facts = facts::facts(
            &record,
            &self.known,
            &mut self.citable,
            place,
            target,
            faults,
        );
        if facts.is_empty() {
            match facts::first_fact(&record, &self.known, &mut self.citable, target) {
                Ok(fact) => facts.push(fact),
                Err(why) => {
                    faults.push(Fault::of(
                        place,
                        format!("`{name}`: {why}"),
                        "add columns `fact` and `source`, or name it in an article first",
                    ));
                    return None;
                }
            }
        }
        let words = if record.id.is_empty() {
            &name
        } else {
            &record.id
        };
        let id = target.slug("entities", words, "entity", ".toml");
        let text = file::new(&record, &facts);
        target.write(&format!("entities/{id}.toml"), text);
        if record.unlinked {
            let note = format!(
                "names of `{id}` have other meanings too, so they are linked only where an article says so: `[[{id}|words]]`"
            );
            target.note(note);
        }
        self.known.enter_new(&id, &record);
        Some(id)
    }

    /// The record in the words and numbers that entities have.
    fn tidied(
        &self,
        mut record: EntityRecord,
        place: &str,
        faults: &mut Vec<Fault>,
    ) -> EntityRecord {
        record.summary = prose(&record.summary, &self.known);
        record.description = value::plain(&record.description);
        for (name, _) in &mut record.names {
            *name = value::plain(name);
        }
        record.names.retain(|(name, _)| !name.is_empty());
        for alias in &mut record.aliases {
            *alias = value::plain(alias);
        }
        record.aliases.retain(|alias| !alias.is_empty());
        record.identifiers.retain_mut(|(scheme, value)| {
            let read = self.known.identifier(scheme, value);
            match read {
                Some(read) => *value = read,
                None => {
                    let what = format!("`{value}` is no number of `{scheme}`");
                    faults.push(Fault::of(place, what, "look it up where it is from"));
                    return false;
                }
            }
            true
        });
        record
    }

    /// The record without what this entity may not have, a new one if there is no id.
    fn fitted(
        &self,
        mut record: EntityRecord,
        id: Option<&str>,
        place: &str,
        faults: &mut Vec<Fault>,
    ) -> EntityRecord {
        record.private = id.map_or(record.private, |id| self.known.is_private(id));
        if record.private {
            if record.place.is_some() || !record.identifiers.is_empty() {
                let what = "a private person has no place and no identifiers here";
                faults.push(Fault::of(place, what, ""));
            }
            record.place = None;
            record.identifiers.clear();
        }
        let mut told = |name: &str| {
            let what =
                format!("`{name}` as an alias: texts that have it would leave open what it means");
            let cure = "where it is meant write `[[id|words]]`";
            faults.push(Fault::of(place, what, cure));
        };
        record.aliases.retain(|alias| {
            let is_open = self.known.is_open(alias, None, id);
            if is_open {
                told(alias);
            }
            !is_open
        });
        let is_open = |(name, language): &(String, Option<String>)| {
            self.known.is_open(name, language.as_deref(), id)
        };
        if id.is_none() {
            record.unlinked = record.names.iter().any(is_open);
        } else {
            record.names.retain(|name| !is_open(name));
        }
        record
    }

    /// Whether more is said of an entity than one file of it should hold; told once.
    fn is_full(&mut self, id: &str, place: &str, faults: &mut Vec<Fault>) -> bool {
        let count = self.counts.entry(id.to_owned()).or_default();
        *count += 1;
        if *count == MOST + 1 {
            let what =
                format!("more than {MOST} statements about `{id}`, of which no more are taken");
            faults.push(Fault::of(place, what, "import the rest by itself"));
        }
        *count > MOST
    }

    /// Adds a relation to the file of its subject.
    pub(crate) fn relate(
        &mut self,
        mut relation: RelationRecord,
        place: &str,
        target: &mut Target<'_>,
        faults: &mut Vec<Fault>,
    ) {
        for words in [
            &mut relation.predicate,
            &mut relation.inverse,
            &mut relation.claim,
        ] {
            *words = value::plain(words);
        }
        if relation.predicate.is_empty() {
            let what = "the relation has no words";
            return faults.push(Fault::of(place, what, "write them in letters"));
        }
        let cure = "import the entities first, or write an id or name that one of them has";
        let ends = [&relation.subject, &relation.object].map(|end| self.known.find(end));
        let [Ok(subject), Ok(object)] = &ends else {
            let whys = ends.into_iter().filter_map(Result::err);
            faults.extend(whys.map(|why| Fault::of(place, why, cure)));
            return;
        };
        let private = self.is_private(subject) || self.is_private(object);
        let source = match self.citable.sources(&relation.sources, target) {
            Ok(Some(source)) => source,
            Ok(None) if private => String::new(),
            Ok(None) => match self.citable.own(target) {
                Ok(own) => own,
                Err(why) => return faults.push(Fault::of(place, why, "")),
            },
            Err(why) => return faults.push(Fault::of(place, why, "write a key of `sources.toml`, a block of an article (`bridge#p2`) or a web address")),
        };
        if private && !rests_on_articles(&source) {
            let what = "a relation of a private person must rest on an article";
            return faults.push(Fault::of(
                place,
                what,
                "write the block of an article as its source: `bridge#p2`",
            ));
        }
        if self.is_full(subject, place, faults) {
            return;
        }
        file::relate(subject, object, &relation, &source, target, place, faults);
    }
}
