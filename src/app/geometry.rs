//! Where a card stands: beside the words that opened it, inside the window, never over them. Pure, so that it is
//! tested over thousands of windows. Lengths are CSS pixels from the window's upper left corner.

/// A point of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    /// Whether it lies at most `length` from another.
    pub fn is_near(self, other: Self, length: f64) -> bool {
        (self.x - other.x).powi(2) + (self.y - other.y).powi(2) <= length.powi(2)
    }
}

/// A box in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    pub fn new([left, top, right, bottom]: [f64; 4]) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// How far a point lies outside of it, squared.
    fn distance(self, point: Point) -> f64 {
        let x = (self.left - point.x).max(point.x - self.right).max(0.0);
        let y = (self.top - point.y).max(point.y - self.bottom).max(0.0);
        x * x + y * y
    }
}

/// What a card is placed by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacementInput {
    /// What of the window may be used.
    pub window: Rect,
    /// The line of the opener that was pressed.
    pub line: Rect,
    /// Top of the opener's first line and bottom of its last: words that wrap have several.
    pub words: (f64, f64),
    /// The card's size where nothing limits it.
    pub width: f64,
    pub height: f64,
    /// Text runs from right to left.
    pub mirrored: bool,
}

/// Where a card stands and how high it may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    pub left: f64,
    pub top: f64,
    pub room: f64,
}

/// Between words and card, and between card and window.
const GAP: f64 = 8.0;

/// Below the words from where the pressed line starts; above where there is more room; else cut to the room there is.
pub fn beside(input: &PlacementInput) -> Placed {
    let PlacementInput {
        window,
        line,
        words: (first, last),
        width,
        height,
        mirrored,
    } = *input;
    let start = if mirrored {
        line.right - width
    } else {
        line.left
    };
    let left = within(start, width, window.left + GAP, window.right - GAP);
    // Words that have left the window hold the card no longer: it stays at the edge where they went.
    let (first, last) = (
        within(first, 0.0, window.top, window.bottom),
        within(last, 0.0, window.top, window.bottom),
    );
    let (below, above) = (
        window.bottom - last - 2.0 * GAP,
        first - window.top - 2.0 * GAP,
    );
    if height <= below || below >= above {
        let room = below.max(0.0);
        Placed {
            left,
            top: last + GAP,
            room,
        }
    } else {
        let room = above.max(0.0);
        Placed {
            left,
            top: first - GAP - height.min(room),
            room,
        }
    }
}

/// In the outer margin: level with the pressed line, inside the window.
pub fn level(input: &PlacementInput) -> Placed {
    let PlacementInput {
        window,
        line,
        height,
        ..
    } = *input;
    let (low, high) = (window.top + 2.0 * GAP, window.bottom - 2.0 * GAP);
    let top = within(line.top, height, low, high);
    Placed {
        left: 0.0,
        top,
        room: (high - top).max(0.0),
    }
}

/// `start`, moved so that `length` fits between two sides; the lower side wins. (`f64::clamp` panics where its
/// lower bound is above the upper, as it is for a box that is longer than the space.)
fn within(start: f64, length: f64, low: f64, high: f64) -> f64 {
    start.min(high - length).max(low)
}

/// A pointer on its way from words to their peek: leaving the words does not mean leaving the peek.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Approach {
    from: Point,
    peek: Rect,
    last: Point,
}

/// The path is that much wider than the straight lines to the peek's corners.
const BUFFER: f64 = 0.5;

impl Approach {
    /// A pointer that leaves the words here.
    pub fn new(from: Point, peek: Rect) -> Self {
        Self {
            from,
            peek,
            last: from,
        }
    }

    /// Whether this move is one towards the peek, within the triangle from where it left to the peek's near corners.
    pub fn follow(&mut self, to: Point) -> bool {
        let nearer = self.peek.distance(to) < self.peek.distance(self.last);
        self.last = to;
        nearer && self.contains(to)
    }

    fn contains(&self, point: Point) -> bool {
        let Rect {
            left,
            top,
            right,
            bottom,
        } = self.peek;
        let (low, high) = if self.from.y < top {
            (self.from.y, top)
        } else {
            (bottom, self.from.y)
        };
        if point.y < low - BUFFER || point.y > high + BUFFER {
            return false;
        }
        // How much of the way to the peek lies behind.
        let edge = if self.from.y < top { top } else { bottom };
        let whole = edge - self.from.y;
        let part = if whole == 0.0 {
            1.0
        } else {
            within((point.y - self.from.y) / whole, 0.0, 0.0, 1.0)
        };
        let side = |corner: f64| self.from.x + (corner - self.from.x) * part;
        point.x >= side(left).min(self.from.x) - BUFFER
            && point.x <= side(right).max(self.from.x) + BUFFER
    }
}

#[cfg(test)]
mod tests;
