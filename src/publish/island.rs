//! What of a page rides in its data island.

use crate::model::island::{ALIASES, ATLAS, CATALOGUE, FRAME, SURFACE, Writer};
use crate::model::page::{Catalogue, Note, Page};
use crate::publish::body;

/// The island's text: the frame and the catalogue; the reading surface, which the page itself holds, only where it comes blank.
pub fn island(page: &Page, blank: bool) -> String {
    let mut island = Writer::default();
    island.add(FRAME, &page.frame);
    island.add(CATALOGUE, &catalogue(&page.notes));
    let aliases: Vec<&[String]> = page.notes.iter().map(|note| &*note.aliases).collect();
    island.add(ALIASES, &aliases);
    if let Some(map) = &page.map {
        island.add(ATLAS, &map.atlas);
    }
    if blank {
        island.add(SURFACE, &body::surface(page));
    }
    island.finish()
}

/// By name as a reader looks it up: without regard to case and to quotation marks and the like before it.
fn catalogue(notes: &[Note]) -> Catalogue {
    let name = |row: &u32| {
        let name = &notes[*row as usize].name.text;
        name.trim_start_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase()
    };
    let by_text: Vec<u32> = (0..notes.len() as u32).collect();
    let (mut by_name, mut by_count) = (by_text.clone(), by_text.clone());
    by_name.sort_by_key(name);
    by_count.sort_by_key(|row| std::cmp::Reverse(notes[*row as usize].mentions.len()));
    Catalogue {
        kinds: notes.iter().map(|note| note.kind).collect(),
        by_text,
        by_name,
        by_count,
    }
}
