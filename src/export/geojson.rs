//! Places as points on a map, [RFC 7946](https://www.rfc-editor.org/rfc/rfc7946).

use serde_json::{Map, Value, json};

use crate::export::public::{Public, name};
use crate::model::site::{Entity, Place};

/// A collection of all that have a place, in the order of their ids.
pub(super) fn places(public: &Public) -> String {
    let placed = public.entities().filter_map(|(_, entity)| {
        let place = entity.place.as_ref()?;
        Some(feature(public, entity, place))
    });
    let collection = json!({ "type": "FeatureCollection", "features": placed.collect::<Vec<_>>() });
    format!("{collection:#}\n")
}

/// What is not known stays away; an extent is in kilometers.
fn feature(public: &Public, entity: &Entity, place: &Place) -> Value {
    let mut properties = Map::new();
    properties.insert("name".to_owned(), name(entity).into());
    properties.insert("kind".to_owned(), public.kind(entity.kind).into());
    if let Some(words) = public.words(&entity.description) {
        properties.insert("description".to_owned(), words.into());
    }
    let summary = public.summary(entity);
    if !summary.is_empty() {
        properties.insert("summary".to_owned(), summary.into());
    }
    properties.insert("approximate".to_owned(), place.approximate.into());
    if let Some(extent) = place.extent {
        properties.insert("extent_km".to_owned(), extent.into());
    }
    let same: Vec<_> = entity.identifiers.iter().flat_map(|one| &one.url).collect();
    if !same.is_empty() {
        properties.insert("same_as".to_owned(), json!(same));
    }
    json!({
        "type": "Feature",
        "id": entity.slug,
        "geometry": { "type": "Point", "coordinates": [place.longitude, place.latitude] },
        "properties": properties,
    })
}
