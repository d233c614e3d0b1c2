//! Reads the countries from TopoJSON.

use serde_json::Value;

use crate::publish::map::world::chain::chains;
use crate::publish::map::world::countries::{Country, World};
use crate::publish::map::world::globe::GlobeArc;
use crate::publish::map::world::grid::{ArcIndex, Point, TURN, number};

/// What the reader takes for granted.
const KNOWN: &str = "the file in the repository is world-atlas 2.0.2";

/// The world in the text of a topology.
pub(super) fn world(topology: &str) -> World {
    // As a `Value`, since that is parsed inside serde_json, which is optimized in a debug build too.
    let topology: Value = topology.parse().expect(KNOWN);
    let countries = items(&topology["objects"]["countries"]["geometries"]);
    let arcs: Vec<_> = items(&topology["arcs"]).iter().map(arc).collect();
    let mut uses = vec![0; arcs.len()];
    let rings = countries.iter().flat_map(parts).flatten();
    let rings = rings.filter(|ring| !is_pole(ring, &arcs));
    rings.flatten().for_each(|step| uses[number(step)] += 1);
    let used = |times| {
        let steps = (0..).zip(&uses);
        steps.filter_map(move |(step, uses)| (*uses == times).then_some(step))
    };
    World {
        coasts: chains(used(1), &arcs),
        borders: chains(used(2), &arcs),
        countries: countries
            .iter()
            .filter_map(|value| country(value, &arcs))
            .collect(),
        globe: arcs.iter().map(|arc| GlobeArc::of(arc)).collect(),
        arcs,
    }
}

fn items(list: &Value) -> &[Value] {
    list.as_array().expect(KNOWN)
}

fn integer(number: &Value) -> i32 {
    number.as_i64().expect(KNOWN) as i32
}

/// An arc's points from its differences.
fn arc(differences: &Value) -> Vec<Point> {
    let mut at = [0, 0];
    let mut points = Vec::new();
    for difference in items(differences) {
        let [mut east, north] = [0, 1].map(|axis| integer(&difference[axis]));
        if !points.is_empty() && east.abs() > TURN / 2 {
            east -= TURN * east.signum();
        }
        at = [at[0] + east, at[1] + north];
        points.push(at);
    }
    points
}

/// A country's polygons, each as rings.
fn parts(country: &Value) -> Vec<Vec<Vec<ArcIndex>>> {
    let ring = |ring: &Value| items(ring).iter().map(integer).collect();
    let polygon = |rings: &Value| items(rings).iter().map(ring).collect();
    match country["type"].as_str() {
        Some("Polygon") => vec![polygon(&country["arcs"])],
        _ => items(&country["arcs"]).iter().map(polygon).collect(),
    }
}

/// Whether a ring is but the South Pole: it closes Antarctica on a flat map, where it is an edge, and no coast.
fn is_pole(ring: &[ArcIndex], arcs: &[Vec<Point>]) -> bool {
    let mut points = ring.iter().flat_map(|&step| &arcs[number(step)]);
    points.all(|[_, north]| *north == 0)
}

/// Names as they are today, and in full: the file shortens them for maps of the whole world.
const NAMES: &[(&str, &str)] = &[
    ("Bosnia and Herz.", "Bosnia and Herzegovina"),
    ("Central African Rep.", "Central African Republic"),
    ("Congo", "Republic of the Congo"),
    ("Dem. Rep. Congo", "DR Congo"),
    ("Dominican Rep.", "Dominican Republic"),
    ("Eq. Guinea", "Equatorial Guinea"),
    ("Falkland Is.", "Falkland Islands"),
    ("Fr. Polynesia", "French Polynesia"),
    ("Macedonia", "North Macedonia"),
    ("S. Sudan", "South Sudan"),
    ("Solomon Is.", "Solomon Islands"),
    ("United States of America", "United States"),
    ("W. Sahara", "Western Sahara"),
    ("eSwatini", "Eswatini"),
];

/// A country with its name: those that ISO 3166-1 numbers, and Kosovo.
fn country(value: &Value, arcs: &[Vec<Point>]) -> Option<Country> {
    let name = value["properties"]["name"].as_str().expect(KNOWN);
    if value["id"].is_null() && name != "Kosovo" {
        return None;
    }
    let full = NAMES.iter().find(|(short, _)| *short == name);
    let mut parts = parts(value);
    for rings in &mut parts {
        rings.retain(|ring| !is_pole(ring, arcs));
    }
    Some(Country {
        name: full.map_or(name, |(_, full)| full).to_owned(),
        parts,
    })
}
