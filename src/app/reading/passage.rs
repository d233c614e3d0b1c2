//! Places in the text: where the reader goes, and where they come back to.

use std::rc::Rc;

use crate::app::reading::covers::Covers;
use crate::app::reading::opener::Opener;

/// A block or mention to go to, or words of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Its id in the page.
    pub id: Rc<str>,
    /// From and to, in UTF-16 units of the block's text; all of it without.
    pub words: Option<(u32, u32)>,
}

impl Passage {
    /// All of a block or mention.
    pub fn whole(id: impl Into<Rc<str>>) -> Self {
        Self {
            id: id.into(),
            words: None,
        }
    }
}

/// A place in the text to come back to.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnPoint {
    /// The mention that was pressed there, or the block that was read.
    pub id: Rc<str>,
    /// How far below the window's top it stood, in CSS pixels.
    pub stood: f64,
    /// The mention that the card belonged to there.
    pub(super) opener: Option<Opener>,
    /// The way back was pressed in such a window: focus goes to the line.
    pub(super) returning: Option<Covers>,
    /// Where the page stood after the jump.
    pub(super) top: Option<f64>,
}

impl ReturnPoint {
    /// A block or mention that stands `stood` below the window's top.
    pub fn new(id: impl Into<Rc<str>>, stood: f64) -> Self {
        Self {
            id: id.into(),
            stood,
            opener: None,
            returning: None,
            top: None,
        }
    }
}
