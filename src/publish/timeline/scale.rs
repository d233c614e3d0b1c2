//! From days to CSS px.

/// From each side of the drawing to the axis, in CSS px.
const SIDE: i64 = 8;
/// From an end of the axis to the nearest event, in CSS px: no dot hangs over it, and a year below it fits in.
const INSET: i64 = 8;
/// Least range of an axis, in days: it has two months to count by.
const LEAST: i64 = 62;

/// An axis: days from its first to its last, evenly over its length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    events: (i64, i64),
    from: i64,
    to: i64,
    width: u32,
}

impl Scale {
    /// An axis for events from one day to another, as wide as the drawing but for its sides.
    pub(super) fn new(first: i64, last: i64, width: u32) -> Self {
        let inside = i64::from(width) - 2 * (SIDE + INSET);
        let short = (LEAST - (last - first)).max(0);
        let (from, to) = (first - short / 2, last + short - short / 2);
        let inset = (to - from) * INSET / inside.max(1) + 1;
        Scale {
            events: (first, last),
            from: from - inset,
            to: to + inset,
            width,
        }
    }

    /// The first and the last day of its events.
    pub(super) fn events(&self) -> (i64, i64) {
        self.events
    }

    /// Its own first and last day.
    pub(super) fn days(&self) -> (i64, i64) {
        (self.from, self.to)
    }

    /// Width of the drawing.
    pub(super) fn width(&self) -> u32 {
        self.width
    }

    /// Where a day stands; one before or after the axis stands at its end.
    pub(super) fn x(&self, day: i64) -> i64 {
        let (along, length) = (
            day.clamp(self.from, self.to) - self.from,
            self.to - self.from,
        );
        SIDE + (2 * along * (i64::from(self.width) - 2 * SIDE) + length) / (2 * length)
    }
}
