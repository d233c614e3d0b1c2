//! What an action changes of what is drawn, told without copying or comparing the whole state.

use std::rc::Rc;

use crate::app::reading::peek::Pointer;
use crate::app::reading::view::View;
use crate::app::reading::{Action, Card, Reading};

/// What an action can change, besides the card.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// The page moved under a pointer.
    Scrolled,
    /// Only a peek, or what is offered at the foot.
    Pointed,
    /// Nothing but places.
    Resized,
    /// What an open view shows.
    Chosen,
    Shown,
    Read,
    Other,
}

impl Kind {
    pub(super) fn of(action: &Action) -> Self {
        match action {
            Action::Point(Pointer::Scrolled { .. }) => Self::Scrolled,
            Action::Point(_) => Self::Pointed,
            Action::Resized => Self::Resized,
            Action::Choose(_) | Action::Event(_) => Self::Chosen,
            Action::Shown => Self::Shown,
            Action::Read => Self::Read,
            _ => Self::Other,
        }
    }
}

/// As much of a state as tells whether the next one is drawn otherwise.
pub(super) struct Before {
    pub(super) shut: bool,
    pub(super) peek: Option<Rc<str>>,
    pub(super) view: Option<View>,
    pub(super) pins: usize,
    /// Whether there are places to go back to and to go on from.
    pub(super) offers: [bool; 2],
}

impl Before {
    pub(super) fn of(reading: &Reading) -> Self {
        let peek = reading.peeking.shown.as_ref();
        Self {
            shut: matches!(reading.card, Card::Shut),
            peek: peek.map(|peek| peek.opener.id.clone()),
            view: reading.viewing.view(),
            pins: reading.pins.len(),
            offers: [reading.place.is_some(), reading.resume.is_some()],
        }
    }
}
