//! The map of a page's places: outlines of the countries round them, cut out of the world at build time.

mod cut;
mod frame;
mod label;
mod named_place;
mod outline;
mod path;
mod projection;
mod rim;
mod size;
mod world;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use crate::model::page::{MapLayout, Pin};
use crate::model::site::Place;
use crate::publish::map::label::Room;
use crate::publish::map::outline::Outlines;
use crate::publish::map::projection::Projection;
use crate::publish::map::world::WORLD;

pub use crate::publish::map::named_place::NamedPlace;
pub(crate) use crate::publish::map::size::{HEIGHT, WIDTH};

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
pub fn map(named_places: &[NamedPlace]) -> Option<Map> {
    let projection = frame::around(named_places)?;
    let places: Vec<Pin> = named_places
        .iter()
        .map(|named_place| pin(named_place, projection))
        .collect();
    let names = named_places
        .iter()
        .flat_map(|named_place| named_place.names.iter().copied());
    let taken: Vec<&str> = names.collect();
    Some(if projection == frame::WHOLE {
        WHOLE.map(places, &taken)
    } else {
        Sheet::new(projection).map(places, &taken)
    })
}

fn pin(named_place: &NamedPlace, projection: Projection) -> Pin {
    let Place {
        latitude,
        longitude,
        approximate,
        extent,
    } = named_place.place;
    let at = projection.pin([longitude, latitude].map(f64::to_radians));
    let units = |kilometers: f64| (kilometers * projection.per_kilometer()).round() as u32;
    Pin {
        entity: named_place.entity.to_owned(),
        x: at.x.round() as u32,
        y: at.y.round() as u32,
        radius: extent.map(units),
        approximate,
    }
}
