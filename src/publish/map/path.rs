//! SVG path data in as few letters as can be: whole steps, relative, no space before a minus.

use std::fmt::Write;

use geo::Coord;

use crate::model::page::Outlines;

/// Closed rings.
pub(super) fn rings(rings: &[Vec<Coord<f64>>]) -> String {
    path(rings, "z")
}

/// Open lines.
pub(super) fn lines(lines: &[Vec<Coord<f64>>]) -> String {
    path(lines, "")
}

/// After `z` the pen is back where the ring began; the next `m` counts from there.
fn path(lines: &[Vec<Coord<f64>>], end: &str) -> String {
    let mut path = String::new();
    let mut pen = (0, 0);
    for line in lines {
        let mut command = "m";
        let start = line.first().map(whole);
        for point in line.iter().map(whole) {
            let (x, y) = (point.0 - pen.0, point.1 - pen.1);
            if command.is_empty() && (x, y) == (0, 0) {
                continue;
            }
            let space = if command.is_empty() && x >= 0 {
                " "
            } else {
                ""
            };
            let comma = if y >= 0 { " " } else { "" };
            write!(path, "{command}{space}{x}{comma}{y}").expect("a string takes all letters");
            pen = point;
            command = "";
        }
        path.push_str(end);
        if let (Some(start), "z") = (start, end) {
            pen = start;
        }
    }
    path
}

fn whole(point: &Coord<f64>) -> (i32, i32) {
    let steps = |units: f64| (units / f64::from(Outlines::STEP)).round() as i32;
    (steps(point.x), steps(point.y))
}
