//! The far side of an azimuthal map: outside its circle of the hemisphere, up to the rim that is the antipode.

use std::f64::consts::{PI, TAU};

use geo::Coord;

use crate::publish::map::size::MIDDLE;

/// Radians about the middle that a line on the far side may go straight.
const SWEEP: f64 = 0.5;

/// Whether a point lies on the far side; the scale is in units per earth radius.
pub(super) fn is_beyond(point: Coord<f64>, scale: f64) -> bool {
    let Coord { x, y } = point - MIDDLE;
    x * x + y * y > 2.0 * scale * scale
}

/// A line that passes the antipode, led round the map as it runs on the globe: straight it would cut across the map.
pub(super) fn round(line: &[Coord<f64>], scale: f64) -> Vec<Coord<f64>> {
    let mut led: Vec<Coord<f64>> = Vec::with_capacity(line.len());
    for &point in line {
        if let Some(&last) = led.last()
            && is_beyond(last, scale)
            && is_beyond(point, scale)
        {
            led.extend(between(last, point));
        }
        led.push(point);
    }
    led
}

/// Points on the shorter way about the middle, if it is a long one.
fn between(from: Coord<f64>, to: Coord<f64>) -> impl Iterator<Item = Coord<f64>> {
    let [from, to] = [from, to].map(|point| point - MIDDLE);
    // Most are short, which is seen without an angle: its tangent is no less than the angle itself.
    let (across, along) = (from.x * to.y - from.y * to.x, from.x * to.x + from.y * to.y);
    let is_long = across.abs() > along * SWEEP;
    is_long.then(|| swept(from, to)).into_iter().flatten()
}

fn swept(from: Coord<f64>, to: Coord<f64>) -> impl Iterator<Item = Coord<f64>> {
    let [start, end] = [from, to].map(|Coord { x, y }| y.atan2(x));
    let [first, last] = [from, to].map(|Coord { x, y }| x.hypot(y));
    let sweep = (end - start + PI).rem_euclid(TAU) - PI;
    let steps = (sweep.abs() / SWEEP) as u32;
    (1..=steps).map(move |step| {
        let share = f64::from(step) / f64::from(steps + 1);
        let (sin, cos) = (start + sweep * share).sin_cos();
        let distance = first + (last - first) * share;
        MIDDLE
            + Coord {
                x: distance * cos,
                y: distance * sin,
            }
    })
}
