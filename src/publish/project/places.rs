//! The map of what a page's notes place on earth.

use crate::model::id::Id;
use crate::model::site::Entity;
use crate::publish::map::{Map, NamedPlace};
use crate::publish::project::projector::Projector;

/// The map of those entities that have a place, in their order; none if none has.
pub(super) fn map(projector: &Projector, entities: &[Id<Entity>]) -> Option<Map> {
    let named_place = |&id: &Id<Entity>| {
        let entity = &projector.site.entities[id];
        let names = entity.names.iter().map(|name| name.text.as_str());
        let aliases = entity.aliases.iter().map(String::as_str);
        Some(NamedPlace {
            entity: &entity.slug,
            names: names.chain(aliases).collect(),
            place: entity.place?,
        })
    };
    let named_places: Vec<NamedPlace> = entities.iter().filter_map(named_place).collect();
    projector.index.drawings.map(&named_places).as_ref().clone()
}
