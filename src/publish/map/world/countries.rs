//! The countries with their outlines, and what is land.

use crate::publish::map::world::globe::GlobeArc;
use crate::publish::map::world::grid::{ArcIndex, Point, TURN, in_grid, number};

/// Outlines and names.
pub(in crate::publish::map) struct World {
    pub(in crate::publish::map) arcs: Vec<Vec<Point>>,
    /// The same arcs on the sphere.
    pub(in crate::publish::map) globe: Vec<GlobeArc>,
    /// Closed chains of arcs that one country names.
    pub(in crate::publish::map) coasts: Vec<Vec<ArcIndex>>,
    /// Chains of arcs that two countries name, as long as can be.
    pub(in crate::publish::map) borders: Vec<Vec<ArcIndex>>,
    pub(in crate::publish::map) countries: Vec<Country>,
}

/// A country that has a name on the map.
pub(in crate::publish::map) struct Country {
    pub(in crate::publish::map) name: String,
    /// Its parts, each as an outer ring and what is cut out of it.
    pub(in crate::publish::map) parts: Vec<Vec<Vec<ArcIndex>>>,
}

impl World {
    /// Whether a longitude and latitude, radians, are land. From land the meridian crosses an odd number of coasts on
    /// its way to the North Pole, which is sea.
    pub(in crate::publish::map) fn is_land(&self, place: [f64; 2]) -> bool {
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
