//! The countries of the world as Natural Earth draws them at 1 : 50,000,000, ready to be drawn round any middle.
//!
//! # Why
//! In TopoJSON a line between two countries is one arc that both name. So each arc is simplified once and neighbors
//! still meet; an arc named once is a coast, one named twice is a border, and nothing is drawn twice.

use std::sync::LazyLock;

mod chain;
mod globe;
mod topology;

pub(super) use globe::GlobeArc;

/// A point in the file's grid: east and north from 180° W, 89.999° S. East goes on past the antimeridian where an
/// arc crosses it, so that no step is longer than half the world.
pub(super) type Point = [i32; 2];

/// An arc and the way it is walked, as TopoJSON counts: `!arc`, below zero, is the arc from its end.
pub(super) type Step = i32;

/// Outlines and names.
pub(super) struct World {
    pub(super) arcs: Vec<Vec<Point>>,
    /// The same arcs on the sphere.
    pub(super) globe: Vec<GlobeArc>,
    /// Closed chains of arcs that one country names.
    pub(super) coasts: Vec<Vec<Step>>,
    /// Chains of arcs that two countries name, as long as can be.
    pub(super) borders: Vec<Vec<Step>>,
    pub(super) countries: Vec<Country>,
}

/// A country that has a name on the map.
pub(super) struct Country {
    pub(super) name: String,
    /// Its parts, each as an outer ring and what is cut out of it.
    pub(super) parts: Vec<Vec<Vec<Step>>>,
}

/// Read once for all pages of a site.
pub(super) static WORLD: LazyLock<World> =
    LazyLock::new(|| topology::world(include_str!("../../../static/world/countries-50m.json")));

/// Steps of the grid round the world, and between its first and last row.
const TURN: i32 = 99_999;
const RISE: i32 = 99_999;

/// Degrees of latitude of the first and last row.
const SOUTH: f64 = -89.999;
const NORTH: f64 = 83.599_609_375;

/// Longitude and latitude of a point, radians.
pub(super) fn on_earth([east, north]: Point) -> [f64; 2] {
    let longitude = f64::from(east) / f64::from(TURN) * 360.0 - 180.0;
    let latitude = SOUTH + f64::from(north) / f64::from(RISE) * (NORTH - SOUTH);
    [longitude, latitude].map(f64::to_radians)
}

/// The point of a longitude and latitude, radians.
fn in_grid(place: [f64; 2]) -> [f64; 2] {
    let [longitude, latitude] = place.map(f64::to_degrees);
    [
        (longitude + 180.0) / 360.0 * f64::from(TURN),
        (latitude - SOUTH) / (NORTH - SOUTH) * f64::from(RISE),
    ]
}

/// The arc that a step walks.
pub(super) fn number(step: Step) -> usize {
    (if step < 0 { !step } else { step }) as usize
}

impl World {
    /// Whether a longitude and latitude, radians, are land. From land the meridian crosses an odd number of coasts on
    /// its way to the North Pole, which is sea.
    pub(super) fn is_land(&self, place: [f64; 2]) -> bool {
        let [meridian, south] = in_grid(place);
        let turn = f64::from(TURN);
        let ahead = |[east, north]: Point| {
            let east = f64::from(east) - meridian;
            [
                east - turn * (east / turn).round(),
                f64::from(north) - south,
            ]
        };
        let crosses = |pair: &[Point]| {
            let [from, to] = [ahead(pair[0]), ahead(pair[1])];
            (from[0] < 0.0) != (to[0] < 0.0)
                && (to[0] - from[0]).abs() < turn / 2.0
                && from[1] + (to[1] - from[1]) * from[0] / (from[0] - to[0]) > 0.0
        };
        let coasts = self.coasts.iter().flatten();
        coasts
            .map(|&step| {
                let steps = self.arcs[number(step)].windows(2);
                steps.filter(|pair| crosses(pair)).count()
            })
            .sum::<usize>()
            % 2
            == 1
    }
}
