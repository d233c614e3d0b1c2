//! Where a country's name has most room.

use geo::{Coord, Distance, Euclidean, LineString, Point, Polygon};
use polylabel::polylabel;

use crate::model::page::{Label, Pin};
use crate::publish::map::cut::sheet;
use crate::publish::map::outline::{ISLAND, Outlines, area};
use crate::publish::map::world::{Country, World};

/// Units of a capital's width and of half a line's height, at 12 px on a map as wide as a phone, 432 px.
const LETTER: f64 = 48.0;
const HALF_LINE: f64 = 44.0;

/// Half lines from a name's middle to a border, which may touch its first and last letter, and to a pin, which may
/// have a name of its own beside it.
const TO_BORDER: f64 = 0.8;
const TO_PIN: f64 = 1.8;

/// Times a map is enlarged at the most.
const CLOSEST: f64 = 8.0;

/// Units to which the middle is sought.
const PRECISION: f64 = 4.0;

/// Units from the map's edge that names keep.
const EDGE: f64 = 30.0;

/// Names of countries that have room, less those that a pin has.
pub(super) fn labels(
    world: &World,
    outlines: &Outlines,
    pins: &[Pin],
    taken: &[&str],
) -> Vec<Label> {
    let countries = world.countries.iter();
    countries
        .filter(|country| !taken.contains(&country.name.as_str()))
        .filter_map(|country| label(country, outlines, pins))
        .collect()
}

/// A country's name in the largest part that is seen of it.
fn label(country: &Country, outlines: &Outlines, pins: &[Pin]) -> Option<Label> {
    let seen = |ring: &Vec<_>| {
        let mut rings = outlines.ring(ring, sheet(-EDGE));
        rings.retain(|ring| area(ring) >= ISLAND);
        rings
    };
    let parts = country.parts.iter().filter_map(|rings| {
        let (outer, holes) = rings.split_first()?;
        let outer = outlines.is_near(outer).then(|| seen(outer))?;
        let largest = outer
            .into_iter()
            .max_by(|one, other| area(one).total_cmp(&area(other)))?;
        Some((largest, holes))
    });
    let (outer, holes) = parts.max_by(|(one, _), (other, _)| area(one).total_cmp(&area(other)))?;
    // A name is flat: it has most room where a circle has, in a land pressed together from east and west.
    let flatness = country.name.chars().count() as f64 * LETTER / (2.0 * HALF_LINE);
    let pressed = |ring: Vec<Coord<f64>>| {
        let points = ring.into_iter();
        let pressed = points.map(|Coord { x, y }| Coord { x: x / flatness, y });
        LineString(pressed.collect())
    };
    let borders: Vec<_> = holes.iter().flat_map(seen).map(pressed).collect();
    let pins: Vec<_> = pins.iter().map(triangle).map(pressed).collect();
    let room = Polygon::new(pressed(outer), [borders, pins.clone()].concat());
    let middle = polylabel(&room, &PRECISION).ok()?;
    let rings = std::iter::once(room.exterior()).chain(room.interiors());
    let zoom = (TO_BORDER * HALF_LINE / nearest(middle, rings))
        .max(TO_PIN * HALF_LINE / nearest(middle, &pins))
        .ceil();
    (zoom <= CLOSEST).then(|| Label {
        name: country.name.clone(),
        x: (middle.x() * flatness).round() as u32,
        y: middle.y().round() as u32,
        zoom: zoom as u32,
    })
}

/// The least of rings round a pin: a name keeps away from it as from a border.
fn triangle(pin: &Pin) -> Vec<Coord<f64>> {
    let (x, y) = (f64::from(pin.x), f64::from(pin.y));
    [(x, y), (x + 1.0, y), (x, y + 1.0)]
        .map(Coord::from)
        .to_vec()
}

/// From a point to the nearest of some lines.
fn nearest<'a>(point: Point<f64>, lines: impl IntoIterator<Item = &'a LineString<f64>>) -> f64 {
    let distances = lines
        .into_iter()
        .map(|line| Euclidean.distance(&point, line));
    distances.fold(f64::INFINITY, f64::min)
}
