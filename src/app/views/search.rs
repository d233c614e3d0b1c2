//! Search: one box over names, text, facts, dates and sources. The page is read in slices, so that nobody waits for it.

use yew::prelude::*;

use crate::app::components::markup::draw;
use crate::app::reading::view::Viewing;
use crate::app::reading::{Action, Press, Spot, numbered};
use crate::app::records::Records;
use crate::app::search::{Entry, Found, Group, Hit, Index};
use crate::components::sign::sign;
use crate::model::messages::Messages;
use crate::platform::corpus::{Corpus, decompose};
use crate::platform::layout::scrolled;
use crate::platform::notes::Note;
use crate::platform::task;

/// Hits that are shown of a group.
const SHOWN: usize = 8;
/// Hits of the text that can be walked along.
const WALKED: usize = 200;
/// Height of a result at least, in CSS pixels.
const ROW: usize = 56;
/// Milliseconds without a key after which more results are drawn than the window can show.
pub(in crate::app) const REST: i32 = 500;
/// Milliseconds that a slice of reading takes.
const SLICE: f64 = 5.0;

/// What can be found, and what was.
pub(in crate::app) struct Search {
    index: Index,
    corpus: Option<Corpus>,
    /// Further names of the entities, by their rows.
    aliases: Vec<Vec<String>>,
    /// Which part is read, and the row to come.
    at: (u8, usize),
    query: String,
    found: Found,
    /// There is a query, or more was read, since something was found.
    stale: bool,
    /// How many results are drawn: those that the window can show, then all.
    drawn: usize,
    /// Height of the window, in CSS pixels.
    window: usize,
}

impl Search {
    pub(super) fn of(records: &Records) -> Self {
        Self {
            index: Index::new(decompose),
            corpus: Corpus::of_page(),
            aliases: records.aliases(),
            at: (0, 0),
            query: String::new(),
            found: Found::default(),
            stale: false,
            drawn: 0,
            window: 0,
        }
    }

    /// Reads on for a slice; whether there is more. Once there is not, all results are drawn.
    pub(super) fn read(&mut self) -> bool {
        let until = task::now() + SLICE;
        while task::now() < until {
            if self.read_one().is_some() {
                self.at.1 += 1;
                self.stale = true;
            } else if self.at.0 < 3 {
                self.at = (self.at.0 + 1, 0);
            } else {
                self.drawn = usize::MAX;
                return false;
            }
        }
        true
    }

    fn read_one(&mut self) -> Option<()> {
        let (corpus, row) = (self.corpus.as_ref()?, self.at.1);
        match self.at.0 {
            0 => {
                let entity = corpus.entity(row)?;
                let mut names: Vec<&str> = Vec::new();
                for name in &entity.names {
                    names.push(name);
                }
                for name in self.aliases.get(row).map_or(&[][..], Vec::as_slice) {
                    names.push(name);
                }
                names.push(&entity.description);
                let entry = Entry {
                    id: entity.slug.clone(),
                    kind: entity.kind.clone(),
                    mentions: entity.mentions,
                };
                self.index.add(Group::Entities, entry, &names);
                for (row, text) in entity.facts.iter().enumerate() {
                    let id = ["fact-", &entity.slug, "-", &(row + 1).to_string()].concat();
                    self.index.add(Group::Facts, named(id), &[text]);
                }
            }
            1 => {
                let (id, text) = corpus.block(row)?;
                self.index.add(Group::Text, named(id), &[&text]);
            }
            2 => {
                let (id, [date, text]) = corpus.event(row)?;
                self.index.add(Group::Timeline, named(id), &[&date, &text]);
            }
            _ => {
                let (id, text) = corpus.work(row)?;
                self.index.add(Group::Sources, named(id), &[&text]);
            }
        }
        Some(())
    }

    /// Finds what is asked for, again where more was read since.
    pub(super) fn update(&mut self, viewing: &Viewing) {
        if self.query != *viewing.query {
            self.query = viewing.query.to_string();
            self.stale = true;
            self.drawn = self.window / ROW + 2;
        } else {
            // Not while words are typed: they would be laid out for it, which takes 2 ms in a book.
            self.window = scrolled().1 as usize;
        }
        if self.stale {
            self.found = self.index.find(&self.query, WALKED);
            self.stale = false;
        }
        if viewing.active > 0 {
            self.drawn = usize::MAX;
        }
    }

    /// How many results are shown.
    pub(in crate::app) fn count(&self) -> usize {
        let mut count = 0;
        for results in &self.found.groups {
            count += results.hits.len().min(SHOWN);
        }
        count
    }

    /// The result of a row, as they are shown one after another.
    fn shown(&self, mut row: usize) -> Option<(Group, &Hit)> {
        for group in Group::ALL {
            let hits = &self.found.groups[group as usize].hits;
            let shown = hits.len().min(SHOWN);
            if row < shown {
                return Some((group, hits.get(row)?));
            }
            row -= shown;
        }
        None
    }

    /// Where the result of a row leads, and which hit of the text it is.
    pub(in crate::app) fn lead(&self, row: usize) -> Option<(Action, Option<usize>)> {
        let (group, hit) = self.shown(row)?;
        let entry = self.index.entry(group, hit)?;
        let card = |entity: &str| {
            Action::Press(Press {
                entity: entity.into(),
                opener: None,
                inside: false,
                wide: false,
            })
        };
        Some(match group {
            Group::Entities => (card(&entry.id), None),
            Group::Facts => {
                let named = numbered(entry.id.strip_prefix("fact-")?)?;
                (card(named.0), None)
            }
            Group::Timeline => (Action::Event(entry.id.strip_prefix("event-")?.into()), None),
            Group::Sources => (go(Spot::whole(&*entry.id)), None),
            Group::Text => {
                let hits = &self.found.groups[Group::Text as usize].hits;
                let number = hits.iter().position(|one| one == hit);
                (go(self.spot(hit)?), number)
            }
        })
    }

    /// The place of a hit of the text, by its number, and how many there are to walk along.
    pub(in crate::app) fn hit(&self, number: usize) -> Option<(Spot, usize)> {
        let hits = &self.found.groups[Group::Text as usize].hits;
        Some((self.spot(hits.get(number)?)?, hits.len()))
    }

    fn spot(&self, hit: &Hit) -> Option<Spot> {
        let entry = self.index.entry(Group::Text, hit)?;
        let text = self.index.text(Group::Text, hit, 0)?;
        let (first, last) = (hit.marks.first()?, hit.marks.last()?);
        let place = |at: usize| (at - text.start) as u32;
        Some(Spot {
            id: entry.id.as_str().into(),
            words: Some((place(first.start), place(last.end))),
        })
    }

    /// How much was found, in words.
    pub(in crate::app) fn status(&self, words: &Messages) -> String {
        let total: usize = self.found.groups.iter().map(|group| group.total).sum();
        match (self.query.is_empty(), total) {
            (true, _) => words.search_what.clone(),
            (false, 0) => Messages::fill(words.search_none.as_str(), &self.query),
            (false, _) => Messages::fill_number(words.results.as_str(), total),
        }
    }

    pub(super) fn draw(&self, viewing: &Viewing, words: &Messages) -> Html {
        let names = [
            words.entities.as_str(),
            words.in_text.as_str(),
            words.facts.as_str(),
            words.timeline.as_str(),
            words.sources.as_str(),
        ];
        // Keys everywhere, else Yew adds what comes last by moving the words of all before, and the browser scrolls along.
        let mut row = 0;
        let mut groups = Vec::new();
        for (group, name) in Group::ALL.into_iter().zip(names) {
            let results = &self.found.groups[group as usize];
            let mut rows = Vec::new();
            for hit in results.hits.iter().take(SHOWN.min(self.drawn - row)) {
                rows.extend(self.result(group, hit, row, viewing.active == row, words));
                row += 1;
            }
            if rows.is_empty() {
                continue;
            }
            groups.push(draw!(
                "<div key={0} role=group aria-label={0}><p key=head class=group-head aria-hidden=true><b>{0}</b><span class=num>{1}</span></p>{2}</div>",
                name,
                results.total,
                rows,
            ));
        }
        draw!(
            "<p class=status>{0}</p><div class=results role=listbox id=search-results aria-label={1}>{2}</div>",
            self.status(words),
            words.search.as_str(),
            groups,
        )
    }

    fn result(
        &self,
        group: Group,
        hit: &Hit,
        row: usize,
        active: bool,
        words: &Messages,
    ) -> Option<Html> {
        let entry = self.index.entry(group, hit)?;
        let (lead, main, rest) = self.say(group, entry, hit, words)?;
        Some(draw!(
            "<div key={0} class=result role=option id=\"result-{0}\" data-result={1} data-act=result data-value={0} aria-selected={2}>\
                <span class=lead data-kind={3}>{4}</span><span>{5}</span><small>{6}</small></div>",
            row,
            &entry.id,
            if active { "true" } else { "false" },
            &entry.kind,
            lead,
            pieces(&main),
            pieces(&rest),
        ))
    }

    /// What stands before a result, what it says, and what is said below.
    fn say(
        &self,
        group: Group,
        entry: &Entry,
        hit: &Hit,
        words: &Messages,
    ) -> Option<(Html, Vec<String>, Vec<String>)> {
        let text = |number| self.index.text(group, hit, number);
        let whole = |number| Some(self.index.pieces(group, text(number)?, &hit.marks));
        let part = |number| {
            let part = self.index.snippet(group, text(number)?, hit);
            Some(self.index.pieces(group, part, &hit.marks))
        };
        let none = Html::default;
        Some(match group {
            Group::Entities => {
                // The name that was found, if it is not the one that heads the note.
                let mut number = 1;
                let mut rest = Vec::new();
                while let Some(name) = whole(number) {
                    if name.len() > 1 || text(number + 1).is_none() {
                        rest = name;
                        break;
                    }
                    number += 1;
                }
                (sign(), whole(0)?, rest)
            }
            Group::Text => {
                let block = words.fill_mark(entry.id.get(1..)?);
                (draw!("{0}", &block), part(0)?, Vec::new())
            }
            Group::Facts => {
                let entity = numbered(entry.id.strip_prefix("fact-")?)?.0;
                let note = Note::of(entity)?;
                let lead = draw!("<span data-kind={0}>{1}</span>", &note.kind(), sign());
                (lead, part(0)?, vec![note.name().text])
            }
            Group::Timeline => (none(), part(1)?, whole(0)?),
            Group::Sources => (none(), part(0)?, Vec::new()),
        })
    }
}

fn go(to: Spot) -> Action {
    Action::Go {
        to,
        from: None,
        close: false,
    }
}

/// Words in turn plain and marked.
fn pieces(pieces: &[String]) -> Html {
    let mut drawn = Vec::new();
    let mut marked = false;
    for words in pieces {
        let template = if marked { "<mark>{0}</mark>" } else { "{0}" };
        drawn.push(draw!(template, words));
        marked = !marked;
    }
    draw!("{0}", drawn)
}

/// An entry with nothing but a name.
fn named(id: String) -> Entry {
    Entry {
        id,
        ..Entry::default()
    }
}
