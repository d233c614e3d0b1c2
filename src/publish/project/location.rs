//! Where a place is, as a reader wants to know it: how far from another place of the page, and where on earth.

use crate::model::id::Id;
use crate::model::messages::Messages;
use crate::model::page::Location;
use crate::model::site::{Entity, Place};
use crate::publish::project::projector::Projector;

/// Mean radius of the earth, in kilometers (IUGG).
const EARTH: f64 = 6371.0;

/// Distances below this are "here", in kilometers.
const NEAR: f64 = 3.0;

/// The location of an entity, if it has one.
pub(super) fn location(projector: &Projector, id: Id<Entity>) -> Option<Location> {
    let place = projector.site.entities[id].place?;
    Some(Location {
        near: near(projector, id, place),
        words: coordinates(place),
        approximate: place.approximate,
    })
}

/// "About 320 km south-west of Almaty": from the nearest other place of the page. Of a region's middle that would say little.
fn near(projector: &Projector, id: Id<Entity>, place: Place) -> Option<String> {
    place.extent.is_none().then_some(())?;
    let others = projector.shown.iter().filter(|other| **other != id);
    let others = others.filter_map(|other| {
        let entity = &projector.site.entities[*other];
        let other = entity.place.filter(|other| other.extent.is_none())?;
        Some((distance(other, place), other, &entity.names[0].text))
    });
    let (kilometers, other, name) = others.min_by(|one, other| one.0.total_cmp(&other.0))?;
    (kilometers >= NEAR).then_some(())?;
    let messages = &projector.interface.publish;
    let direction = direction(other, place);
    let direction = messages.directions.split(' ').nth(direction)?;
    let way = Messages::fill_number(&messages.kilometers, rounded(kilometers));
    Some(Messages::fill_both(
        &messages.away,
        &[&way, " ", direction].concat(),
        name,
    ))
}

/// To two figures: a place is a point on a map, and a reader thinks in hundreds.
fn rounded(kilometers: f64) -> usize {
    let mut step = 1.0;
    while kilometers / step >= 100.0 {
        step *= 10.0;
    }
    ((kilometers / step).round() * step) as usize
}

/// Kilometers between two places, along the great circle (haversine formula).
fn distance(from: Place, to: Place) -> f64 {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let parallels = from.latitude.to_radians().cos() * to.latitude.to_radians().cos();
    let part = half(from.latitude, to.latitude) + parallels * half(from.longitude, to.longitude);
    2.0 * EARTH * part.sqrt().asin()
}

/// In which of the eight directions one sets out for the other: 0 is north, 2 east.
fn direction(from: Place, to: Place) -> usize {
    let (north, south) = (from.latitude.to_radians(), to.latitude.to_radians());
    let east = (to.longitude - from.longitude).to_radians();
    let bearing = (east.sin() * south.cos())
        .atan2(north.cos() * south.sin() - north.sin() * south.cos() * east.cos());
    (bearing.to_degrees() / 45.0).round().rem_euclid(8.0) as usize
}

/// "43.24° N, 76.92° E": as many decimals as the author wrote.
fn coordinates(place: Place) -> String {
    let side = |degrees: f64, positive: &str, negative: &str| {
        let letter = if degrees < 0.0 { negative } else { positive };
        format!("{}° {letter}", degrees.abs())
    };
    [
        side(place.latitude, "N", "S"),
        side(place.longitude, "E", "W"),
    ]
    .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(latitude: f64, longitude: f64) -> Place {
        Place {
            latitude,
            longitude,
            approximate: false,
            extent: None,
        }
    }

    /// Figures from the great circle distances that atlases give.
    #[test]
    fn places_are_as_far_and_in_the_direction_that_an_atlas_says() {
        let (almaty, astana) = (place(43.24, 76.92), place(51.17, 71.43));
        assert!((distance(almaty, astana) - 973.0).abs() < 10.0);
        assert_eq!(direction(almaty, astana), 7, "north-west");
        let (suva, apia) = (place(-18.14, 178.44), place(-13.83, -171.77));
        assert!(
            (distance(suva, apia) - 1150.0).abs() < 20.0,
            "across the date line"
        );
        assert_eq!(direction(suva, apia), 1, "north-east");
        assert_eq!(
            (rounded(973.2), rounded(12.4), rounded(1152.0)),
            (970, 12, 1200)
        );
    }
}
