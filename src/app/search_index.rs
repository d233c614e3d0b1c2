//! The search's index of this page: built in slices while the search is open, kept when it closes.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::page_text;
use crate::app::records::Records;
use crate::app::search::{Entry, Group, Index, SearchResults};
use crate::model::page::Citation;
use crate::model::text::plain;
use crate::platform::document::Element;
use crate::platform::host::Host;
use crate::platform::{decomposition, task};

/// Milliseconds that a slice of reading takes.
const SLICE: f64 = 5.0;

/// The index and how far it is built. Clones are the same index.
#[derive(Clone)]
pub(super) struct SearchIndex {
    state: Rc<RefCell<State>>,
}

struct State {
    host: Rc<Host>,
    records: Records,
    index: Index,
    part: Part,
    /// Row of the part that is read next.
    row: usize,
    /// The article's blocks, once they are come to.
    blocks: Vec<Element>,
}

/// What is read, one after another.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Notes,
    Blocks,
    Footnotes,
    Events,
    Works,
    Done,
}

impl PartialEq for SearchIndex {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl SearchIndex {
    pub(super) fn new(host: Rc<Host>, records: Records) -> Self {
        Self {
            state: Rc::new(RefCell::new(State {
                host,
                records,
                index: Index::new(decomposition::decompose),
                part: Part::Notes,
                row: 0,
                blocks: Vec::new(),
            })),
        }
    }

    /// Whether everything has been read.
    pub(super) fn is_complete(&self) -> bool {
        self.state.borrow().part == Part::Done
    }

    /// Reads on for a slice of time.
    pub(super) fn read_on(&self) {
        let mut state = self.state.borrow_mut();
        let until = task::now() + SLICE;
        while state.part != Part::Done && task::now() < until {
            state.read_next();
        }
    }

    /// What there is for a query in what has been read, of each group at most `limit`.
    pub(super) fn find(&self, query: &str, limit: usize) -> SearchResults {
        self.state.borrow().index.find(query, limit)
    }

    /// Lends the index.
    pub(super) fn with<R>(&self, ask: impl FnOnce(&Index) -> R) -> R {
        ask(&self.state.borrow().index)
    }
}

impl State {
    /// Reads one row, or goes on to the next part.
    fn read_next(&mut self) {
        let read = match self.part {
            Part::Notes => self.read_note(),
            Part::Blocks => self.read_block(),
            Part::Footnotes => self.read_footnote(),
            Part::Events => self.read_event(),
            Part::Works => self.read_work(),
            Part::Done => None,
        };
        if read.is_some() {
            self.row += 1;
            return;
        }
        self.row = 0;
        self.part = match self.part {
            Part::Notes => {
                self.blocks = page_text::blocks(&self.host);
                Part::Blocks
            }
            Part::Blocks => {
                self.blocks = Vec::new();
                Part::Footnotes
            }
            Part::Footnotes => Part::Events,
            Part::Events => Part::Works,
            Part::Works | Part::Done => Part::Done,
        };
    }

    fn read_note(&mut self) -> Option<()> {
        let list = self.records.entities()?;
        let row = list.rows.get(self.row)?;
        // A damaged record leaves the names that the list has.
        let note = self.records.note_once(&row.link.entity);
        let mut names: Vec<&str> = vec![&row.link.name];
        if let Some(note) = &note {
            names.extend(note.native.iter().map(|name| name.text.as_str()));
            names.extend(note.aliases.iter().map(String::as_str));
        }
        names.push(row.description.as_deref().unwrap_or_default());
        let entry = Entry {
            id: row.link.entity.clone(),
            kind: Some(row.link.kind),
            mentions: row.mentions.len() as u32,
        };
        self.index.add(Group::Entities, entry, &names);
        for (number, fact) in (1..).zip(note.iter().flat_map(|note| &note.facts)) {
            let entry = Entry {
                id: format!("fact-{}-{number}", row.link.entity),
                kind: Some(row.link.kind),
                mentions: 0,
            };
            self.index.add(Group::Facts, entry, &[&plain(&fact.text)]);
        }
        Some(())
    }

    fn read_block(&mut self) -> Option<()> {
        let (id, words) = page_text::read(self.blocks.get(self.row)?);
        self.index.add(Group::Text, Entry::named(id), &[&words]);
        Some(())
    }

    fn read_footnote(&mut self) -> Option<()> {
        let list = self.records.footnotes()?;
        let footnote = list.footnotes.get(self.row)?;
        let id = ["fn-", &(self.row + 1).to_string()].concat();
        let entry = Entry::named(id);
        self.index
            .add(Group::Footnotes, entry, &[&footnote.words()]);
        Some(())
    }

    fn read_event(&mut self) -> Option<()> {
        let list = self.records.timeline()?;
        let event = list.events.get(self.row)?;
        let id = ["event-", &event.event].concat();
        let texts = [&*event.date.words, &plain(&event.text)];
        self.index.add(Group::Timeline, Entry::named(id), &texts);
        Some(())
    }

    fn read_work(&mut self) -> Option<()> {
        let list = self.records.works()?;
        let work = list.works.get(self.row)?;
        let id = ["source-", &(self.row + 1).to_string()].concat();
        let label = match &work.citation {
            Citation::Work { label, .. } => Some(label),
            Citation::Block(_) => None,
        };
        let words = work.title.iter().chain(label).chain(&work.details);
        let words = words.map(String::as_str).collect::<Vec<_>>().join(" ");
        self.index.add(Group::Sources, Entry::named(id), &[&words]);
        Some(())
    }
}
