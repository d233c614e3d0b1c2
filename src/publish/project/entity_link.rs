//! What a list or a drawing names an entity by.

use crate::model::page::{EntityLink, Note};

/// A note's entity by its name.
pub(super) fn link(note: &Note) -> EntityLink {
    EntityLink {
        entity: note.entity.clone(),
        kind: note.kind,
        name: note.name.text.clone(),
        language: Some(note.name.language.clone()),
    }
}
