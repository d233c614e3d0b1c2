//! The timeline: the page's dates with their drawing, filtered by entity or kind, one of them chosen.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::reading::view::Viewing;
use crate::platform::lists::{Copy, Row};
use crate::platform::notes::Note;

/// A copy of the list, and whom its rows are about.
pub(in crate::app) struct Timeline {
    copy: Copy,
    rows: Vec<Row>,
    /// Whether each row is listed.
    listed: Vec<bool>,
}

impl Timeline {
    pub(super) fn of() -> Option<Self> {
        let copy = Copy::of("timeline")?;
        let rows = copy.rows();
        Some(Self {
            copy,
            listed: Vec::new(),
            rows,
        })
    }

    /// Lists and marks what was chosen; how many of how many that is.
    pub(super) fn update(&mut self, viewing: &Viewing) -> (usize, usize) {
        let keeps = |row: &Row| keeps(row, &viewing.only);
        self.listed = self.rows.iter().map(keeps).collect();
        self.copy
            .show(&self.listed, self.row(viewing.event.as_deref()));
        let count = self.listed.iter().filter(|listed| **listed).count();
        (count, self.listed.len())
    }

    fn row(&self, event: Option<&str>) -> Option<usize> {
        let event = event?;
        let is = |row: &Row| row.id.strip_prefix("event-") == Some(event);
        self.rows.iter().position(is)
    }

    /// The listed event before or after the chosen one.
    pub(in crate::app) fn step(&self, viewing: &Viewing, forward: bool) -> Option<Rc<str>> {
        let chosen = self.row(viewing.event.as_deref());
        let listed = |row: &usize| self.listed.get(*row) == Some(&true);
        let count = self.rows.len();
        let next = match chosen {
            Some(at) if forward => (at + 1..count).find(listed)?,
            Some(at) => (0..at).rev().find(listed)?,
            None => (0..count).find(listed)?,
        };
        Some(self.rows.get(next)?.id.strip_prefix("event-")?.into())
    }

    /// The chosen event in one line, for those who listen.
    pub(in crate::app) fn say(&self, event: &str) -> Option<String> {
        self.copy.say(self.row(Some(event))?)
    }

    pub(super) fn draw(&self) -> Html {
        Html::VRef(self.copy.node())
    }
}

/// Whether a row is listed: the filter is empty, an entity's slug, or `kind:` and a kind.
fn keeps(row: &Row, only: &str) -> bool {
    let kind = only.strip_prefix("kind:");
    only.is_empty()
        || row.about.iter().any(|slug| match kind {
            Some(kind) => Note::of(slug).is_some_and(|note| note.kind() == kind),
            None => slug == only,
        })
}
