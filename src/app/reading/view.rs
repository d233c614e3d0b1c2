//! The rules of views: the layer below the card.
//!
//! A view lies under a card that was opened from it; opened over a card it takes the card's place. So there are never
//! more than two layers, and the address names the upper one.

use std::rc::Rc;

use crate::app::reading::{
    Address, Announcement, Card, CardState, Covers, Effect, Passage, ReturnPoint, Transition,
};
use crate::components::card::CardHeight;

pub use crate::app::reading::viewing::{Choice, Hits, MapExtent, Order, Shown, View, Viewing};

impl Shown {
    fn step_off(self) -> Effect {
        if self.pushed {
            Effect::Back
        } else {
            Effect::Replace(None)
        }
    }
}

impl Transition {
    /// No card is open: the view opens, takes the other's place, or closes.
    pub(super) fn open_view(&mut self, view: View) {
        let pushed = match self.next.viewing.shown {
            Some(shown) if shown.view == view => return self.close_view(),
            Some(shown) => shown.pushed,
            None => true,
        };
        self.show_view(view, pushed);
        self.ask(Effect::FocusView(view));
    }

    fn show_view(&mut self, view: View, pushed: bool) {
        let fragment = view.fragment();
        let address = match self.next.viewing.show(view, pushed) {
            Some(_) => Effect::Replace(Some(fragment)),
            None => Effect::Push(fragment),
        };
        self.ask(address);
    }

    /// A card is open: it makes way.
    pub(super) fn view_for_card(&mut self, open: &CardState, view: View) {
        self.make_way(open, view);
        self.ask(Effect::FocusView(view));
    }

    fn make_way(&mut self, open: &CardState, view: View) {
        self.dim();
        self.leave(open);
        if self.next.viewing.view() == Some(view) {
            self.ask(open.step_off());
        } else {
            self.next.viewing.show(view, open.pushed);
            self.ask(Effect::Replace(Some(view.fragment())));
        }
    }

    /// An event was pressed, or an arrow key led to it.
    pub(super) fn choose_event(&mut self, event: Rc<str>) {
        match std::mem::take(&mut self.next.card) {
            Card::Open(open) => self.make_way(&open, View::Timeline),
            Card::Shut if self.next.viewing.view() == Some(View::Timeline) => {}
            Card::Shut => {
                let pushed = self.next.viewing.shown.is_none_or(|shown| shown.pushed);
                self.show_view(View::Timeline, pushed);
            }
        }
        self.ask(Effect::FocusRow(["event-", &event].concat().into()));
        self.next.viewing.event = Some(event.clone());
        self.next.announcement = Some(Announcement::Event(event));
    }

    pub(super) fn close_view(&mut self) {
        if let Some(shown) = self.next.viewing.shown.take() {
            self.dim();
            self.ask(shown.step_off());
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
        self.ask(match (open.step_off(), shown.step_off()) {
            (Effect::Back, Effect::Back) => Effect::BackTwice,
            (step, _) => step,
        });
        self.ask(Effect::FocusTab(shown.view));
    }

    /// The reader went back from a card to the view below it.
    pub(super) fn uncover_view(&mut self, open: &CardState, view: View, pushed: bool) {
        if self.next.viewing.view() == Some(view) {
            self.ask(open.focus_back());
        } else {
            self.next.viewing.show(view, pushed);
            self.ask(Effect::FocusView(view));
        }
    }

    /// The reader went somewhere while no card is open.
    pub(super) fn arrive_without_card(&mut self, address: Address, pushed: bool) {
        match address {
            Address::Entity(found) => self.find(found, pushed),
            // Firefox drops the focus on the way back from a card.
            Address::View(view) if self.next.viewing.view() == Some(view) => {
                self.ask(Effect::FocusOpener(None));
            }
            Address::View(view) => {
                self.next.viewing.show(view, pushed);
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

    /// To a place in the text: what would cover it makes way. A card is lowered; a view closes, but under a card it stays in the
    /// history, so that the way back from the card leads to it.
    pub(super) fn go(&mut self, to: Passage, from: Option<ReturnPoint>, covers: Covers) {
        match &mut self.next.return_point {
            Some(return_point) => return_point.top = None,
            None => self.next.return_point = from,
        }
        self.dim();
        let mut hidden = false;
        if covers.view
            && let Some(shown) = self.next.viewing.shown.take()
        {
            hidden = true;
            if self.next.card == Card::Shut {
                self.ask(shown.step_off());
            }
        }
        if let Card::Open(open) = &mut self.next.card
            && covers.card
        {
            hidden = true;
            open.height = CardHeight::Lowered;
        }
        if hidden {
            self.ask(Effect::FocusText(to.id.clone()));
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
        self.go(to, from, covers);
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
