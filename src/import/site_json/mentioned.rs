//! Whom an article mentions once its file is compiled, against whom it mentioned before.

use std::collections::BTreeSet;

use crate::compile::normal::normal;
use crate::model::site::{Linking, Site};
use crate::model::site_json::{ArticleJson, FoundJson, MentionJson};

/// The mentions of an article.
pub(super) struct Mentioned(Vec<MentionNow>);

struct MentionNow {
    entity: String,
    block: u32,
    words: String,
    linking: Linking,
}

impl Mentioned {
    /// Those of an article in a compiled site.
    pub(super) fn of(article: &ArticleJson, site: &Site) -> Self {
        let compiled = site.articles.iter().map(|(_, compiled)| compiled);
        let mut compiled = compiled.filter(|compiled| compiled.slug == article.id);
        let mentions = compiled
            .next()
            .into_iter()
            .flat_map(|compiled| compiled.mentions.iter());
        let mentions = mentions.map(|(_, mention)| MentionNow {
            entity: site.entities[mention.entity].slug.clone(),
            block: mention.block,
            words: mention.words.clone(),
            linking: mention.linking,
        });
        Self(mentions.collect())
    }

    /// Whether the same words mean the same.
    pub(super) fn is_same(&self, article: &ArticleJson) -> bool {
        let now = self
            .0
            .iter()
            .map(|one| (&*one.entity, one.block, &*one.words));
        let before = article.mentions.iter();
        now.eq(before.map(|one| (&*one.entity, one.block, &*one.words)))
    }

    /// Names that are linked now and were nowhere before.
    pub(super) fn new_names(&self, article: &ArticleJson) -> impl Iterator<Item = String> {
        let before = names(article);
        let found = self
            .0
            .iter()
            .filter(|one| one.linking == Linking::Automatic);
        let new = found.filter(move |one| !before.contains(&normal(&one.words)));
        new.map(|one| one.words.clone())
    }
}

/// The names that are linked in an article, in the form in which they are looked for.
pub(super) fn names(article: &ArticleJson) -> BTreeSet<String> {
    let is_name = |one: &&MentionJson| one.found == FoundJson::Name;
    let names = article.mentions.iter().filter(is_name);
    names.map(|one| normal(&one.words)).collect()
}
