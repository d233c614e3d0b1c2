//! From the globe to the map's units. North is up; y grows downwards, as in SVG.
//!
//! Formulas: J. P. Snyder, *Map Projections: A Working Manual*, U.S. Geological Survey Professional Paper 1395, 1987.

use geo::Coord;

use crate::publish::map::MIDDLE;

/// Mean radius of the earth, kilometers (IUGG).
pub(super) const EARTH: f64 = 6371.0;

/// How the globe is laid flat. Angles in radians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Projection {
    /// Lambert azimuthal equal-area (Snyder p. 185): areas are true, shapes nearly so to some 60° from the middle.
    Azimuthal {
        longitude: f64,
        latitude: f64,
        /// Units per earth radius at the middle.
        scale: f64,
    },
    /// Equidistant cylindrical (Snyder p. 90), true at [`TRUE`]: nothing is lost of a world seen from both sides.
    Cylindrical {
        longitude: f64,
        latitude: f64,
        /// Units per earth radius along meridians.
        scale: f64,
    },
}

/// Cosine of the latitude at which the cylindrical map is true, 41.4°: with it the whole world has the
/// proportions of the map's box, and shapes of the inhabited world look familiar.
pub(super) const TRUE: f64 = 0.75;

impl Projection {
    /// The point of a longitude and latitude, radians, in the map's units.
    pub(super) fn project(&self, [longitude, latitude]: [f64; 2]) -> Coord<f64> {
        let (scale, [x, y]) = match *self {
            Projection::Azimuthal {
                longitude: from,
                latitude: middle,
                scale,
            } => (scale, azimuthal([longitude - from, latitude], middle)),
            Projection::Cylindrical {
                longitude: from,
                latitude: middle,
                scale,
            } => (scale, [(longitude - from) * TRUE, latitude - middle]),
        };
        Coord {
            x: MIDDLE.x + x * scale,
            y: MIDDLE.y - y * scale,
        }
    }

    /// The point of a place: on a map that is unrolled the one next to the middle.
    pub(super) fn pin(&self, place: [f64; 2]) -> Coord<f64> {
        let Coord { x, y } = self.project(place);
        let Some(turn) = self.turn() else {
            return Coord { x, y };
        };
        let east = x - MIDDLE.x;
        Coord {
            x: x - turn * (east / turn).round(),
            y,
        }
    }

    /// Units once round the world where the map unrolls it.
    pub(super) fn turn(&self) -> Option<f64> {
        match self {
            Projection::Azimuthal { .. } => None,
            Projection::Cylindrical { scale, .. } => Some(std::f64::consts::TAU * TRUE * scale),
        }
    }

    /// Units in a kilometer.
    pub(super) fn per_kilometer(&self) -> f64 {
        let (Projection::Azimuthal { scale, .. } | Projection::Cylindrical { scale, .. }) = self;
        scale / EARTH
    }
}

/// Snyder's equations 22-4, 22-5 and 24-2 on a sphere of radius 1. The antipode, which is the map's whole
/// rim, is put at one point of it.
pub(super) fn azimuthal([longitude, latitude]: [f64; 2], middle: f64) -> [f64; 2] {
    let (sin, cos) = latitude.sin_cos();
    let (sin_middle, cos_middle) = middle.sin_cos();
    let (sin_longitude, cos_longitude) = longitude.sin_cos();
    let towards = sin_middle * sin + cos_middle * cos * cos_longitude;
    if 1.0 + towards < 1e-12 {
        return [0.0, -2.0];
    }
    let scale = (2.0 / (1.0 + towards)).sqrt();
    [
        scale * cos * sin_longitude,
        scale * (cos_middle * sin - sin_middle * cos * cos_longitude),
    ]
}

/// Longitude from the middle and latitude of a point of that map: Snyder's equations 20-14, 20-15 and 24-16.
pub(super) fn from_azimuthal([x, y]: [f64; 2], middle: f64) -> [f64; 2] {
    let distance = x.hypot(y);
    if distance == 0.0 {
        return [0.0, middle];
    }
    let (sin, cos) = (2.0 * (distance / 2.0).min(1.0).asin()).sin_cos();
    let (sin_middle, cos_middle) = middle.sin_cos();
    let latitude = cos * sin_middle + y * sin * cos_middle / distance;
    let longitude = (x * sin).atan2(distance * cos_middle * cos - y * sin_middle * sin);
    [longitude, latitude.clamp(-1.0, 1.0).asin()]
}
