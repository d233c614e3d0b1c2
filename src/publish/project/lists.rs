//! The lists at the end of a page: what its notes tell, row by row.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::page::{
    EntityLink, EntityList, EntityRow, Frame, MapLayout, Note, NoteRelation, PlaceList, PlaceRow,
    RelationEnd, RelationList, RelationRow,
};
use crate::publish::drawings::Drawings;
use crate::publish::project::entity_link::link;
use crate::publish::project::relations::graph;

/// Every entity with a note, in the order of the notes and in two others.
pub(super) fn entities(notes: &[Rc<Note>], frame: &Frame) -> EntityList {
    let name = |row: &u32| {
        let name = &notes[*row as usize].name.text;
        // As a reader looks it up: without regard to case and to quotation marks and the like before it.
        name.trim_start_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase()
    };
    let mut by_name: Vec<u32> = (0..notes.len() as u32).collect();
    let mut by_count = by_name.clone();
    by_name.sort_by_cached_key(name);
    by_count.sort_by_key(|row| Reverse(notes[*row as usize].mentions.len()));
    let row = |note: &Rc<Note>| EntityRow {
        link: link(note),
        description: note.description.clone(),
        mentions: note.mentions.iter().map(|mention| mention.block).collect(),
    };
    EntityList {
        rows: notes.iter().map(row).collect(),
        by_name,
        by_count,
        blocks: frame.blocks,
        long: frame.long,
    }
}

/// The notes that have a place, whose pins stand in the same order.
pub(super) fn places(notes: &[Rc<Note>], layout: Option<MapLayout>) -> PlaceList {
    let row = |note: &Rc<Note>| {
        Some(PlaceRow {
            link: link(note),
            location: note.place.clone()?,
        })
    };
    PlaceList {
        layout,
        rows: notes.iter().filter_map(row).collect(),
    }
}

/// The notes' relations, each once: read from its subject.
pub(super) fn relations(notes: &[Rc<Note>], drawings: &Drawings) -> RelationList {
    let by_slug: BTreeMap<&str, &Note> = notes
        .iter()
        .map(|note| (note.entity.as_str(), &**note))
        .collect();
    let relations = notes.iter().flat_map(|note| {
        let own = note.relations.iter();
        own.filter(|relation| relation.is_subject)
            .map(move |relation| (note, relation))
    });
    let rows = relations.map(|(note, relation)| RelationRow {
        subject: link(note),
        predicate: relation.predicate.clone(),
        object: end(relation, &by_slug),
        date: relation.date.clone(),
        claim: relation.claim.clone(),
        citations: relation.citations.clone(),
    });
    RelationList {
        rows: rows.collect(),
        graph: graph(notes, drawings),
    }
}

fn end(relation: &NoteRelation, notes: &BTreeMap<&str, &Note>) -> RelationEnd {
    let Some(entity) = &relation.other else {
        return RelationEnd::Name(relation.other_name.clone());
    };
    RelationEnd::Entity(match notes.get(entity.as_str()) {
        // As in the list of entities, letter for letter.
        Some(note) if note.name.text == relation.other_name => link(note),
        _ => EntityLink {
            entity: entity.clone(),
            kind: relation.other_kind,
            name: relation.other_name.clone(),
            language: None,
        },
    })
}
