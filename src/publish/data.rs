//! What of a page rides in its data ([`crate::model::data`]).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::data::{FORMAT, head, key, note_key, write};
use crate::model::page::Page;

/// Records on their way into a page.
#[derive(Default)]
struct Writer {
    records: BTreeMap<String, String>,
}

impl Writer {
    fn add(&mut self, key: &str, record: &impl Serialize) {
        self.records.insert(key.to_owned(), write(record));
    }

    /// The data's text, sorted by key.
    fn finish(self) -> String {
        let mut text = String::from(FORMAT);
        for (key, record) in &self.records {
            text.push_str(&head(key));
            text.push_str(record);
        }
        text
    }
}

/// The page's records as text. The article's own rides only in a page that comes `blank`: in any other the app leaves the
/// article where it stands.
pub fn data(page: &Page, blank: bool) -> String {
    let mut data = Writer::default();
    data.add(key::FRAME, &*page.frame);
    data.add(key::MESSAGES, &*page.messages);
    data.add(key::ENTITIES, &*page.entities);
    data.add(key::TIMELINE, &*page.timeline);
    data.add(key::PLACES, &*page.places);
    data.add(key::RELATIONS, &*page.relations);
    data.add(key::WORKS, &*page.works);
    data.add(key::CITING, &*page.citing);
    for note in &page.notes {
        data.add(&note_key(&note.entity), &**note);
    }
    if !page.footnotes.footnotes.is_empty() {
        data.add(key::FOOTNOTES, &*page.footnotes);
    }
    if blank {
        data.add(key::ARTICLE, &*page.article);
    }
    data.finish()
}
