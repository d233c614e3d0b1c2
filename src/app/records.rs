//! The page's records, decoded as they are asked for.

use serde::de::DeserializeOwned;
use yew::Html;

use crate::model::island::{ALIASES, ATLAS, CATALOGUE, FORMAT, FRAME, SURFACE, decode, head};
use crate::model::page::{Atlas, Catalogue, Frame};
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

    pub(super) fn catalogue(&self) -> Option<Catalogue> {
        self.get(CATALOGUE)
    }

    pub(super) fn atlas(&self) -> Option<Atlas> {
        self.get(ATLAS)
    }

    pub(super) fn aliases(&self) -> Vec<Vec<String>> {
        self.get(ALIASES).unwrap_or_default()
    }

    /// The whole reading surface, for a page that came blank: markup that the build machine drew, for nothing else
    /// may stand there.
    pub(super) fn surface(&self) -> Html {
        let markup: String = self.get(SURFACE).unwrap_or_default();
        Html::from_html_unchecked(markup.into())
    }

    fn get<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        decode(&self.data.line_after(&head(key))?)
    }
}
