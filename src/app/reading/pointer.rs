//! What a pointer does, and when.

use crate::app::geometry::Point;
use crate::app::reading::opener::Opener;
use crate::app::reading::subject::Subject;

/// Milliseconds since the page was loaded.
pub type Millis = f64;

/// What happens to a pointer that can hover: a mouse or a pen.
#[derive(Clone, Debug, PartialEq)]
pub enum Pointer {
    /// It came over a mention.
    Over {
        opener: Opener,
        subject: Subject,
        point: Point,
        /// Words are selected: the reader is busy with them.
        selecting: bool,
    },
    /// It came over the peek.
    OverPeek,
    /// It left the mention or the peek for anything else.
    Out,
    /// It moves; `toward` the peek on the way between.
    Move { point: Point, toward: bool },
    /// A button went down.
    Down,
    /// The page scrolled to here; a window's height and more sends the peek away.
    Scrolled { top: f64, window: f64 },
    /// The page is no longer seen, or a layer opened.
    Gone,
    /// A timer that was set ran out.
    TimerFired(u32),
}
