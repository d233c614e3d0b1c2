//! The world's arcs on the unit sphere, as azimuthal maps need them.

use crate::publish::map::projection::direction;
use crate::publish::map::world::grid::{Point, on_earth};

/// An arc as vectors from the middle of the earth, and a ball that holds it.
pub(in crate::publish::map) struct GlobeArc {
    pub(in crate::publish::map) points: Vec<[f64; 3]>,
    pub(in crate::publish::map) middle: [f64; 3],
    pub(in crate::publish::map) radius: f64,
}

impl GlobeArc {
    pub(super) fn of(arc: &[Point]) -> Self {
        let points = arc.iter().map(|&point| direction(on_earth(point)));
        let points: Vec<[f64; 3]> = points.collect();
        let middle = [0, 1, 2].map(|axis| {
            let along = || points.iter().map(|point| point[axis]);
            let (low, high) = (
                along().fold(f64::INFINITY, f64::min),
                along().fold(f64::NEG_INFINITY, f64::max),
            );
            (low + high) / 2.0
        });
        let from_middle = points.iter().map(|point| {
            let squares = [0, 1, 2].map(|axis| (point[axis] - middle[axis]).powi(2));
            squares.iter().sum::<f64>().sqrt()
        });
        let radius = from_middle.fold(0.0, f64::max);
        Self {
            points,
            middle,
            radius,
        }
    }
}
