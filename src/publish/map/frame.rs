//! The part of the world that a map shows: all its places with a margin, wide enough to be recognized.

use std::f64::consts::{PI, SQRT_2, TAU};

use crate::publish::map::named_place::NamedPlace;
use crate::publish::map::projection::{
    EARTH, Projection, TRUE, azimuthal, direction, from_azimuthal,
};
use crate::publish::map::size::{HEIGHT, WIDTH};

/// Kilometers across that a map shows at least: around one town its country and the next.
const LEAST: f64 = 1500.0;

/// Share of the map kept free between its places and each edge: room for a label of 50 pixels on a phone.
const MARGIN: f64 = 0.14;

/// Height of the box by its width.
const ASPECT: f64 = HEIGHT as f64 / WIDTH as f64;

/// The projection that shows all places; none without a place.
pub(super) fn around(named_places: &[NamedPlace]) -> Option<Projection> {
    let places: Vec<[f64; 2]> = named_places
        .iter()
        .map(|named_place| {
            [
                named_place.place.longitude.to_radians(),
                named_place.place.latitude.to_radians(),
            ]
        })
        .collect();
    let first = places.first()?;
    let least = least(named_places, places.iter().all(|place| place == first));
    Some(near(&places, least).unwrap_or_else(|| wide(&places)))
}

/// Earth radii that the map is wide at least: a single region is shown as a whole; among other places the largest
/// may be cut above and below.
fn least(named_places: &[NamedPlace], single: bool) -> f64 {
    let extents = named_places
        .iter()
        .filter_map(|named_place| named_place.place.extent);
    let across = 2.1 * extents.fold(0.0, f64::max);
    let across = if single { across / ASPECT } else { across };
    LEAST.max(across) / EARTH
}

/// Width in earth radii of a box that holds this much with its margins.
fn width(across: [f64; 2], least: f64) -> f64 {
    let [x, y] = across.map(|across| across / (1.0 - 2.0 * MARGIN));
    x.max(y / ASPECT).max(least)
}

/// Rounds in which the middle settles; the second already moves it by less than a unit, save round a pole.
const ROUNDS: usize = 6;

/// An azimuthal map, if its corners lie within a hemisphere.
fn near(places: &[[f64; 2]], least: f64) -> Option<Projection> {
    let reach = |middle: [f64; 2]| {
        let places = places.iter();
        span(places.map(|place| azimuthal([place[0] - middle[0], place[1]], middle[1])))
    };
    let mut middle = mean(places)?;
    for _ in 0..ROUNDS {
        let centre = reach(middle).map(|[low, high]| (low + high) / 2.0);
        let [longitude, latitude] = from_azimuthal(centre, middle[1]);
        middle = [middle[0] + longitude, latitude];
    }
    let width = width(reach(middle).map(|[low, high]| 2.0 * high.max(-low)), least);
    // On this map the edge of the hemisphere is a circle of radius √2.
    (width.hypot(width * ASPECT) / 2.0 <= SQRT_2).then(|| Projection::Azimuthal {
        longitude: middle[0],
        latitude: middle[1],
        scale: f64::from(WIDTH) / width,
    })
}

/// The middle of places on the globe; none if they lie opposite each other.
fn mean(places: &[[f64; 2]]) -> Option<[f64; 2]> {
    let mut sum = [0.0; 3];
    for [longitude, latitude] in places {
        let vector = direction([*longitude, *latitude]);
        sum = [0, 1, 2].map(|axis| sum[axis] + vector[axis]);
    }
    let [prime, east, north] = sum;
    let flat = prime.hypot(east);
    (flat.hypot(north) > 1e-6).then(|| [east.atan2(prime), north.atan2(flat)])
}

/// Lowest and highest of either coordinate.
fn span(points: impl Iterator<Item = [f64; 2]>) -> [[f64; 2]; 2] {
    let nothing = [[f64::INFINITY, f64::NEG_INFINITY]; 2];
    points.fold(nothing, |spans, point| {
        [0, 1].map(|axis| {
            [
                spans[axis][0].min(point[axis]),
                spans[axis][1].max(point[axis]),
            ]
        })
    })
}

/// Middle of a map of the whole world, degrees east: its edge runs through the Bering Strait and cuts no country.
const BERING: f64 = 11.0;

/// Share of the world from which it is shown as a whole, as it is known.
const ALMOST: f64 = 0.8;

/// The map of the whole world.
pub(super) const WHOLE: Projection = Projection::Cylindrical {
    longitude: BERING.to_radians(),
    latitude: 0.0,
    scale: WIDTH as f64 / (TAU * TRUE),
};

/// A cylindrical map that leaves out the widest gap between places; at the most the whole world.
fn wide(places: &[[f64; 2]]) -> Projection {
    let [west, east] = longitudes(places);
    let [_, [south, north]] = span(places.iter().copied());
    let whole = TAU * TRUE;
    let width = width([(east - west) * TRUE, north - south], 0.0);
    if width > ALMOST * whole {
        return WHOLE;
    }
    // A whole number of units round the world, so that a coast meets itself.
    let scale = (whole / width * f64::from(WIDTH)).round() / whole;
    let free = (PI - f64::from(HEIGHT) / scale).max(0.0) / 2.0;
    Projection::Cylindrical {
        // From half a turn west to half a turn east, as outlines are stored.
        longitude: ((west + east) / 2.0 + PI).rem_euclid(TAU) - PI,
        latitude: ((south + north) / 2.0).clamp(-free, free),
        scale,
    }
}

/// The narrowest span of longitudes, from west to east, that holds all places.
fn longitudes(places: &[[f64; 2]]) -> [f64; 2] {
    let mut longitudes: Vec<f64> = places
        .iter()
        .map(|place| place[0].rem_euclid(TAU))
        .collect();
    longitudes.sort_by(f64::total_cmp);
    let again = longitudes.iter().map(|longitude| longitude + TAU);
    let spans = longitudes
        .iter()
        .skip(1)
        .copied()
        .chain(again)
        .zip(&longitudes)
        .map(|(next, &last)| [next, last + TAU]);
    spans
        .min_by(|one, other| (one[1] - one[0]).total_cmp(&(other[1] - other[0])))
        .expect("a map has a place")
}
