//! The page's records, each decoded when it is first needed and kept ([`crate::model::data`]).

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use serde::de::DeserializeOwned;

use crate::model::data::{self, FORMAT, key, note_key};
use crate::model::messages::Messages;
use crate::model::page::{
    EntityLink, EntityList, EventList, Footnote, FootnoteList, Frame, Note, PageArticle, PlaceList,
    RelationList,
};
use crate::model::work::{CitingList, WorkList};
use crate::platform::data::Data;

/// A record that is decoded once; `None` inside where the page lacks it or it is damaged.
type Kept<T> = OnceCell<Option<Rc<T>>>;

/// The records of a page.
#[derive(Clone)]
pub(super) struct Records {
    page: Rc<Page>,
}

struct Page {
    data: Data,
    notes: RefCell<BTreeMap<Rc<str>, Option<Rc<Note>>>>,
    footnotes: Kept<FootnoteList>,
    entities: Kept<EntityList>,
    timeline: Kept<EventList>,
    places: Kept<PlaceList>,
    relations: Kept<RelationList>,
    works: Kept<WorkList>,
    citing: Kept<CitingList>,
}

impl PartialEq for Records {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

impl Records {
    /// Takes a page's data; `None` if it is of another format.
    pub(super) fn of(data: Data) -> Option<Self> {
        data.starts_with(FORMAT).then(|| Self {
            page: Rc::new(Page {
                data,
                notes: RefCell::default(),
                footnotes: Kept::new(),
                entities: Kept::new(),
                timeline: Kept::new(),
                places: Kept::new(),
                relations: Kept::new(),
                works: Kept::new(),
                citing: Kept::new(),
            }),
        })
    }

    pub(super) fn frame(&self) -> Option<Rc<Frame>> {
        self.read(key::FRAME)
    }

    pub(super) fn messages(&self) -> Option<Rc<Messages>> {
        self.read(key::MESSAGES)
    }

    /// The article, which only a blank page carries.
    pub(super) fn article(&self) -> Option<Rc<PageArticle>> {
        self.read(key::ARTICLE)
    }

    /// The note on an entity; `None` where the page has none.
    pub(super) fn note(&self, entity: &str) -> Option<Rc<Note>> {
        if let Some(note) = self.page.notes.borrow().get(entity) {
            return note.clone();
        }
        let note = self.note_once(entity);
        let mut notes = self.page.notes.borrow_mut();
        notes.insert(entity.into(), note.clone());
        note
    }

    /// The same without keeping it, for what goes through thousands.
    pub(super) fn note_once(&self, entity: &str) -> Option<Rc<Note>> {
        self.read(&note_key(entity))
    }

    /// An entity by name, if it has a note here.
    pub(super) fn link(&self, entity: &str) -> Option<EntityLink> {
        let note = self.note(entity)?;
        Some(EntityLink {
            entity: note.entity.clone(),
            kind: note.kind,
            name: note.name.text.clone(),
            language: Some(note.name.language.clone()),
        })
    }

    /// The footnotes, if there are any.
    pub(super) fn footnotes(&self) -> Option<Rc<FootnoteList>> {
        self.kept(&self.page.footnotes, key::FOOTNOTES)
    }

    /// A footnote by its number.
    pub(super) fn footnote(&self, number: u32) -> Option<Footnote> {
        let row = (number as usize).checked_sub(1)?;
        self.footnotes()?.footnotes.get(row).cloned()
    }

    pub(super) fn entities(&self) -> Option<Rc<EntityList>> {
        self.kept(&self.page.entities, key::ENTITIES)
    }

    pub(super) fn timeline(&self) -> Option<Rc<EventList>> {
        self.kept(&self.page.timeline, key::TIMELINE)
    }

    pub(super) fn places(&self) -> Option<Rc<PlaceList>> {
        self.kept(&self.page.places, key::PLACES)
    }

    pub(super) fn relations(&self) -> Option<Rc<RelationList>> {
        self.kept(&self.page.relations, key::RELATIONS)
    }

    pub(super) fn works(&self) -> Option<Rc<WorkList>> {
        self.kept(&self.page.works, key::WORKS)
    }

    pub(super) fn citing(&self) -> Option<Rc<CitingList>> {
        self.kept(&self.page.citing, key::CITING)
    }

    fn kept<T: DeserializeOwned>(&self, cell: &Kept<T>, key: &str) -> Option<Rc<T>> {
        cell.get_or_init(|| self.read(key)).clone()
    }

    fn read<T: DeserializeOwned>(&self, key: &str) -> Option<Rc<T>> {
        let line = self.page.data.record(&data::head(key))?;
        data::read(&line).ok().map(Rc::new)
    }
}
