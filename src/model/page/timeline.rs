//! When things happened, to scale, as laid out when the page was built. All places are CSS px from the top left corner.

use serde::{Deserialize, Serialize};

/// The drawing of all events: the whole span on one axis and, where that is crowded, a part of it enlarged on a second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    pub width: u32,
    pub height: u32,
    /// One, or the whole and below it the part under the lens.
    pub axes: Vec<Axis>,
    /// On the first axis, if there is a second.
    pub lens: Option<Lens>,
}

/// A line of time. It runs from side to side but for 8 px.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// Its first and its last day, since 1 January 1970 (proleptic Gregorian).
    pub from: i32,
    pub to: i32,
    /// "1991–2026", "2025": its years.
    pub years: String,
    /// Above this line nothing of it stands.
    pub top: u32,
    /// Where the line is; marks stand above it, ticks and their labels below.
    pub y: u32,
    pub ticks: Vec<Tick>,
    /// From left to right. Each event has one mark: on the second axis if the lens holds the whole of it.
    pub marks: Vec<Mark>,
}

/// The part that is enlarged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lens {
    pub x: u32,
    pub end: u32,
}

/// A round date on an axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    pub x: u32,
    /// "1990", "500 BC", "Jun"; January is its year. Empty where it would leave the drawing.
    pub label: String,
}

/// An event on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Its row in [`EventList::events`](super::EventList::events).
    pub event: u32,
    /// The middle of a dot of 8, or where a bar begins.
    pub x: u32,
    /// The middle of the dot or bar.
    pub y: u32,
    /// Where a bar ends: a date that is vague, or too wide on this axis for a dot.
    pub end: Option<u32>,
}
