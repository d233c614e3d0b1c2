//! What of a page rides in its data island.

use crate::model::island::{FRAME, ORDER, Writer, block_key, note_key};
use crate::model::page::Page;

/// The island's text: the frame and each note; the prose only where the page comes blank.
pub fn island(page: &Page, blank: bool) -> String {
    let mut island = Writer::default();
    island.add(FRAME.to_owned(), &page.frame);
    for note in &page.notes {
        island.add(note_key(&note.entity), note);
    }
    if blank {
        let order: Vec<&str> = page.notes.iter().map(|note| note.entity.as_str()).collect();
        island.add(ORDER.to_owned(), &order);
        for block in &page.blocks {
            island.add(block_key(block.number), block);
        }
    }
    island.finish()
}
