//! The box that a map is drawn in.

use geo::Coord;

/// Units of the map's box. A reader who enlarges a map as wide as a phone eight times sees a unit as one and a half
/// pixels.
pub(crate) const WIDTH: u32 = 2400;
pub(crate) const HEIGHT: u32 = 1600;

/// The middle of the box.
pub(super) const MIDDLE: Coord<f64> = Coord {
    x: WIDTH as f64 / 2.0,
    y: HEIGHT as f64 / 2.0,
};
