//! What a site's parts are called.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::normal::normal;
use crate::model::site_json::SiteJson;

/// The names of what a site holds, by which its parts refer to each other.
pub(super) struct Known<'s> {
    pub(super) articles: BTreeSet<&'s str>,
    pub(super) entities: BTreeSet<&'s str>,
    pub(super) sources: BTreeSet<&'s str>,
    /// Names and aliases, in the form in which they are looked for, each with those that have it.
    owners: BTreeMap<String, BTreeSet<&'s str>>,
    pub(super) language: &'s str,
}

impl<'s> Known<'s> {
    pub(super) fn of(site: &'s SiteJson) -> Self {
        let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for entity in &site.entities {
            let names = entity.names.iter().map(|name| &name.text);
            for name in names.chain(&entity.aliases) {
                owners.entry(normal(name)).or_default().insert(&entity.id);
            }
        }
        Self {
            articles: site.articles.iter().map(|one| &*one.id).collect(),
            entities: site.entities.iter().map(|one| &*one.id).collect(),
            sources: site.sources.iter().map(|one| &*one.id).collect(),
            owners,
            language: &site.language,
        }
    }

    /// Whether words mean this entity wherever they stand.
    pub(super) fn is_name_of(&self, entity: &str, words: &str) -> bool {
        let owners = self.owners.get(&normal(words));
        owners.is_some_and(|owners| owners.len() == 1 && owners.contains(entity))
    }

    /// Names that several entities have.
    pub(super) fn shared(&self) -> impl Iterator<Item = &str> {
        let shared = self.owners.iter().filter(|(_, owners)| owners.len() > 1);
        shared.map(|(name, _)| &**name)
    }
}
