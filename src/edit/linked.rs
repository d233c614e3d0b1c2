//! Whom words mean already.

use crate::model::editing::LinkedTo;
use crate::model::id::Id;
use crate::model::site::{Entity, Site};

/// An entity as an editor names it.
pub(super) fn linked(site: &Site, entity: Id<Entity>) -> LinkedTo {
    let entity = &site.entities[entity];
    let name = entity.names.first().map(|name| name.text.clone());
    LinkedTo {
        name: name.unwrap_or_else(|| entity.slug.clone()),
        entity: entity.slug.clone(),
    }
}
