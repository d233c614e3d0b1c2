//! The page's records, decoded as they are asked for.

use serde::de::DeserializeOwned;
use yew::Html;

use crate::app::surface::surface;
use crate::model::island::{BLOCKS, FORMAT, FRAME, NOTES, decode, head};
use crate::model::page::{Block, Frame, Note};
use crate::platform::data::Data;

/// The records of a page.
#[derive(Clone, Debug)]
pub(super) struct Records {
    data: Data,
}

impl Records {
    /// Takes a page's data; `None` if it is of another format.
    pub(super) fn of(data: Data) -> Option<Self> {
        data.starts_with(FORMAT).then_some(Self { data })
    }

    pub(super) fn frame(&self) -> Option<Frame> {
        self.get(FRAME)
    }

    /// The whole reading surface, for a page that came blank.
    pub(super) fn surface(&self, frame: &Frame) -> Html {
        let blocks: Vec<Block> = self.get(BLOCKS).unwrap_or_default();
        let notes: Vec<Note> = self.get(NOTES).unwrap_or_default();
        surface(frame, &blocks, &notes)
    }

    fn get<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        decode(&self.data.line_after(&head(key))?)
    }
}
