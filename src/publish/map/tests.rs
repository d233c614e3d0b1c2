//! Maps of known places.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use super::*;
use crate::model::page::{Label, Outlines};

mod outline;
mod place;

/// A point.
fn at(latitude: f64, longitude: f64) -> Place {
    Place {
        latitude,
        longitude,
        approximate: false,
        extent: None,
    }
}

/// A region.
fn about(latitude: f64, longitude: f64, extent: f64) -> Place {
    Place {
        approximate: true,
        extent: Some(extent),
        ..at(latitude, longitude)
    }
}

fn of(places: &[(&str, Place)]) -> Map {
    let named_places: Vec<NamedPlace> = places
        .iter()
        .map(|&(entity, place)| NamedPlace {
            entity,
            names: vec![entity],
            place,
        })
        .collect();
    map(&named_places).unwrap()
}

/// The first article's places.
fn article() -> [(&'static str, Place); 5] {
    [
        ("Xinjiang", about(41.5, 85.5, 750.0)),
        ("Kalzhat", at(43.7, 80.7)),
        ("Kazakhstan", about(48.0, 68.0, 1100.0)),
        ("Almaty", at(43.24, 76.92)),
        ("China", about(35.0, 105.0, 1800.0)),
    ]
}

/// From London to Almaty.
fn eastwards() -> [(&'static str, Place); 10] {
    [
        ("London", at(51.5, -0.13)),
        ("Paris", at(48.86, 2.35)),
        ("Berlin", at(52.52, 13.4)),
        ("Warsaw", at(52.23, 21.01)),
        ("Kyiv", at(50.45, 30.52)),
        ("Istanbul", at(41.0, 28.98)),
        ("Tbilisi", at(41.7, 44.8)),
        ("Baku", at(40.4, 49.87)),
        ("Tashkent", at(41.3, 69.24)),
        ("Almaty", at(43.24, 76.92)),
    ]
}

/// On all sides of the world.
fn worldwide() -> [(&'static str, Place); 8] {
    [
        ("London", at(51.5, -0.13)),
        ("New York", at(40.7, -74.0)),
        ("San Francisco", at(37.77, -122.4)),
        ("Tokyo", at(35.68, 139.7)),
        ("Sydney", at(-33.87, 151.2)),
        ("Cape Town", at(-33.9, 18.4)),
        ("Lima", at(-12.05, -77.04)),
        ("Wellington", at(-41.3, 174.8)),
    ]
}

/// On both sides of the antimeridian.
fn pacific() -> [(&'static str, Place); 2] {
    [
        ("Suva", at(-18.14, 178.44)),
        ("Anchorage", at(61.2, -149.9)),
    ]
}

fn pin<'a>(map: &'a Map, entity: &str) -> &'a Pin {
    map.layout
        .places
        .iter()
        .find(|pin| pin.entity == entity)
        .unwrap()
}

fn label<'a>(map: &'a Map, name: &str) -> Option<&'a Label> {
    map.layout.countries.iter().find(|label| label.name == name)
}

/// The absolute points, in units of the map, of path data that [`path`] wrote.
fn points(data: &str) -> Vec<Vec<(i32, i32)>> {
    let mut pen = (0, 0);
    let lines = data.split('m').skip(1).map(|line| {
        let closed = line.ends_with('z');
        let spaced = line.trim_end_matches('z').replace('-', " -");
        let numbers: Vec<i32> = spaced
            .split_whitespace()
            .map(|n| n.parse::<i32>().unwrap() * Outlines::STEP as i32)
            .collect();
        let mut at = pen;
        let points: Vec<_> = numbers
            .chunks(2)
            .map(|step| {
                at = (at.0 + step[0], at.1 + step[1]);
                at
            })
            .collect();
        pen = if closed { points[0] } else { at };
        points
    });
    lines.collect()
}

/// Whether a point of the map is land, by the even-odd rule.
fn is_land(map: &Map, x: u32, y: u32) -> bool {
    let (x, y) = (f64::from(x) + 0.5, f64::from(y) + 0.5);
    let crosses = |&[(x1, y1), (x2, y2)]: &[(i32, i32); 2]| {
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(f64::from);
        (y1 < y) != (y2 < y) && x < x1 + (x2 - x1) * (y - y1) / (y2 - y1)
    };
    let rings = points(&map.land);
    let sides = rings.iter().flat_map(|ring| {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).map(|(&from, &to)| [from, to])
    });
    sides.filter(crosses).count() % 2 == 1
}
