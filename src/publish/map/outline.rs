//! The world's outlines in a map's own units: projected, simplified, cut at the map's edges.

use std::f64::consts::PI;

use geo::{Area, Coord, LineString, Polygon, SimplifyVw};
use line_clipping::Window;

use crate::model::page;
use crate::publish::map::cut::{self, corners, sheet};
use crate::publish::map::projection::{Plane, Projection, dot};
use crate::publish::map::size::{HEIGHT, WIDTH};
use crate::publish::map::world::{ArcIndex, GlobeArc, Point, World, number, on_earth};
use crate::publish::map::{path, rim};

/// Square units that three points of an outline in a row span at least (Visvalingam and Whyatt 1993): four pixels of a
/// phone, where nothing is seen to be missing. Enlarged, a border shows its corners.
///
/// | the first article's outlines, in steps of | 1 unit | 1 | 4 | 4 | 4 |
/// |---|--:|--:|--:|--:|--:|
/// | at square units | 12 | 24 | 24 | 62 | 124 |
/// | bytes after brotli | 1,667 | 1,419 | 1,067 | 780 | 654 |
const DETAIL: f64 = 124.0;

/// How much coarser each further try is, until the outlines fit.
const COARSER: f64 = 1.5;

/// Letters of path data that a map takes at most: a few seas and coasts at full detail. Five places from Kazakhstan to
/// China take 1,778.
const LETTERS: usize = 14_000;

/// Square units of the least island: a pixel of a phone, on which a map is 432 px wide.
pub(super) const ISLAND: f64 = 31.0;

/// Units that outlines go on past each edge, so that a line drawn along them is not seen to turn there.
const OVERHANG: f64 = 40.0;

/// All outlines on one map. Coordinates are whole units.
pub(super) struct Outlines<'a> {
    world: &'a World,
    projection: Projection,
    arcs: Vec<LineString<f64>>,
}

impl<'a> Outlines<'a> {
    pub(super) fn new(world: &'a World, projection: Projection) -> Self {
        let arcs = match projection {
            Projection::Azimuthal {
                longitude,
                latitude,
                scale,
            } => {
                let plane = Plane::new([longitude, latitude], scale);
                let arcs = world.globe.iter();
                arcs.map(|arc| facing(arc, &plane)).collect()
            }
            Projection::Cylindrical { .. } => {
                let arcs = world.arcs.iter();
                arcs.map(|arc| unrolled(arc, projection)).collect()
            }
        };
        Outlines {
            world,
            projection,
            arcs,
        }
    }

    /// Land and borders as path data, as detailed as there is room for.
    pub(super) fn draw(&mut self) -> [String; 2] {
        let mut detail = DETAIL;
        loop {
            for arc in &mut self.arcs {
                *arc = arc.simplify_vw(detail);
            }
            let drawn = [path::rings(&self.land()), path::lines(&self.borders())];
            if drawn.iter().map(String::len).sum::<usize>() <= LETTERS {
                return drawn;
            }
            detail *= COARSER;
        }
    }

    /// Rings that together are the land, by the even-odd rule.
    fn land(&self) -> Vec<Vec<Coord<f64>>> {
        let coasts = self.world.coasts.iter();
        let mut land: Vec<_> = coasts
            .flat_map(|coast| self.ring(coast, sheet(OVERHANG)))
            .filter(|ring| area(ring) >= ISLAND)
            .collect();
        if self.is_inside_out() {
            land.push(corners(sheet(OVERHANG)));
        }
        land
    }

    /// Whether the rings enclose the sea and not the land: on an azimuthal map the antipode lies outside of them all.
    fn is_inside_out(&self) -> bool {
        match self.projection {
            Projection::Azimuthal {
                longitude,
                latitude,
                ..
            } => self.world.is_land([longitude + PI, -latitude]),
            Projection::Cylindrical { .. } => false,
        }
    }

    /// A ring as far as it lies in a window, as often as it does.
    pub(super) fn ring(&self, steps: &[ArcIndex], window: Window) -> Vec<Vec<Coord<f64>>> {
        let ring = self.chain(steps);
        let rings = match (self.projection.turn(), ring.first(), ring.last()) {
            (Some(_), Some(first), Some(last)) if first != last => vec![self.round_pole(&ring)],
            (Some(turn), ..) => turns(&ring, turn),
            (None, ..) => vec![ring],
        };
        rings
            .iter()
            .filter_map(|ring| cut::ring(ring, window))
            .collect()
    }

    /// A coast that goes round the world, Antarctica's, unrolled past both edges and closed along the South Pole.
    fn round_pole(&self, ring: &[Coord<f64>]) -> Vec<Coord<f64>> {
        let pole = self.projection.project([0.0, -PI / 2.0]).y.round();
        let (first, last) = (ring[0], ring[ring.len() - 1]);
        let rounds = (-2..=2).map(|round| f64::from(round) * (last.x - first.x));
        let mut unrolled: Vec<_> = rounds.flat_map(|by| moved(ring, by)).collect();
        let ends = [unrolled.last(), unrolled.first()].map(|end| end.copied());
        unrolled.extend(
            ends.into_iter()
                .flatten()
                .map(|end| Coord { y: pole, ..end }),
        );
        unrolled
    }

    /// Whether any of a ring lies in the hemisphere round the map's middle: a country beyond encloses it inside out.
    pub(super) fn is_near(&self, steps: &[ArcIndex]) -> bool {
        let Projection::Azimuthal { scale, .. } = self.projection else {
            return true;
        };
        let mut points = self.chain(steps).into_iter();
        points.any(|point| !rim::is_beyond(point, scale))
    }

    /// Lines between countries as far as they lie on the map.
    fn borders(&self) -> Vec<Vec<Coord<f64>>> {
        let chains = self.world.borders.iter().map(|steps| self.chain(steps));
        let chains = chains.flat_map(|chain| match self.projection.turn() {
            None => vec![chain],
            Some(turn) => turns(&chain, turn),
        });
        // An enclave below a pixel goes like an island.
        chains
            .filter(|chain| chain.first() != chain.last() || area(chain) >= ISLAND)
            .flat_map(|chain| cut::line(&chain, sheet(OVERHANG)))
            .collect()
    }

    /// Arcs joined; on an unrolled map each moved to where the one before it ends.
    fn chain(&self, steps: &[ArcIndex]) -> Vec<Coord<f64>> {
        let mut chain: Vec<Coord<f64>> = Vec::new();
        for &step in steps {
            let arc = &self.arcs[number(step)].0;
            let end = chain.pop();
            let begin = chain.len();
            if step < 0 {
                chain.extend(arc.iter().rev());
            } else {
                chain.extend(arc);
            }
            if let Some(end) = end {
                let moved = end.x - chain[begin].x;
                chain[begin..].iter_mut().for_each(|point| point.x += moved);
            }
        }
        chain
    }
}

/// An arc on an azimuthal map, less what is too fine or too far off to be seen.
fn facing(arc: &GlobeArc, plane: &Plane) -> LineString<f64> {
    if is_beside(arc, plane) {
        let [first, last] = [arc.points.first(), arc.points.last()];
        let ends = first.into_iter().chain(last);
        return LineString(on_steps(ends.map(|&place| plane.project(place)).collect()));
    }
    let places = arc.points.iter();
    let points: Vec<_> = places.map(|&place| plane.project(place)).collect();
    let points = on_steps(rim::round(&points, plane.scale));
    LineString(cut::shorten(&points, sheet(OVERHANG)))
}

/// Whether all of an arc lies beyond one edge of an azimuthal map, seen without a look at its points: a point is drawn
/// at least as far out along an axis as it lies on the sphere. Of such an arc [`cut::shorten`] would leave the ends.
fn is_beside(arc: &GlobeArc, plane: &Plane) -> bool {
    let edges = [(plane.east, WIDTH), (plane.north, HEIGHT)];
    edges.into_iter().any(|(axis, length)| {
        // Rounded to steps a point may come nearer by less than one.
        let edge = f64::from(length) / 2.0 + OVERHANG + f64::from(page::Outlines::STEP);
        dot(axis, arc.middle).abs() - arc.radius > edge / plane.scale
    })
}

/// An arc on an unrolled map, where what is beyond one edge may come in again at the other.
fn unrolled(arc: &[Point], projection: Projection) -> LineString<f64> {
    let points = arc.iter().map(|&point| projection.project(on_earth(point)));
    LineString(on_steps(points.collect()))
}

/// Points in whole steps, no two in a row alike. The ends stay, where others meet the arc.
fn on_steps(mut points: Vec<Coord<f64>>) -> Vec<Coord<f64>> {
    for point in &mut points {
        *point = Coord {
            x: on_step(point.x),
            y: on_step(point.y),
        };
    }
    let last = points.pop();
    points.dedup();
    points.extend(last);
    points
}

fn on_step(units: f64) -> f64 {
    let step = f64::from(page::Outlines::STEP);
    (units / step).round() * step
}

/// An unrolled line wherever it comes near the map.
fn turns(line: &[Coord<f64>], turn: f64) -> Vec<Vec<Coord<f64>>> {
    let xs = || line.iter().map(|point| point.x);
    let (west, east) = (
        xs().fold(f64::INFINITY, f64::min),
        xs().fold(f64::NEG_INFINITY, f64::max),
    );
    let first = ((-OVERHANG - east) / turn).ceil() as i32;
    let last = ((f64::from(WIDTH) + OVERHANG - west) / turn).floor() as i32;
    (first..=last)
        .map(|times| moved(line, turn * f64::from(times)).collect())
        .collect()
}

/// A line moved eastwards.
fn moved(line: &[Coord<f64>], by: f64) -> impl Iterator<Item = Coord<f64>> {
    line.iter()
        .map(move |&Coord { x, y }| Coord { x: x + by, y })
}

/// Square units of a ring.
pub(super) fn area(ring: &[Coord<f64>]) -> f64 {
    Polygon::new(LineString(ring.to_vec()), Vec::new()).unsigned_area()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::map::projection::EARTH;
    use crate::publish::map::world::WORLD;

    #[test]
    fn an_arc_that_lies_beside_the_map_is_what_it_is_cut_to() {
        let mut beside = 0;
        for [east, north, width] in [
            [77, 43, 1_500],
            [-100, 40, 4_000],
            [0, -80, 2_500],
            [20, 0, 12_000],
            [178, -17, 1_500],
        ] {
            let middle = [east, north].map(|degrees| f64::from(degrees).to_radians());
            let scale = f64::from(WIDTH) * EARTH / f64::from(width);
            let plane = Plane::new(middle, scale);
            for arc in WORLD.globe.iter().filter(|arc| is_beside(arc, &plane)) {
                let places = arc.points.iter().map(|&place| plane.project(place));
                let points = on_steps(rim::round(&places.collect::<Vec<_>>(), scale));
                let cut = cut::shorten(&points, sheet(OVERHANG));
                assert_eq!(facing(arc, &plane).0, cut, "round {middle:?}");
                beside += 1;
            }
        }
        assert!(beside > 5_000, "{beside} of {}", 5 * WORLD.globe.len());
    }
}
