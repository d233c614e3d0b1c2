//! Actions that carry how things stand in the window at that moment, which the reducer cannot measure.

use crate::app::reading::{Action, Covers, Opener, Passage, Press, ReturnPoint, Subject};
use crate::app::reading_position::{free, read_now};
use crate::app::window::{CardLayout, card_layout, view_covers};
use crate::platform::host::Host;
use crate::platform::layout;

/// To a place in the text, with the way back to the words that opened the card, or to what is read now.
pub(super) fn go(host: &Host, to: Passage, opener: Option<&Opener>) -> Action {
    Action::Go {
        to,
        from: opened_at(host, opener).or_else(|| line(host)),
        covers: covers(),
    }
}

/// Where the reader is.
fn line(host: &Host) -> Option<ReturnPoint> {
    read_now(host).map(|(id, stood)| ReturnPoint::new(id, stood))
}

/// What stands over the text in this window.
fn covers() -> Covers {
    Covers {
        view: view_covers(),
        card: card_layout() != CardLayout::Margin,
    }
}

/// A press on a link to what has a card; `inside` the card.
pub(super) fn press(subject: Subject, opener: Option<Opener>, inside: bool) -> Action {
    Action::Press(Press {
        subject,
        opener,
        inside,
        wide: card_layout() == CardLayout::Margin,
    })
}

/// To a mention, from a card that was opened at `from`.
pub(super) fn jump(host: &Host, to: Opener, from: Option<&Opener>) -> Action {
    Action::Jump {
        to,
        from: opened_at(host, from).or_else(|| line(host)),
        covers: covers(),
    }
}

/// Where the words that opened the card stand, if they are seen.
fn opened_at(host: &Host, opener: Option<&Opener>) -> Option<ReturnPoint> {
    let opener = opener?;
    let lines = layout::lines(host, &opener.id);
    let [_, top, _, bottom] = free(host);
    let stood = lines.first()?[1];
    (top <= stood && stood < bottom).then(|| ReturnPoint::new(opener.id.clone(), stood))
}

/// Back to where the reader was before they jumped.
pub(super) fn return_to_text() -> Action {
    Action::Return { covers: covers() }
}

/// To the hit of the search after the one that was gone to, or before it.
pub(super) fn walk(host: &Host, forward: bool) -> Action {
    Action::Walk {
        forward,
        from: line(host),
        covers: covers(),
    }
}
