//! The map of a page's places: outlines of the countries round them, cut out of the world at build time.

mod cut;
mod frame;
mod label;
mod outline;
mod path;
mod projection;
mod rim;
mod world;

#[cfg(test)]
mod tests;

use geo::Coord;

use crate::model::page::{MapLayout, Pin};
use crate::model::site::Place;
use crate::publish::map::outline::Outlines;
use crate::publish::map::projection::Projection;
use crate::publish::map::world::WORLD;

/// Units of the map's box. A reader who enlarges a map as wide as a phone eight times sees a unit as one and a half
/// pixels.
pub(crate) const WIDTH: u32 = 2400;
pub(crate) const HEIGHT: u32 = 1600;

/// The middle of the box.
const MIDDLE: Coord<f64> = Coord {
    x: WIDTH as f64 / 2.0,
    y: HEIGHT as f64 / 2.0,
};

/// A place to be shown.
#[derive(Debug)]
pub struct Spot<'a> {
    /// Slug of the entity.
    pub entity: &'a str,
    /// What it is called; a country so called bears no second name.
    pub names: Vec<&'a str>,
    pub place: Place,
}

/// A map of places.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// As in `page::Outlines`.
    pub land: String,
    pub borders: String,
    pub layout: MapLayout,
}

/// Draws the map round places, whose pins stand in the same order; none without a place.
pub fn map(spots: &[Spot]) -> Option<Map> {
    let projection = frame::around(spots)?;
    let places: Vec<Pin> = spots.iter().map(|spot| pin(spot, projection)).collect();
    let mut outlines = Outlines::new(&WORLD, projection);
    let [land, borders] = outlines.draw();
    let names = spots.iter().flat_map(|spot| spot.names.iter().copied());
    let taken: Vec<&str> = names.collect();
    Some(Map {
        land,
        borders,
        layout: MapLayout {
            width: WIDTH,
            height: HEIGHT,
            countries: label::labels(&WORLD, &outlines, &places, &taken),
            places,
        },
    })
}

fn pin(spot: &Spot, projection: Projection) -> Pin {
    let Place {
        latitude,
        longitude,
        approximate,
        extent,
    } = spot.place;
    let at = projection.pin([longitude, latitude].map(f64::to_radians));
    let units = |kilometers: f64| (kilometers * projection.per_kilometer()).round() as u32;
    Pin {
        entity: spot.entity.to_owned(),
        x: at.x.round() as u32,
        y: at.y.round() as u32,
        radius: extent.map(units),
        approximate,
    }
}
