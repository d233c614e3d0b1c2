//! What of the map is seen and where its places stand there. Pure whole numbers, so that it is tested over thousands of
//! maps and brings no formatting of fractions into the WASM. Lengths are map units (`model::page::MapLayout`) or pixels.

use crate::model::page::{MapLayout, Pin};

pub mod lettering;

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
}

/// Gathers the places that are seen, those closer than a target in one.
pub fn clusters(layout: &MapLayout, window: Viewport, width: i32) -> Vec<Cluster> {
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
            }),
        }
    }
    clusters
}

#[cfg(test)]
mod tests;
