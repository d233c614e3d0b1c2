//! What of the map is seen and where its places stand there. Pure whole numbers, so that it is tested over thousands of
//! maps and brings no formatting of fractions into the WASM. Lengths are map units (`model::page::MapLayout`) or pixels.

use crate::model::page::{MapLayout, Pin};

/// The part of the map that is seen, in map units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    pub left: i32,
    pub top: i32,
    /// Its width; its height follows from the map's shape.
    pub span: i32,
}

/// How far a map can be enlarged.
const NEAREST: i32 = 10;
/// Diameter of a place's target, in CSS pixels: nearer ones are one.
pub const TARGET: i32 = 24;
/// About the width of a letter of a label and the height of its line.
const LETTER: i32 = 8;
const LINE: i32 = 16;

/// Room for the buttons over the map, in CSS pixels.
const BUTTONS: (i32, i32) = (52, 148);

impl Viewport {
    /// The whole map.
    pub fn whole(layout: &MapLayout) -> Self {
        Self {
            left: 0,
            top: 0,
            span: layout.width as i32,
        }
    }

    /// The surroundings of a place.
    pub fn around(layout: &MapLayout, pin: &Pin) -> Self {
        let window = Self {
            left: 0,
            top: 0,
            span: layout.width as i32 / 3,
        };
        let (width, height) = (window.span, window.height(layout));
        let moved = Self {
            left: pin.x as i32 - width / 2,
            top: pin.y as i32 - height / 2,
            ..window
        };
        moved.within(layout)
    }

    /// Its height, in map units.
    pub fn height(self, layout: &MapLayout) -> i32 {
        scale(self.span, layout.height as i32, layout.width as i32)
    }

    /// Moved so that it lies within the map.
    fn within(self, layout: &MapLayout) -> Self {
        let (width, height) = (layout.width as i32, layout.height as i32);
        Self {
            left: self.left.min(width - self.span).max(0),
            top: self.top.min(height - self.height(layout)).max(0),
            span: self.span,
        }
    }

    /// Enlarged to so many hundredths, about a point given in thousandths of its width and height.
    pub fn zoom(self, layout: &MapLayout, hundredths: i32, at: (i32, i32)) -> Self {
        let width = layout.width as i32;
        let span = scale(self.span, 100, hundredths)
            .min(width)
            .max(width / NEAREST);
        let zoomed = Self { span, ..self };
        let down = self.height(layout) - zoomed.height(layout);
        let moved = Self {
            left: self.left + (self.span - span) * at.0 / 1000,
            top: self.top + down * at.1 / 1000,
            span,
        };
        moved.within(layout)
    }

    /// What buttons and keys enlarge about, in thousandths of its width and height: the place that is seen nearest its middle,
    /// which so stays in sight; else the middle.
    pub fn aim(self, layout: &MapLayout) -> (i32, i32) {
        let height = self.height(layout);
        let part = |at: u32, from: i32, length: i32| scale(at as i32 - from, 1000, length);
        let seen = layout.places.iter().map(|pin| {
            (
                part(pin.x, self.left, self.span),
                part(pin.y, self.top, height),
            )
        });
        let inside = seen.filter(|(x, y)| (0..=1000).contains(x) && (0..=1000).contains(y));
        let nearest = inside.min_by_key(|(x, y)| (x - 500).pow(2) + (y - 500).pow(2));
        nearest.unwrap_or((500, 500))
    }

    /// Whether it cannot be enlarged any more.
    pub fn is_nearest(self, layout: &MapLayout) -> bool {
        self.span <= layout.width as i32 / NEAREST
    }

    /// The map drawn along by so many thousandths of the window's width.
    pub fn pan(self, layout: &MapLayout, x: i32, y: i32) -> Self {
        let moved = Self {
            left: self.left - x * self.span / 1000,
            top: self.top - y * self.span / 1000,
            ..self
        };
        moved.within(layout)
    }

    /// Where a point of the map is seen in a drawing `width` pixels wide.
    pub fn place(self, x: u32, y: u32, width: i32) -> (i32, i32) {
        let seen = |at: u32, from: i32| scale(at as i32 - from, width, self.span);
        (seen(x, self.left), seen(y, self.top))
    }
}

/// A length in other units: as many as `units` make up `whole`. Without a whole nothing, and no words of a failed
/// division in the WASM.
pub fn scale(length: i32, units: i32, whole: i32) -> i32 {
    (length * units).checked_div(whole).unwrap_or_default()
}

/// Places that are one target, and where their label stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    pub x: i32,
    pub y: i32,
    /// Rows of the layout's places.
    pub rows: Vec<usize>,
    /// Where the label begins, if there is room for one, and whether it ends there instead.
    pub label: Option<(i32, i32, bool)>,
}

/// Gathers the places that are seen, those closer than a target in one, and finds room for labels of `lengths` letters:
/// after the dot, else before it, else below or above.
pub fn clusters(
    layout: &MapLayout,
    window: Viewport,
    width: i32,
    lengths: &[usize],
) -> Vec<Cluster> {
    let height = scale(width, layout.height as i32, layout.width as i32);
    let mut clusters: Vec<Cluster> = Vec::new();
    for (row, pin) in layout.places.iter().enumerate() {
        let (x, y) = window.place(pin.x, pin.y, width);
        if pin.radius.is_some() || x < 0 || y < 0 || x > width || y > height {
            continue;
        }
        let near = |one: &&mut Cluster| (one.x - x).abs() < TARGET && (one.y - y).abs() < TARGET;
        match clusters.iter_mut().find(near) {
            Some(cluster) => cluster.rows.push(row),
            None => clusters.push(Cluster {
                x,
                y,
                rows: vec![row],
                label: None,
            }),
        }
    }
    // The buttons stand in a lower corner, on whichever side lines end.
    let mut taken: Vec<[i32; 4]> = Vec::from([
        [0, height - BUTTONS.1, BUTTONS.0, height],
        [width - BUTTONS.0, height - BUTTONS.1, width, height],
    ]);
    let corners = taken.len();
    for one in &clusters {
        taken.push([one.x - 7, one.y - 7, one.x + 7, one.y + 7]);
    }
    for (own, cluster) in clusters.iter_mut().enumerate() {
        let letters = match *cluster.rows {
            [row] => lengths.get(row).copied().unwrap_or_default(),
            _ => 3,
        };
        let long = letters as i32 * LETTER;
        let Cluster { x, y, .. } = *cluster;
        let tries = [
            (x + 10, y + 5, false),
            (x - 10, y + 5, true),
            (x - long / 2, y + 22, false),
            (x - long / 2, y - 12, false),
        ];
        for (at, line, ends) in tries {
            let left = if ends { at - long } else { at };
            let room = [left, line - LINE + 4, left + long, line + 4];
            let inside = left >= 0 && room[2] <= width && room[1] >= 0 && room[3] <= height;
            let free = |(row, other): (usize, &[i32; 4])| {
                row == own + corners
                    || room[0] >= other[2]
                    || other[0] >= room[2]
                    || room[1] >= other[3]
                    || other[1] >= room[3]
            };
            if inside && taken.iter().enumerate().all(free) {
                cluster.label = Some((at, line, ends));
                taken.push(room);
                break;
            }
        }
    }
    clusters
}

#[cfg(test)]
mod tests;
