//! The page's records, decoded one by one as they are asked for.

use std::rc::Rc;

use serde::de::DeserializeOwned;

use crate::app::surface::Content;
use crate::model::island::{FORMAT, FRAME, ORDER, block_key, decode, head, note_key};
use crate::model::page::{Frame, Note};
use crate::platform::data::Data;

/// The records of a page.
#[derive(Clone, Debug)]
pub struct Records {
    data: Data,
}

impl Records {
    /// Takes a page's data; `None` if it is of another format.
    pub fn of(data: Data) -> Option<Self> {
        data.starts_with(FORMAT).then_some(Self { data })
    }

    pub fn frame(&self) -> Option<Frame> {
        self.get(FRAME)
    }

    pub fn note(&self, entity: &str) -> Option<Rc<Note>> {
        self.get(&note_key(entity)).map(Rc::new)
    }

    pub fn has_note(&self, entity: &str) -> bool {
        self.data.contains(&head(&note_key(entity)))
    }

    /// The whole reading surface, for a page that came blank.
    pub fn content(&self, frame: Frame) -> Content {
        let order: Vec<String> = self.get(ORDER).unwrap_or_default();
        Content {
            frame,
            blocks: (1..)
                .map_while(|number| self.get(&block_key(number)))
                .collect(),
            notes: order
                .iter()
                .filter_map(|entity| self.note(entity))
                .collect(),
        }
    }

    fn get<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        decode(&self.data.line_after(&head(key))?)
    }
}
