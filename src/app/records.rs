//! The page's records, read as they are asked for (`model::island`).

use yew::Html;

use crate::model::island::{ALIASES, ATLAS, CATALOGUE, FORMAT, FRAME, SURFACE, head};
use crate::model::messages::Messages;
use crate::model::page::{Atlas, Label, Pin};
use crate::platform::data::{Data, Value};

/// The records of a page.
#[derive(Clone, Debug)]
pub(super) struct Records {
    data: Data,
}

/// What the whole page shares.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// A `mailto:` address of whoever answers for the page; it ends in a subject, to which more may be added.
    pub(super) contact: Option<String>,
    /// How many blocks the article has.
    pub(super) blocks: u32,
    pub(super) words: Messages,
}

/// What the list of entities is filtered and ordered by.
#[derive(Clone, Debug)]
pub(super) struct Catalogue {
    /// The kind of each entity, by its place in `Kind::ALL`.
    pub(super) kinds: Vec<u32>,
    /// Rows by name, in the order of the page's language.
    pub(super) by_name: Vec<u32>,
    /// Rows by number of mentions, most first.
    pub(super) by_count: Vec<u32>,
}

impl Records {
    /// Takes a page's data; `None` if it is of another format.
    pub(super) fn of(data: Data) -> Option<Self> {
        data.starts_with(FORMAT).then_some(Self { data })
    }

    pub(super) fn frame(&self) -> Option<Frame> {
        let frame = self.get(FRAME)?;
        let mut messages = texts(&frame.at(2)).into_iter();
        Some(Frame {
            contact: frame.at(0).words(),
            blocks: frame.number(1),
            words: Messages::gather(|_| messages.next().ok_or(())).ok()?,
        })
    }

    pub(super) fn catalogue(&self) -> Option<Catalogue> {
        let catalogue = self.get(CATALOGUE)?;
        Some(Catalogue {
            kinds: numbers(&catalogue.at(0)),
            by_name: numbers(&catalogue.at(1)),
            by_count: numbers(&catalogue.at(2)),
        })
    }

    pub(super) fn atlas(&self) -> Option<Atlas> {
        let atlas = self.get(ATLAS)?;
        let mut read = Atlas {
            width: atlas.number(0),
            height: atlas.number(1),
            countries: Vec::new(),
            places: Vec::new(),
        };
        for label in atlas.at(2).list() {
            read.countries.push(Label {
                name: label.text(0),
                x: label.number(1),
                y: label.number(2),
                zoom: label.number(3),
            });
        }
        for pin in atlas.at(3).list() {
            read.places.push(Pin {
                entity: pin.text(0),
                x: pin.number(1),
                y: pin.number(2),
                radius: pin.at(3).figure(),
                approximate: pin.number(4) > 0,
            });
        }
        Some(read)
    }

    pub(super) fn aliases(&self) -> Vec<Vec<String>> {
        let aliases = self.get(ALIASES);
        aliases.map_or_else(Vec::new, |aliases| {
            aliases.list().iter().map(texts).collect()
        })
    }

    /// The whole reading surface, for a page that came blank: markup that the build machine drew, for nothing else
    /// may stand there.
    pub(super) fn surface(&self) -> Html {
        let markup = self.get(SURFACE).and_then(|markup| markup.words());
        Html::from_html_unchecked(markup.unwrap_or_default().into())
    }

    fn get(&self, key: &str) -> Option<Value> {
        self.data.record(&head(key))
    }
}

fn texts(list: &Value) -> Vec<String> {
    let texts = (0..list.length()).map(|row| list.text(row));
    texts.collect()
}

fn numbers(list: &Value) -> Vec<u32> {
    let numbers = (0..list.length()).map(|row| list.number(row));
    numbers.collect()
}
