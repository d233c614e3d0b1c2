//! Forms of an entity's names that nothing links: an author may take them as aliases.

use std::collections::BTreeSet;

use crate::model::id::Id;
use crate::model::site::{Entity, Site};
use crate::suggest::candidate::Quotation;
use crate::suggest::group::Group;
use crate::suggest::known::KnownNames;
use crate::suggest::occurrence::Occurrence;
use crate::suggest::texts::Texts;

/// Words of the articles that are near to a name of an entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NearForm {
    /// Slugs of those that may be meant; mostly one.
    pub entities: Vec<String>,
    pub words: String,
    /// In the order of the articles.
    pub occurrences: Vec<Occurrence>,
    /// The first sentence with it; never empty.
    pub sentences: Vec<Quotation>,
}

/// The forms of a group that are no aliases yet.
pub(crate) fn of<'g>(
    group: &'g Group,
    meant: &BTreeSet<Id<Entity>>,
    site: &Site,
    known: &'g KnownNames,
    texts: &'g Texts<'g>,
) -> impl Iterator<Item = NearForm> + 'g {
    let entities: Vec<_> = meant
        .iter()
        .map(|id| site.entities[*id].slug.clone())
        .collect();
    let words = group
        .mentioned
        .keys()
        .filter(|words| !known.are_linked(words));
    words.filter_map(move |words| {
        let all = group
            .occurrences
            .iter()
            .filter(|one| texts.words(one) == Some(words));
        let occurrences: Vec<_> = all.cloned().collect();
        occurrences.first()?;
        Some(NearForm {
            entities: entities.clone(),
            words: words.clone(),
            sentences: texts.sentences(&occurrences, 1),
            occurrences,
        })
    })
}
