//! What of a page rides in its data island.

use crate::model::island::{FRAME, ORDER, Writer, block_key, note_key};
use crate::model::page::Page;

/// The island's text: the frame; blocks and notes, which the page itself holds, only where it comes blank.
pub fn island(page: &Page, blank: bool) -> String {
    let mut island = Writer::default();
    island.add(FRAME.to_owned(), &page.frame);
    if blank {
        for note in &page.notes {
            island.add(note_key(&note.entity), note);
        }
        let order: Vec<&str> = page.notes.iter().map(|note| note.entity.as_str()).collect();
        island.add(ORDER.to_owned(), &order);
        for block in &page.blocks {
            island.add(block_key(block.number), block);
        }
    }
    island.finish()
}
