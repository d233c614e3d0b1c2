//! What of a page rides in its data island (`model::island`).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::island::{ALIASES, ATLAS, CATALOGUE, FORMAT, FRAME, SURFACE, head};
use crate::model::page::{Atlas, Note, Page};
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
pub fn island(page: &Page, blank: bool) -> String {
    let mut island = Writer::default();
    let frame = &page.frame;
    island.add(FRAME, &(&frame.contact, frame.blocks, frame.words.of_app()));
    island.add(CATALOGUE, &catalogue(&page.notes));
    let aliases: Vec<&[String]> = page.notes.iter().map(|note| &*note.aliases).collect();
    island.add(ALIASES, &aliases);
    if let Some(map) = &page.map {
        island.add(ATLAS, &atlas(&map.atlas));
    }
    if blank {
        island.add(SURFACE, &body::surface(page));
    }
    island.finish()
}

/// The kinds, and rows by name as a reader looks it up: without regard to case and to quotation marks and the like before
/// it; then rows by number of mentions.
fn catalogue(notes: &[Note]) -> [Vec<u32>; 3] {
    let name = |row: &u32| {
        let name = &notes[*row as usize].name.text;
        name.trim_start_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase()
    };
    let mut by_name: Vec<u32> = (0..notes.len() as u32).collect();
    let mut by_count = by_name.clone();
    by_name.sort_by_key(name);
    by_count.sort_by_key(|row| std::cmp::Reverse(notes[*row as usize].mentions.len()));
    let kinds = notes.iter().map(|note| note.kind as u32).collect();
    [kinds, by_name, by_count]
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
