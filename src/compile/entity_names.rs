//! Entities by their names: `[[Maria Berg]]` where authors do not know the id, and what to type where no entity was meant.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::compile::change::Change;
use crate::compile::findings::Findings;
use crate::compile::normal::normal;
use crate::compile::picture::is_file_name;
use crate::compile::slug::{is_slug, slug_of};
use crate::compile::source_span::SourceSpan;
use crate::compile::suggestion;

/// Ids of entities by names and aliases, each in the form in which it is looked for.
#[derive(Default)]
pub(crate) struct EntityNames {
    owners: BTreeMap<String, BTreeSet<String>>,
    /// The ids that entities have, by those that they had.
    former: BTreeMap<String, String>,
    /// Ids by names in small letters that one entity has, once all are known.
    lower: OnceLock<BTreeMap<String, String>>,
    /// How many names of each file were compared with all others.
    compared: Mutex<BTreeMap<String, usize>>,
}

/// Names of a file that are compared with all others. A file's are met one after the other, whatever else is read meanwhile;
/// of thousands nobody meant one by one.
const COMPARED: usize = 100;

/// Where an author names an entity.
pub(crate) struct EntityPlace<'p> {
    pub(crate) span: &'p SourceSpan<'p>,
    /// `[[words]]` without an id: what is shown are these words.
    pub(crate) bare: bool,
    /// The change that puts something else there.
    pub(crate) change: &'p dyn Fn(&str) -> Change,
}

impl EntityNames {
    pub(crate) fn add(&mut self, name: &str, slug: &str) {
        let owners = self.owners.entry(normal(name)).or_default();
        owners.insert(slug.to_owned());
    }

    /// An entity had another id.
    pub(crate) fn rename(&mut self, former: String, slug: &str) {
        self.former.insert(former, slug.to_owned());
    }

    /// The only entity of that name.
    pub(crate) fn only(&self, name: &str) -> Option<&str> {
        let mut owners = self.owners.get(&normal(name))?.iter();
        let first = owners.next()?;
        owners.next().is_none().then_some(first)
    }

    /// Says that no entity is called that, and what to type.
    pub(crate) fn report<'s>(
        &self,
        name: &str,
        slugs: impl Iterator<Item = &'s str>,
        place: &EntityPlace<'_>,
        findings: &Findings,
    ) {
        let owners = self.owners.get(&normal(name));
        let shared: Vec<_> = owners.into_iter().flatten().collect();
        if !shared.is_empty() {
            let list = suggestion::list(shared.iter().map(|slug| slug.as_str()));
            let message = format!("`{name}` may mean {list}");
            let choices: Vec<_> = shared.iter().map(|slug| typed(slug, name, place)).collect();
            let help = suggestion::list(choices.iter().map(|(shown, _)| &**shown));
            let report = findings.error("unknown-entity", place.span, message);
            return report
                .change((place.change)(&choices[0].1))
                .help(format!("write {help}"));
        }
        // Of empty brackets it is said that they are empty.
        if name.is_empty() && place.bare {
            return;
        }
        let message = format!("no entity is called `{name}`");
        let report = findings.error("unknown-entity", place.span, message);
        let former = self.former.get(name).map(String::as_str);
        let may_guess = former.is_none() && self.may_compare(place.span.file);
        let near = || suggestion::nearest(name, slugs).or_else(|| self.nearest(name));
        let near = if may_guess { near() } else { None };
        if let Some(slug) = former.or(near) {
            let (shown, instead) = typed(slug, name, place);
            return report
                .change((place.change)(&instead))
                .help(format!("write `{shown}`"));
        }
        let slug = slug_of(name);
        report.help(if is_file_name(name) {
            "leave it out; a picture of an entity is its `image`".to_owned()
        } else if is_slug(name) {
            format!("write `entities/{name}.toml`, or name another entity")
        } else if slug.is_empty() {
            "write the name of a file in `entities/`, without `.toml`".to_owned()
        } else {
            let (shown, _) = typed(&slug, name, place);
            format!("write `{shown}`, and `entities/{slug}.toml`, or name another entity")
        });
    }

    /// Whether a name in a file is still compared with all others.
    fn may_compare(&self, file: &str) -> bool {
        let mut compared = self.compared.lock().unwrap_or_else(PoisonError::into_inner);
        let count = compared.entry(file.to_owned()).or_default();
        *count += 1;
        *count <= COMPARED
    }

    /// The entity with the name nearest to this one, whatever the letters' case.
    fn nearest(&self, name: &str) -> Option<&str> {
        let lower = self.lower.get_or_init(|| {
            let only = self.owners.iter().filter(|(_, owners)| owners.len() == 1);
            let lower = only
                .filter_map(|(name, owners)| Some((name.to_lowercase(), owners.first()?.clone())));
            lower.collect()
        });
        let meant = suggestion::nearest(&normal(name), lower.keys().map(String::as_str))?;
        lower.get(meant).map(|slug| slug.as_str())
    }
}

/// An id as it is typed at a place: shown in the help, and put there by a change.
fn typed(slug: &str, name: &str, place: &EntityPlace<'_>) -> (String, String) {
    if place.bare && !is_slug(name) {
        (format!("[[{slug}|{name}]]"), format!("{slug}|{name}"))
    } else {
        (slug.to_owned(), slug.to_owned())
    }
}
