//! What of a page rides in its data island.

use crate::model::island::{BLOCKS, FRAME, NOTES, Writer};
use crate::model::page::Page;

/// The island's text: the frame; blocks and notes, which the page itself holds, only where it comes blank.
pub fn island(page: &Page, blank: bool) -> String {
    let mut island = Writer::default();
    island.add(FRAME, &page.frame);
    if blank {
        island.add(BLOCKS, &page.blocks);
        island.add(NOTES, &page.notes);
    }
    island.finish()
}
