//! Whom names in the text mean: those that they refer to, those of the folder, else new ones.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use crate::import::entities::{Entities, EntityRecord, kind_of, number};
use crate::import::target::Target;
use crate::import::tei::listed::Listed;
use crate::import::tei::node::words;
use crate::import::work::tidy;

/// The names of a file.
pub(super) struct Names {
    listed: BTreeMap<String, Listed>,
    entities: Entities,
    /// What references came to: the id, or nothing where that is open.
    referred: BTreeMap<String, Option<String>>,
    /// The same of kinds and names, with what they referred to.
    named: BTreeMap<(String, String), (Option<String>, Option<String>)>,
    new: Vec<(String, EntityRecord, String)>,
    reserved: BTreeSet<String>,
}

impl Names {
    pub(super) fn of(listed: BTreeMap<String, Listed>, entities: Entities) -> Self {
        Self {
            listed,
            entities,
            referred: BTreeMap::new(),
            named: BTreeMap::new(),
            new: Vec::new(),
            reserved: BTreeSet::new(),
        }
    }

    /// The id of the entity that a name means.
    pub(super) fn meant(&mut self, node: Node<'_, '_>, target: &Target<'_>) -> Option<String> {
        let name = tidy(&words(node));
        if name.is_empty() {
            return None;
        }
        let kind = match node.tag_name().name() {
            "persName" => "person",
            "placeName" | "geogName" | "settlement" | "country" | "region" => "place",
            "orgName" => "organisation",
            _ => node.attribute("type").unwrap_or_default(),
        };
        let kind = kind_of(kind, &[])?;
        let references = ["ref", "key", "corresp", "sameAs"]
            .into_iter()
            .filter_map(|name| node.attribute(name));
        let references: Vec<_> = references
            .flat_map(str::split_whitespace)
            .map(str::to_owned)
            .collect();
        let reference = references.first().cloned();
        let own = (kind.clone(), name.to_lowercase());
        if let Some(met) = self.met(reference.as_deref(), &own) {
            return met;
        }
        let line = node.document().text_pos_at(node.range().start).row;
        let record = EntityRecord {
            kind,
            names: vec![(name.clone(), None)],
            ..EntityRecord::default()
        };
        let id = self.resolve(&references, record, &format!("line {line}"), target);
        if let Some(reference) = &reference {
            self.referred.insert(reference.clone(), id.clone());
        }
        self.named.entry(own).or_insert((reference, id.clone()));
        id
    }

    /// What a reference, or a name, came to before. A name that refers to nothing means whom it meant elsewhere; one that
    /// refers to something is another if it referred to something else.
    fn met(&mut self, reference: Option<&str>, own: &(String, String)) -> Option<Option<String>> {
        if let Some(id) = reference.and_then(|reference| self.referred.get(reference)) {
            return Some(id.clone());
        }
        let (other, id) = self.named.get_mut(own)?;
        let id = id.clone();
        let Some(reference) = reference else {
            return Some(id);
        };
        if other.is_some() || reference.starts_with('#') || number(reference).is_some() {
            return None;
        }
        *other = Some(reference.to_owned());
        self.referred.insert(reference.to_owned(), id.clone());
        Some(id)
    }

    fn resolve(
        &mut self,
        references: &[String],
        mut record: EntityRecord,
        place: &str,
        target: &Target<'_>,
    ) -> Option<String> {
        let mut place = place.to_owned();
        for reference in references {
            let id = reference.strip_prefix('#').unwrap_or(reference);
            if let Some(listed) = self.listed.get(id) {
                record = listed.record.clone();
                place = format!("line {}", listed.line);
                break;
            }
            if self.entities.holds(id) {
                return Some(id.to_owned());
            }
            match number(reference) {
                Some((scheme, value)) => {
                    if let Some(known) = self.entities.numbered(scheme, &value) {
                        return Some(known);
                    }
                    record.identifiers.push((scheme.to_owned(), value));
                }
                None if reference.contains("://") => record
                    .hints
                    .push(format!("in the text: {}", tidy(reference))),
                None => {}
            }
        }
        match self.entities.same(&record) {
            Ok(Some(known)) => return Some(known),
            Ok(None) => {}
            Err(_) => return None,
        }
        let name = record.names.first().map_or("", |(name, _)| name);
        let first = target.slug("entities", name, "entity", ".toml");
        let mut id = first.clone();
        let mut number = 2_u64;
        while !self.reserved.insert(id.clone()) {
            id = target.slug("entities", &format!("{first} {number}"), "entity", ".toml");
            number += 1;
        }
        record.id = id.clone();
        self.new.push((id.clone(), record, place));
        Some(id)
    }

    /// Those that the text names and the folder has not, with their place in the file.
    pub(super) fn take_new(&mut self) -> Vec<(String, EntityRecord, String)> {
        std::mem::take(&mut self.new)
    }

    /// All that are listed, with their place in the file.
    pub(super) fn take_listed(&mut self) -> Vec<(EntityRecord, String)> {
        let listed = std::mem::take(&mut self.listed);
        listed
            .into_values()
            .map(|listed| (listed.record, format!("line {}", listed.line)))
            .collect()
    }
}
