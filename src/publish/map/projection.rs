//! From the globe to the map's units. North is up; y grows downwards, as in SVG.
//!
//! Formulas: J. P. Snyder, *Map Projections: A Working Manual*, U.S. Geological Survey Professional Paper 1395, 1987.

use geo::Coord;

use crate::publish::map::size::MIDDLE;

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

/// The plane of an azimuthal map, for many points at once: these are unit vectors from the middle of the earth, and so
/// are the plane's axes.
pub(super) struct Plane {
    pub(super) east: [f64; 3],
    pub(super) north: [f64; 3],
    towards: [f64; 3],
    pub(super) scale: f64,
}

impl Plane {
    pub(super) fn new([longitude, latitude]: [f64; 2], scale: f64) -> Self {
        let ((sin, cos), (east, prime)) = (latitude.sin_cos(), longitude.sin_cos());
        Self {
            east: [-east, prime, 0.0],
            north: [-sin * prime, -sin * east, cos],
            towards: direction([longitude, latitude]),
            scale,
        }
    }

    /// The point that [`Projection::project`] gives for the same place.
    pub(super) fn project(&self, place: [f64; 3]) -> Coord<f64> {
        let [east, north, towards] =
            [self.east, self.north, self.towards].map(|axis| dot(axis, place));
        let [x, y] = equal_area([east, north], towards);
        Coord {
            x: MIDDLE.x + x * self.scale,
            y: MIDDLE.y - y * self.scale,
        }
    }
}

pub(super) fn dot(one: [f64; 3], other: [f64; 3]) -> f64 {
    one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
}

/// The unit vector from the middle of the earth to a longitude and latitude, radians.
pub(super) fn direction([longitude, latitude]: [f64; 2]) -> [f64; 3] {
    let ((north, towards), (east, prime)) = (latitude.sin_cos(), longitude.sin_cos());
    [towards * prime, towards * east, north]
}

/// Snyder's equations 22-4, 22-5 and 24-2 on a sphere of radius 1. The antipode, which is the map's whole
/// rim, is put at one point of it.
pub(super) fn azimuthal([longitude, latitude]: [f64; 2], middle: f64) -> [f64; 2] {
    let (sin, cos) = latitude.sin_cos();
    let (sin_middle, cos_middle) = middle.sin_cos();
    let (sin_longitude, cos_longitude) = longitude.sin_cos();
    equal_area(
        [
            cos * sin_longitude,
            cos_middle * sin - sin_middle * cos * cos_longitude,
        ],
        sin_middle * sin + cos_middle * cos * cos_longitude,
    )
}

/// A point of the unit sphere on the map, by how far it lies east, north and towards the eye.
fn equal_area([east, north]: [f64; 2], towards: f64) -> [f64; 2] {
    if 1.0 + towards < 1e-12 {
        return [0.0, -2.0];
    }
    let scale = (2.0 / (1.0 + towards)).sqrt();
    [scale * east, scale * north]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plane_projects_as_its_projection_does() {
        let [longitude, latitude] = [76.9_f64, -43.2].map(f64::to_radians);
        let scale = 3_000.0;
        let projection = Projection::Azimuthal {
            longitude,
            latitude,
            scale,
        };
        let plane = Plane::new([longitude, latitude], scale);
        for (east, north) in (-18..=18).flat_map(|east| (-9..=9).map(move |north| (east, north))) {
            let place = [east, north].map(|tens| f64::from(10 * tens).to_radians());
            let [one, other] = [projection.project(place), plane.project(direction(place))];
            let apart = (one.x - other.x).hypot(one.y - other.y);
            assert!(apart < 1e-6, "{one:?} and {other:?}");
        }
    }
}
