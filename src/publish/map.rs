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

use std::sync::LazyLock;

use geo::Coord;

use crate::model::page::{MapLayout, Pin};
use crate::model::site::Place;
use crate::publish::map::label::Room;
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

/// What is drawn of the world, whatever places stand on it.
struct Sheet {
    land: String,
    borders: String,
    rooms: Vec<Room>,
}

impl Sheet {
    fn new(projection: Projection) -> Self {
        let mut outlines = Outlines::new(&WORLD, projection);
        let [land, borders] = outlines.draw();
        Self {
            land,
            borders,
            rooms: label::rooms(&WORLD, &outlines),
        }
    }

    fn map(&self, places: Vec<Pin>, taken: &[&str]) -> Map {
        Map {
            land: self.land.clone(),
            borders: self.borders.clone(),
            layout: MapLayout {
                width: WIDTH,
                height: HEIGHT,
                countries: label::labels(&self.rooms, &places, taken),
                places,
            },
        }
    }
}

/// Drawn once for all pages whose places lie all over the world.
static WHOLE: LazyLock<Sheet> = LazyLock::new(|| Sheet::new(frame::WHOLE));

/// Draws the map round places, whose pins stand in the same order; none without a place.
pub fn map(spots: &[Spot]) -> Option<Map> {
    let projection = frame::around(spots)?;
    let places: Vec<Pin> = spots.iter().map(|spot| pin(spot, projection)).collect();
    let names = spots.iter().flat_map(|spot| spot.names.iter().copied());
    let taken: Vec<&str> = names.collect();
    Some(if projection == frame::WHOLE {
        WHOLE.map(places, &taken)
    } else {
        Sheet::new(projection).map(places, &taken)
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
