//! The rules of views: layers below a card, or over it.
//!
//! A view lies under a card that was opened from it, or over the card that led to it: going back from the one leads to the
//! other. At most two layers are drawn, and the address names the upper one.

use std::rc::Rc;

use crate::app::reading::{
    Address, Announcement, Card, CardAddress, CardState, Covers, Effect, LayerEntry, Opener,
    Passage, ReturnPoint, Transition,
};

pub use crate::app::reading::viewing::{Choice, Hits, MapExtent, Order, Shown, View, Viewing};

impl Transition {
    /// No card is open: the view opens, takes the other's place, or closes.
    pub(super) fn open_view(&mut self, view: View) {
        if self.next.viewing.view() == Some(view) {
            return self.close_view();
        }
        self.show_view(view);
        self.ask(Effect::FocusView(view));
    }

    /// The view takes another's place, or stands on an entry of its own.
    fn show_view(&mut self, view: View) {
        let fragment = view.fragment();
        let entry = match self.next.viewing.shown {
            Some(shown) => {
                self.ask(Effect::Replace(Some(fragment)));
                shown.entry
            }
            None => {
                self.ask(Effect::Push(fragment));
                self.pushed()
            }
        };
        self.next.viewing.show(view, entry);
    }

    /// A card is open: the view goes over it.
    pub(super) fn view_for_card(&mut self, open: CardState, view: View) {
        self.cover_card(open, view);
        self.ask(Effect::FocusView(view));
    }

    /// The view that lies below the card already is uncovered; another goes over the card, and going back leads to it.
    fn cover_card(&mut self, open: CardState, view: View) {
        self.dim();
        self.leave(&open);
        if self.next.viewing.view() == Some(view) {
            return self.step_off(open.entry);
        }
        self.ask(Effect::Push(view.fragment()));
        let entry = self.pushed();
        self.next.viewing.show(view, entry);
        self.next.covered = Some(open);
    }

    /// An event was pressed, or an arrow key led to it.
    pub(super) fn choose_event(&mut self, event: Rc<str>) {
        match std::mem::take(&mut self.next.card) {
            Card::Open(open) => self.cover_card(open, View::Timeline),
            Card::Shut if self.next.viewing.view() == Some(View::Timeline) => {}
            Card::Shut => self.show_view(View::Timeline),
        }
        self.ask(Effect::FocusRow(["event-", &event].concat().into()));
        self.next.viewing.event = Some(event.clone());
        self.next.announcement = Some(Announcement::Event(event));
    }

    pub(super) fn close_view(&mut self) {
        if let Some(shown) = self.next.viewing.shown.take() {
            self.dim();
            self.step_off(shown.entry);
            self.ask(Effect::FocusTab(shown.view));
        }
    }

    /// The view is closed under its card.
    pub(super) fn close_both(&mut self, open: CardState) {
        let Some(shown) = self.next.viewing.shown.take() else {
            return self.keep_card(open);
        };
        self.dim();
        self.leave(&open);
        if open.entry.pushed && shown.entry.pushed {
            self.ask(Effect::Back(open.entry.count() + shown.entry.count()));
        } else {
            self.step_off(open.entry);
        }
        self.ask(Effect::FocusTab(shown.view));
    }

    /// The reader went back from a card to the view below it.
    pub(super) fn uncover_view(&mut self, open: &CardState, view: View, entry: LayerEntry) {
        if let Some(shown) = &mut self.next.viewing.shown
            && shown.view == view
        {
            shown.entry = entry;
            self.ask(open.focus_back());
        } else if self.next.viewing.show_again(view, entry) {
            self.ask(open.focus_back());
        } else {
            self.next.viewing.show(view, entry);
            self.ask(Effect::FocusView(view));
        }
    }

    /// The reader went back from a view to the card that it was opened over.
    fn uncover_card(&mut self, found: CardAddress, entry: LayerEntry) {
        self.next.viewing.shown = None;
        match self.next.covered.take() {
            Some(mut open) if open.subject == found.subject => {
                open.entry = entry;
                self.ask(Effect::FocusCard);
                self.open(open);
            }
            _ => self.find(found, entry),
        }
    }

    /// The reader went somewhere while no card is open.
    pub(super) fn arrive_without_card(&mut self, address: Address, entry: LayerEntry) {
        let came_back = entry.depth < self.next.depth;
        self.next.depth = entry.depth;
        match address {
            Address::Card(found) if came_back && self.next.viewing.shown.is_some() => {
                self.uncover_card(found, entry);
            }
            Address::Card(found) => self.find(found, entry),
            Address::View(view) if self.next.viewing.view() == Some(view) => {
                if let Some(shown) = &mut self.next.viewing.shown {
                    let came_back = shown.entry.jumped && !entry.jumped;
                    shown.entry = entry;
                    if came_back {
                        self.dim();
                        let point = self.next.return_point.take();
                        return self.come_back(point);
                    }
                }
                // Firefox drops the focus on the way back from a card.
                self.ask(Effect::FocusOpener(None));
            }
            Address::View(view) if self.next.viewing.show_again(view, entry) => {
                self.dim();
                let point = self.next.return_point.take();
                self.come_back(point);
            }
            Address::View(view) => {
                self.next.viewing.show(view, entry);
                self.ask(Effect::FocusView(view));
            }
            Address::Elsewhere => self.next.viewing.shown = None,
            Address::Page => {
                if let Some(shown) = self.next.viewing.shown.take() {
                    self.ask(Effect::FocusTab(shown.view));
                }
            }
        }
    }

    /// The reader is back on the entry from which they went into the text: the page stands as it did, and the focus is where it
    /// was, or on the line by which they came back.
    pub(super) fn come_back(&mut self, point: Option<ReturnPoint>) {
        let Some(point) = point else {
            return self.ask(Effect::FocusLeft);
        };
        let line = point.returning.map(|_| point.id.clone());
        self.ask(Effect::Restore(point));
        self.ask(line.map_or(Effect::FocusLeft, |id| Effect::FocusOpener(Some(id))));
    }

    /// Where the reader leaves the line for the first time, with the mention that the card belongs to.
    pub(super) fn keep_return_point(&mut self, from: Option<ReturnPoint>, opener: Option<Opener>) {
        match &mut self.next.return_point {
            Some(point) => point.top = None,
            None => {
                self.next.return_point = from.map(|point| ReturnPoint { opener, ..point });
            }
        }
    }

    /// No card is open. To a place in the text, where a view that would cover it is hidden. Going back leads to where the reader
    /// is now.
    pub(super) fn go(&mut self, to: Passage, from: Option<ReturnPoint>, covers: Covers) {
        self.keep_return_point(from, None);
        self.dim();
        let viewing = &mut self.next.viewing;
        match &mut viewing.shown {
            Some(_) if covers.view => {
                viewing.hidden = viewing.shown.take();
                self.ask(Effect::PushJump(to.id.clone()));
                self.ask(Effect::FocusText(to.id.clone()));
            }
            Some(shown) => {
                let view = shown.view;
                if !std::mem::replace(&mut shown.entry.jumped, true) {
                    self.ask(Effect::PushJump(view.fragment()));
                }
            }
            None => {}
        }
        self.go_to(to);
    }

    /// To the hit after the one that was gone to, or before it; wraps around at the ends.
    pub(super) fn walk(&mut self, forward: bool, from: Option<ReturnPoint>, covers: Covers) {
        let Some(hits) = &mut self.next.viewing.hits else {
            return;
        };
        let count = hits.passages.len();
        hits.at = (hits.at + if forward { 1 } else { count - 1 }) % count;
        let to = hits.passages[hits.at].clone();
        self.set_out(to, from, covers);
    }

    /// A place is shown and lit.
    pub(super) fn go_to(&mut self, passage: Passage) {
        self.ask(Effect::Light(passage.clone()));
        self.ask(Effect::Show(passage.clone()));
        self.next.lit = Some(passage);
    }
}

#[cfg(test)]
mod tests;
