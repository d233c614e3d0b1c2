//! What of a page rides in its data island (`model::island`).

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Serialize;

use crate::model::island::{ALIASES, ATLAS, CATALOGUE, FORMAT, FRAME, SURFACE, head};
use crate::model::messages::Messages;
use crate::model::page::{Atlas, EntityList, Page};
use crate::publish::body;

/// Records on their way into a page.
#[derive(Default)]
pub struct Writer {
    records: BTreeMap<String, String>,
}

impl Writer {
    /// Adds a record under its key.
    pub fn add(&mut self, key: &str, record: &impl Serialize) {
        let json = serde_json::to_string(record).expect("a record's keys are words");
        // JSON breaks no line, and `<` stands only in words.
        self.records
            .insert(key.to_owned(), json.replace('<', "\\u003c"));
    }

    /// The island's text.
    pub fn finish(self) -> String {
        let mut text = String::from(FORMAT);
        for (key, record) in &self.records {
            text.push_str(&head(key));
            text.push_str(record);
        }
        text
    }
}

/// The island's text: the frame and the lists; the reading surface, which the page itself holds, only where it comes blank.
pub fn island(page: &Rc<Page>, blank: bool) -> String {
    let mut island = Writer::default();
    let frame = &page.frame;
    island.add(FRAME, &(&frame.contact, frame.blocks, list(&page.messages)));
    island.add(CATALOGUE, &catalogue(&page.entities));
    let aliases: Vec<&[String]> = page.notes.iter().map(|note| &*note.aliases).collect();
    island.add(ALIASES, &aliases);
    if let Some(drawn) = &page.places.atlas {
        island.add(ATLAS, &atlas(drawn));
    }
    if blank {
        island.add(SURFACE, &body::surface(page));
    }
    island.finish()
}

/// The kinds, then rows by name and by number of mentions.
fn catalogue(list: &EntityList) -> [Vec<u32>; 3] {
    let kinds = list.rows.iter().map(|row| row.link.kind as u32).collect();
    [kinds, list.by_name.clone(), list.by_count.clone()]
}

/// The messages as a list, in the order of their keys.
fn list(messages: &Messages) -> Vec<serde_json::Value> {
    let named = serde_json::to_value(messages).expect("a message is a string");
    Messages::KEYS
        .iter()
        .map(|&key| named[key].clone())
        .collect()
}

fn atlas(atlas: &Atlas) -> impl Serialize {
    let countries: Vec<_> = atlas
        .countries
        .iter()
        .map(|label| (&label.name, label.x, label.y, label.zoom))
        .collect();
    let places: Vec<_> = atlas
        .places
        .iter()
        .map(|pin| {
            let approximate = u32::from(pin.approximate);
            (&pin.entity, pin.x, pin.y, pin.radius, approximate)
        })
        .collect();
    (atlas.width, atlas.height, countries, places)
}

#[cfg(test)]
mod tests;
