//! The grid that the file's arcs are written in, and where its points lie on earth.

/// A point in the file's grid: east and north from 180° W, 89.999° S. East goes on past the antimeridian where an
/// arc crosses it, so that no step is longer than half the world.
pub(in crate::publish::map) type Point = [i32; 2];

/// An arc and the way it is walked, as TopoJSON counts: `!arc`, below zero, is the arc from its end.
pub(in crate::publish::map) type ArcIndex = i32;

/// Steps of the grid round the world, and between its first and last row.
pub(super) const TURN: i32 = 99_999;
const RISE: i32 = 99_999;

/// Degrees of latitude of the first and last row.
const SOUTH: f64 = -89.999;
const NORTH: f64 = 83.599_609_375;

/// Longitude and latitude of a point, radians.
pub(in crate::publish::map) fn on_earth([east, north]: Point) -> [f64; 2] {
    let longitude = f64::from(east) / f64::from(TURN) * 360.0 - 180.0;
    let latitude = SOUTH + f64::from(north) / f64::from(RISE) * (NORTH - SOUTH);
    [longitude, latitude].map(f64::to_radians)
}

/// The point of a longitude and latitude, radians.
pub(super) fn in_grid(place: [f64; 2]) -> [f64; 2] {
    let [longitude, latitude] = place.map(f64::to_degrees);
    [
        (longitude + 180.0) / 360.0 * f64::from(TURN),
        (latitude - SOUTH) / (NORTH - SOUTH) * f64::from(RISE),
    ]
}

/// The arc that a step walks.
pub(in crate::publish::map) fn number(step: ArcIndex) -> usize {
    (if step < 0 { !step } else { step }) as usize
}
