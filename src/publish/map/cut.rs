//! Outlines cut at the edges of the map.

use geo::Coord;
use line_clipping::cohen_sutherland::clip_line;
use line_clipping::sutherland_hodgman::clip_polygon;
use line_clipping::{LineSegment, Point, Window};

use crate::publish::map::size::{HEIGHT, WIDTH};

/// The map's box with a margin round it; with one below zero what lies well within.
pub(super) fn sheet(margin: f64) -> Window {
    Window::new(
        -margin,
        f64::from(WIDTH) + margin,
        -margin,
        f64::from(HEIGHT) + margin,
    )
}

/// The corners of a window, in turn.
pub(super) fn corners(window: Window) -> Vec<Coord<f64>> {
    [
        (window.x_min, window.y_min),
        (window.x_max, window.y_min),
        (window.x_max, window.y_max),
        (window.x_min, window.y_max),
    ]
    .map(Coord::from)
    .to_vec()
}

/// A line less what runs along beyond one side of a window: only where it gets there and comes back counts.
pub(super) fn shorten(line: &[Coord<f64>], window: Window) -> Vec<Coord<f64>> {
    let mut kept: Vec<Coord<f64>> = Vec::new();
    let mut beyond = [false; 4];
    let mut running = false;
    for &point in line {
        let now = [
            point.x < window.x_min,
            point.x > window.x_max,
            point.y < window.y_min,
            point.y > window.y_max,
        ];
        let common = [0, 1, 2, 3].map(|side| beyond[side] && now[side]);
        let runs_on = common.contains(&true);
        if running && runs_on {
            kept.pop();
        }
        running = runs_on;
        beyond = if runs_on { common } else { now };
        kept.push(point);
    }
    kept
}

/// What of a ring lies in a window, in whole units. A ring of several pieces stays one, joined along the window's edge.
pub(super) fn ring(ring: &[Coord<f64>], window: Window) -> Option<Vec<Coord<f64>>> {
    let vertices: Vec<_> = ring
        .iter()
        .map(|point| Point::new(point.x, point.y))
        .collect();
    let cut = clip_polygon(&vertices.into(), window).vertices;
    let mut ring: Vec<_> = cut.into_iter().map(whole).collect();
    ring.dedup();
    if ring.first() == ring.last() {
        ring.pop();
    }
    (ring.len() > 2).then_some(ring)
}

/// The pieces of a line that lie in a window, in whole units.
pub(super) fn line(line: &[Coord<f64>], window: Window) -> Vec<Vec<Coord<f64>>> {
    let mut pieces: Vec<Vec<Coord<f64>>> = Vec::new();
    for pair in line.windows(2) {
        let [from, to] = [pair[0], pair[1]].map(|point| Point::new(point.x, point.y));
        let Some(LineSegment { p1, p2 }) = clip_line(LineSegment::new(from, to), window) else {
            continue;
        };
        let (from, to) = (whole(p1), whole(p2));
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&from) => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
    }
    pieces
}

fn whole(point: Point) -> Coord<f64> {
    Coord {
        x: point.x.round(),
        y: point.y.round(),
    }
}
