//! Where an entity is named by its id, with what is to be typed there once it is another one's.

use std::sync::{Mutex, PoisonError};

use crate::compile::change::Change;
use crate::compile::entity_names::EntityPlace;

/// The places at which an entity that becomes another one is named by its id.
pub(crate) struct Uses {
    pub(crate) gone: String,
    pub(crate) kept: String,
    /// What `[[gone]]` shows, unless `[[kept]]` shows the same.
    pub(crate) shown: Option<String>,
    found: Mutex<Vec<Change>>,
}

impl Uses {
    pub(crate) fn new(gone: &str, kept: &str, shown: Option<&str>) -> Self {
        Self {
            gone: gone.to_owned(),
            kept: kept.to_owned(),
            shown: shown.map(str::to_owned),
            found: Mutex::default(),
        }
    }

    /// Notes a place where an id is written.
    pub(crate) fn note(&self, slug: &str, place: &EntityPlace<'_>) {
        if slug != self.gone {
            return;
        }
        let change = match &self.shown {
            Some(shown) if place.bare => (place.change)(&format!("{}|{shown}", self.kept)),
            _ => (place.change)(&self.kept),
        };
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.push(change);
    }

    /// All that were found.
    pub(crate) fn into_changes(self) -> Vec<Change> {
        let found = self.found.into_inner();
        found.unwrap_or_else(PoisonError::into_inner)
    }
}
