//! Entities by their names, for forms of these that the texts have and no alias names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::compile::normal;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::site::{Entity, Site};
use crate::suggest::group::{Group, words};
use crate::suggest::inflection::fold;
use crate::suggest::language::{Language, List};

/// The folded words of a name, and whose it is.
type FoldedName = (Vec<String>, Id<Entity>);

/// Names and aliases of all entities.
pub(crate) struct KnownNames {
    /// As they are linked.
    linked: BTreeSet<String>,
    /// Folded words of each name by the first letters of the first.
    by_beginning: HashMap<String, Vec<FoldedName>>,
    /// Persons by the last words of their names.
    surnames: BTreeMap<String, BTreeSet<Id<Entity>>>,
}

/// Letters by which names are looked up.
const BEGINNING: usize = 2;

impl KnownNames {
    pub(crate) fn of(site: &Site) -> Self {
        let mut known = Self {
            linked: BTreeSet::new(),
            by_beginning: HashMap::new(),
            surnames: BTreeMap::new(),
        };
        for (id, entity) in site.entities.iter() {
            let names = entity.names.iter().map(|name| &name.text);
            for name in names.chain(&entity.aliases) {
                known.linked.insert(normal::normal(name));
                let folded: Vec<_> = name.split_whitespace().map(fold).collect();
                if folded.len() > 1 && entity.kind.like() == Kind::Person {
                    let last = folded.last().cloned().unwrap_or_default();
                    known.surnames.entry(last).or_default().insert(id);
                }
                let key = beginning(folded.first().map_or("", String::as_str));
                known
                    .by_beginning
                    .entry(key)
                    .or_default()
                    .push((folded, id));
            }
        }
        known
    }

    /// Whether words are linked by themselves already.
    pub(crate) fn are_linked(&self, words: &str) -> bool {
        self.linked.contains(&normal::normal(words))
    }

    /// The entities that a name is a form of.
    pub(crate) fn meant(&self, group: &Group, language: &Language) -> BTreeSet<Id<Entity>> {
        let mut meant = BTreeSet::new();
        for form in group.forms.keys() {
            let folded: Vec<_> = words(form).map(fold).collect();
            let key = beginning(folded.first().map_or("", String::as_str));
            for (name, id) in self.by_beginning.get(&key).into_iter().flatten() {
                let is_form = name.len() == folded.len()
                    && name
                        .iter()
                        .zip(&folded)
                        .all(|(a, b)| language.inflection.joins(a, b));
                if is_form {
                    meant.insert(*id);
                }
            }
            if let (true, [only]) = (meant.is_empty(), &folded[..]) {
                let owners = self.surnames.get(only).into_iter().flatten();
                let is_cue =
                    language.is(List::Place, form) || language.is(List::Organisation, form);
                meant.extend(owners.copied().filter(|_| !is_cue));
            }
        }
        meant
    }
}

fn beginning(word: &str) -> String {
    word.chars().take(BEGINNING).collect()
}
