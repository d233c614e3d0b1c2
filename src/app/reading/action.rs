//! What happened, and what the browser is to do about it.

use std::rc::Rc;

use crate::app::reading::copy_outcome::CopyOutcome;
use crate::app::reading::covers::Covers;
use crate::app::reading::layer_entry::LayerEntry;
use crate::app::reading::opener::Opener;
use crate::app::reading::passage::{Passage, ReturnPoint};
use crate::app::reading::pointer::{Millis, Pointer};
use crate::app::reading::subject::Subject;
use crate::app::reading::viewing::{Choice, View};
use crate::components::card::CardHeight;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A mention, the sign of a footnote or another link to what has a card was pressed.
    Press(Press),
    /// The newest layer is to be closed.
    Dismiss(Why),
    /// The address is new to us: the app attached, or the reader went back, forward, or along a link within the page.
    Arrive {
        address: Address,
        entry: LayerEntry,
    },
    /// A pointer that can hover did something.
    Point(Pointer),
    /// To a mention, from the card.
    Jump {
        to: Opener,
        /// Where the reader is now.
        from: Option<ReturnPoint>,
        covers: Covers,
    },
    /// To a place in the text, from a view.
    Go {
        to: Passage,
        /// Where the reader is now.
        from: Option<ReturnPoint>,
        covers: Covers,
    },
    /// To another hit of the search, the next or the one before.
    Walk {
        forward: bool,
        /// Where the reader is now.
        from: Option<ReturnPoint>,
        covers: Covers,
    },
    /// A view is to be opened; one that is open, closed.
    View(View),
    /// The search is to be opened; in one that is open, what was typed is chosen, for other words to take its place.
    Find,
    /// The view itself is to be closed, with what lies over it.
    CloseView,
    /// An event is chosen, which the timeline shows.
    Event(Rc<str>),
    /// A setting is to hold from now on.
    Set(Rc<str>, Rc<str>),
    /// Words are to be copied.
    Copy(Rc<str>),
    /// Something is chosen in a view.
    Choose(Choice),
    /// To where the reader was before they jumped.
    Return {
        covers: Covers,
    },
    /// Along the card's trail.
    Trail(Direction),
    /// The card is to stay in the margin.
    Pin,
    Unpin(Rc<str>),
    /// The card is to stand that high.
    Height(CardHeight),
    /// Peeks are to stay away, or to come again.
    TogglePeeks,
    /// The card's address is to be copied.
    Share,
    /// What came of copying.
    Copied(CopyOutcome),
    /// What came of copying has been shown for long enough, or is closed. A timer tells which time of copying it is of.
    ForgetCopy(Option<u32>),
    /// All mentions are to be listed, not only the first ones.
    ListAll,
    /// The window has another size: nothing changes but places.
    Resized {
        /// Its inner size, in CSS pixels.
        window: (u32, u32),
    },
    /// The article's blocks were measured.
    Measured {
        /// How far down the article each begins, in thousandths of its height.
        block_offsets: Rc<[u32]>,
    },
    /// Words of the text are selected, or no longer.
    Select(bool),
    /// A link to the selected words is to be copied.
    Quote,
    /// The hits are walked along no longer, and the way back is not wanted.
    EndGoing,
    /// To where the last visit ended.
    Resume,
    /// The live region is to say these words.
    Announce(Rc<str>),
}

/// Which way along a trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Back,
    Forward,
}

/// A press on a link to what has a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    pub subject: Subject,
    /// The mention or sign, if the link is one.
    pub opener: Option<Opener>,
    /// The link stands in the card.
    pub inside: bool,
    /// Pinned cards are to be seen.
    pub wide: bool,
}

/// What the address's fragment names.
#[derive(Clone, Debug, PartialEq)]
pub enum Address {
    Card(CardAddress),
    View(View),
    /// A mention, a block, a list.
    Elsewhere,
    /// The page alone.
    Page,
}

/// What has a card, found in the address.
#[derive(Clone, Debug, PartialEq)]
pub struct CardAddress {
    pub subject: Subject,
    /// The mention that a reader would take for what opened it.
    pub opener: Option<Opener>,
    /// Its note is the page's target, so the styles show it as a card already.
    pub target: bool,
}

/// Why a card closes, which decides where focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Escape,
    Close,
    Outside,
}

/// What the browser is to do about it, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// A history entry of its own with this fragment, for a layer on a shorter stack.
    Push(Rc<str>),
    /// The same entry, another fragment; without one the address of the page alone.
    Replace(Option<Rc<str>>),
    /// One more entry with this fragment, on that of a layer: the reader goes from it into the text.
    PushJump(Rc<str>),
    /// Back over that many entries of ours.
    Back(u32),
    /// The page's own note gives way to the card, once that is drawn.
    ClearTarget,
    /// The opener says that its card is open.
    Expand(Rc<str>),
    Collapse(Rc<str>),
    /// What a jump led to is lit.
    Light(Passage),
    Dim(Passage),
    /// Scroll there, clear of the card.
    Show(Passage),
    /// Scroll until the place is where it was.
    Restore(ReturnPoint),
    /// Focus goes to the card's heading, once drawn.
    FocusCard,
    /// Focus goes to a pinned card's heading, once drawn.
    FocusPin(Rc<str>),
    /// Focus goes back to what opened the card.
    FocusOpener(Option<Rc<str>>),
    /// Focus goes to the view's heading or box, once drawn.
    FocusView(View),
    /// Focus goes back to the link that opens the view.
    FocusTab(View),
    /// Focus goes to a place in the text.
    FocusText(Rc<str>),
    /// [`Pointer::TimerFired`] with this number, later.
    SetTimer {
        after: Millis,
        timer: u32,
    },
    /// The result that the keys are on comes into sight, once drawn.
    ShowResult,
    /// Focus goes to a row of the view, once drawn.
    FocusRow(Rc<str>),
    /// A setting holds, and for the next visit.
    Set(Rc<str>, Rc<str>),
    /// [`Action::ForgetCopy`] with this number, later.
    ForgetCopy {
        after: Millis,
        number: u32,
    },
    /// Focus goes to what had it when the reader left the line ([`Effect::PushJump`]).
    FocusLeft,
    /// Focus goes to the words that could not be copied, all of them selected.
    FocusCopy,
    /// A link to the selected words to the clipboard, then [`Action::Copied`].
    Quote,
    /// Words to the clipboard, then [`Action::Copied`].
    CopyWords(Rc<str>),
    /// The page's address with this fragment to the clipboard, then [`Action::Copied`].
    Copy(Rc<str>),
}
