//! The one reducer: what the reader is doing, as a pure function from state, action and time to state and effects.
//!
//! [`action`] names what happens and what the browser is to do, [`card`] holds the rules of the open card, [`peek`] those of
//! the small one that a resting pointer brings, [`view`] those of the views below it. [`opener`], [`passage`], [`pointer`] and
//! [`viewing`] are what actions and state are made of.

use std::collections::BTreeMap;
use std::rc::Rc;

pub use crate::app::reading::action::{
    Action, Address, CardAddress, Direction, Effect, Press, Why,
};
pub use crate::app::reading::copy_outcome::{CopyOutcome, Copying};
pub use crate::app::reading::covers::Covers;
pub use crate::app::reading::layer_entry::LayerEntry;
pub use crate::app::reading::opener::{Opener, numbered};
pub use crate::app::reading::passage::{Passage, ReturnPoint};
pub use crate::app::reading::subject::Subject;

use crate::app::reading::peek::PeekState;
use crate::app::reading::pointer::{Millis, Pointer};
use crate::app::reading::viewing::{Choice, Shown, View, Viewing};
use crate::components::card::CardHeight;

mod action;
mod card;
mod copy_outcome;
mod copying;
mod covers;
pub mod date_filter;
mod layer_entry;
mod opener;
mod passage;
pub mod peek;
mod pointer;
mod subject;
pub mod view;
mod viewing;

/// What the reader has before them, besides the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub card: Card,
    pub peek_state: PeekState,
    /// The view below the card, and what was chosen in views.
    pub viewing: Viewing,
    /// Cards kept in the outer margin, oldest first; no layers, so going back leaves them.
    pub pins: Vec<KeptCardState>,
    /// The card that the view was opened over: going back leads to it.
    pub covered: Option<CardState>,
    /// How many entries of ours the history holds, up to where the reader is.
    pub depth: u32,
    /// Where the reader was before they jumped along mentions.
    pub return_point: Option<ReturnPoint>,
    /// What they jumped to: it is lit until they go on.
    pub lit: Option<Passage>,
    /// The block where the last visit ended, until the reader goes there or reads on.
    pub resume: Option<Rc<str>>,
    /// Words of the text are selected.
    pub selecting: bool,
    /// Settings by name; one that was never set is absent.
    pub settings: Settings,
    /// Inner size of the window, in CSS pixels.
    pub window: (u32, u32),
    /// How far down the article each block begins, in thousandths of its height.
    pub block_offsets: Rc<[u32]>,
    pub copying: Copying,
    /// What the live region says.
    pub announcement: Option<Announcement>,
}

/// Settings and their values, by name.
pub type Settings = BTreeMap<Rc<str>, Rc<str>>;

/// The card and where it came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Card {
    #[default]
    Shut,
    Open(CardState),
}

/// An open card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardState {
    pub subject: Subject,
    /// The mention it was opened from, or the one the reader has stepped to.
    pub opener: Option<Opener>,
    /// What this card showed before, newest last: the way back along its links ...
    pub behind: Vec<Subject>,
    /// ... and forward again.
    pub ahead: Vec<Subject>,
    /// What of the history it stands on.
    pub entry: LayerEntry,
    /// The address named it: the text stays where it is.
    pub arrived: bool,
    /// The view below it, which would cover the text that the reader has gone to: it stays as it is, out of sight.
    pub hides: Option<Shown>,
    /// How high it stands, where it is a sheet or makes way for the text.
    pub height: CardHeight,
    /// All mentions are listed.
    pub all: bool,
}

/// A card kept in the margin.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptCardState {
    pub entity: Rc<str>,
    pub opener: Option<Opener>,
}

/// Cards that can be kept at once; more would take the page's place.
pub const KEPT_CARDS: usize = 3;

/// A message for the live region, which screen readers read out.
#[derive(Clone, Debug, PartialEq)]
pub enum Announcement {
    /// The text moved to this mention.
    Moved(Opener),
    Copied,
    NotCopied,
    /// This event was chosen.
    Event(Rc<str>),
    /// These words, as a view puts them.
    Text(Rc<str>),
}

impl Reading {
    /// The view that is drawn, and whether it is seen.
    pub fn drawn_view(&self) -> Option<(View, bool)> {
        let below = match &self.card {
            Card::Open(open) => open.hides,
            Card::Shut => None,
        };
        let hidden = || self.viewing.hidden.or(below);
        let seen = self.viewing.shown.map(|shown| (shown.view, true));
        seen.or_else(|| hidden().map(|shown| (shown.view, false)))
    }

    /// The reader switched peeks off.
    pub fn peeks_off(&self) -> bool {
        self.settings
            .get("peeks")
            .is_some_and(|value| &**value == "off")
    }

    /// What follows an action: the next state, and what the browser is to do about it, in order. `now` counts from any
    /// moment, only differences matter.
    #[must_use]
    pub fn step(&self, action: Action, now: Millis) -> (Self, Vec<Effect>) {
        let mut step = Transition {
            next: self.clone(),
            effects: Vec::new(),
        };
        step.take(action, now);
        (step.next, step.effects)
    }
}

/// One step of the reducer on its way: the state that is to come, and what the browser is to do.
struct Transition {
    next: Reading,
    effects: Vec<Effect>,
}

impl Transition {
    fn ask(&mut self, effect: Effect) {
        if matches!(effect, Effect::Push(_) | Effect::PushJump(_)) {
            self.next.depth += 1;
        }
        self.effects.push(effect);
    }

    fn take(&mut self, action: Action, now: Millis) {
        match action {
            Action::Point(Pointer::Over { .. })
                if self.next.card != Card::Shut || self.next.peeks_off() => {}
            Action::Point(pointer) => {
                if let Pointer::Scrolled { top, window } = pointer {
                    self.scrolled_to(top, window);
                }
                if let Some(effect) = self.next.peek_state.step(pointer, now) {
                    self.ask(effect);
                }
            }
            Action::Find
                if self.next.viewing.view() == Some(View::Search)
                    && self.next.card == Card::Shut =>
            {
                self.ask(Effect::FocusView(View::Search));
            }
            Action::Find => self.take(Action::View(View::Search), now),
            Action::Dismiss(Why::Escape) if self.next.peek_state.close(now) => {}
            Action::TogglePeeks => {
                let value = if self.next.peeks_off() { "" } else { "off" };
                self.set("peeks".into(), value.into());
            }
            Action::Set(name, value) => self.set(name, value),
            Action::Event(event) => self.choose_event(event),
            Action::Copied(outcome) => self.copied(outcome),
            Action::ForgetCopy(number) => self.forget_copy(number),
            Action::Announce(words) => self.next.announcement = Some(Announcement::Text(words)),
            Action::Resized { window } => self.next.window = window,
            Action::Measured { block_offsets } => self.next.block_offsets = block_offsets,
            Action::Return { covers } => self.return_to_text(covers),
            Action::Go { to, from, covers } => self.set_out(to, from, covers),
            Action::Walk {
                forward,
                from,
                covers,
            } => self.walk(forward, from, covers),
            Action::Select(selecting) => self.next.selecting = selecting,
            Action::Quote => self.ask(Effect::Quote),
            Action::Copy(words) => self.ask(Effect::CopyWords(words)),
            Action::EndGoing => {
                self.next.viewing.hits = None;
                self.next.return_point = None;
                self.dim();
            }
            Action::Resume => {
                if let Some(block) = self.next.resume.take() {
                    self.set_out(Passage::whole(block), None, Covers::default());
                }
            }
            Action::Choose(choice) => {
                if matches!(choice, Choice::Query(_)) {
                    self.next.announcement = None;
                }
                if matches!(choice, Choice::Query(_) | Choice::Active(_)) {
                    self.ask(Effect::ShowResult);
                }
                // What was pressed goes with it: the view itself takes the focus.
                if matches!(choice, Choice::All) {
                    self.ask(Effect::FocusView(View::Relations));
                }
                self.next.viewing.choose(choice);
            }
            Action::Unpin(entity) => self.unpin(&entity),
            Action::Press(Press {
                subject: Subject::Entity(entity),
                opener,
                wide: true,
                ..
            }) if self.next.pins.iter().any(|pin| pin.entity == entity) => {
                self.move_pin(entity, opener);
            }
            action => {
                self.next.peek_state.clear(now);
                match std::mem::take(&mut self.next.card) {
                    Card::Open(open) => self.with_card(open, action),
                    Card::Shut => self.without_card(action),
                }
            }
        }
    }

    /// To a place in the text, from a card, a view, or the text itself.
    fn set_out(&mut self, to: Passage, from: Option<ReturnPoint>, covers: Covers) {
        match std::mem::take(&mut self.next.card) {
            Card::Open(open) => self.go_from_card(open, to, from, covers),
            Card::Shut => self.go(to, from, covers),
        }
    }

    fn without_card(&mut self, action: Action) {
        match action {
            Action::Press(Press {
                subject, opener, ..
            }) => {
                self.ask(Effect::Push(subject.fragment()));
                self.ask(Effect::FocusCard);
                let entry = self.pushed();
                self.open(CardState::new(subject, opener, entry));
            }
            Action::Arrive { address, entry } => self.arrive_without_card(address, entry),
            Action::View(view) => self.open_view(view),
            Action::CloseView => self.close_view(),
            Action::Dismiss(Why::Outside) => {}
            Action::Dismiss(_) if self.next.viewing.shown.is_some() => self.close_view(),
            Action::Dismiss(Why::Escape) => {
                if let Some(pin) = self.next.pins.last().cloned() {
                    self.unpin(&pin.entity);
                }
            }
            _ => {}
        }
    }

    /// The place to come back to is forgotten once the reader has read on for a screen.
    fn scrolled_to(&mut self, top: f64, window: f64) {
        if top > window {
            self.next.resume = None;
        }
        if let Some(return_point) = &mut self.next.return_point {
            let landed = *return_point.top.get_or_insert(top);
            if (top - landed).abs() > window {
                self.next.return_point = None;
            }
        }
    }

    /// The entry that was pushed just now.
    fn pushed(&self) -> LayerEntry {
        LayerEntry {
            pushed: true,
            jumped: false,
            depth: self.next.depth,
        }
    }

    /// Off the history entries that a layer stands on: back over those that we pushed. The page that an address led to stays,
    /// without its layer.
    fn step_off(&mut self, entry: LayerEntry) {
        self.ask(if entry.pushed {
            Effect::Back(entry.count())
        } else {
            Effect::Replace(None)
        });
    }

    /// The way back: over the entry that was pushed on the way there, where the rest follows; else at once.
    fn return_to_text(&mut self, covers: Covers) {
        let jumped = match (&self.next.card, &self.next.viewing.shown) {
            (Card::Open(open), _) => open.entry.jumped,
            (Card::Shut, Some(shown)) => shown.entry.jumped,
            (Card::Shut, None) => false,
        };
        if jumped && let Some(point) = &mut self.next.return_point {
            point.returning = Some(covers);
            return self.ask(Effect::Back(1));
        }
        if let Some(point) = self.next.return_point.take() {
            let id = point.id.clone();
            self.dim();
            self.ask(Effect::Restore(point));
            self.ask(Effect::FocusOpener(Some(id)));
        }
    }

    fn set(&mut self, name: Rc<str>, value: Rc<str>) {
        if value.is_empty() {
            self.next.settings.remove(&name);
        } else {
            self.next.settings.insert(name.clone(), value.clone());
        }
        self.ask(Effect::Set(name, value));
    }

    /// A kept card moves to another mention of its entity.
    fn move_pin(&mut self, entity: Rc<str>, opener: Option<Opener>) {
        let pin = self.next.pins.iter_mut().find(|pin| pin.entity == entity);
        if let Some(pin) = pin
            && let Some(opener) = opener
        {
            let old = pin.opener.replace(opener.clone());
            if let Some(old) = old {
                self.ask(Effect::Collapse(old.id));
            }
            self.ask(Effect::Expand(opener.id));
        }
        self.ask(Effect::FocusPin(entity));
    }

    fn unpin(&mut self, entity: &str) {
        let Some(row) = self.next.pins.iter().position(|pin| *pin.entity == *entity) else {
            return;
        };
        let opener = self.next.pins.remove(row).opener.map(|opener| opener.id);
        if let Some(id) = opener.clone() {
            self.ask(Effect::Collapse(id));
        }
        self.ask(Effect::FocusOpener(opener));
    }

    fn dim(&mut self) {
        if let Some(passage) = self.next.lit.take() {
            self.ask(Effect::Dim(passage));
        }
    }
}

#[cfg(test)]
mod footnote_tests;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
