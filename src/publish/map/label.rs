//! Where a country's name has most room.

use std::f64::consts::PI;
use std::sync::OnceLock;

use geo::{
    Area, BoundingRect, Coord, Distance, Euclidean, Intersects, LineString, Point, Polygon, Rect,
};
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

/// Times a land is as far across, to where a pin can be nearer than a border to anything that is tried in it.
const REACH: f64 = 3.0;

/// Times a map is enlarged at the most.
const CLOSEST: f64 = 8.0;

/// Units to which the middle is sought.
const PRECISION: f64 = 4.0;

/// Units from the map's edge that names keep.
const EDGE: f64 = 30.0;

/// A country where its name may have room.
pub(super) struct Room {
    name: String,
    /// How many times as wide as high the name is.
    flatness: f64,
    /// The largest part that is seen of the country, less what is cut out of it. A name is flat: it has most room where
    /// a circle has, in a land pressed together from east and west.
    land: Polygon<f64>,
    /// Pins outside are farther from all of the land than a border is.
    near: Rect<f64>,
    /// Where the name stands if no pin is near, and how far from a border.
    free: OnceLock<Option<(Point<f64>, f64)>>,
}

/// The countries whose names may have room.
pub(super) fn rooms(world: &World, outlines: &Outlines) -> Vec<Room> {
    let countries = world.countries.iter();
    countries
        .filter_map(|country| room(country, outlines))
        .collect()
}

fn room(country: &Country, outlines: &Outlines) -> Option<Room> {
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
    let flatness = country.name.chars().count() as f64 * LETTER / (2.0 * HALF_LINE);
    let holes = holes.iter().flat_map(seen);
    let borders = holes.map(|hole| pressed(&hole, flatness)).collect();
    let land = Polygon::new(pressed(&outer, flatness), borders);
    let bounds = land.bounding_rect()?;
    let across = bounds.width().min(bounds.height());
    let margin = Coord {
        x: REACH * across,
        y: REACH * across,
    };
    // No circle in the land is wider than its bounds, or larger.
    let most = (across / 2.0).min((land.unsigned_area() / PI).sqrt());
    (zoom(TO_BORDER, most) <= CLOSEST).then(|| Room {
        name: country.name.clone(),
        flatness,
        land,
        near: Rect::new(bounds.min() - margin, bounds.max() + margin),
        free: OnceLock::new(),
    })
}

/// Names of countries that have room, less those that a pin has.
pub(super) fn labels(rooms: &[Room], pins: &[Pin], taken: &[&str]) -> Vec<Label> {
    let rooms = rooms.iter();
    rooms
        .filter(|room| !taken.contains(&room.name.as_str()))
        .filter_map(|room| room.label(pins))
        .collect()
}

impl Room {
    /// The name where it has most room beside these pins.
    fn label(&self, pins: &[Pin]) -> Option<Label> {
        let pins = pins
            .iter()
            .map(|pin| pressed(&triangle(pin), self.flatness));
        let pins: Vec<_> = pins.filter(|pin| self.near.intersects(&pin.0[0])).collect();
        let (middle, to_border) = if pins.is_empty() {
            (*self.free.get_or_init(|| middle(&self.land)))?
        } else {
            let borders = self.land.interiors().iter().chain(&pins).cloned();
            middle(&Polygon::new(
                self.land.exterior().clone(),
                borders.collect(),
            ))?
        };
        let zoom = zoom(TO_BORDER, to_border).max(zoom(TO_PIN, nearest(middle, &pins)));
        (zoom <= CLOSEST).then(|| Label {
            name: self.name.clone(),
            x: (middle.x() * self.flatness).round() as u32,
            y: middle.y().round() as u32,
            zoom: zoom as u32,
        })
    }
}

/// Where a circle has most room in a land, and how far that is from the nearest border.
fn middle(land: &Polygon<f64>) -> Option<(Point<f64>, f64)> {
    let middle = polylabel(land, &PRECISION).ok()?;
    let rings = std::iter::once(land.exterior()).chain(land.interiors());
    Some((middle, nearest(middle, rings)))
}

/// How many times a map is enlarged before something is so many half lines away.
fn zoom(half_lines: f64, distance: f64) -> f64 {
    (half_lines * HALF_LINE / distance).ceil()
}

fn pressed(ring: &[Coord<f64>], flatness: f64) -> LineString<f64> {
    let pressed = ring
        .iter()
        .map(|&Coord { x, y }| Coord { x: x / flatness, y });
    LineString(pressed.collect())
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
