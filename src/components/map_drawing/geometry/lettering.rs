//! Where words find room on a map: within it, clear of its buttons and dots and of each other.

use crate::components::map_drawing::geometry::Cluster;

/// About the width of a letter: of a place's bold label, and of a country's name.
const LETTER: i32 = 8;
const THIN_LETTER: i32 = 6;
/// Above and below the line on which letters stand.
const ABOVE: i32 = 12;
const BELOW: i32 = 4;
/// Letters of a dot that stands for several places.
const COUNT: usize = 3;
/// From a dot's middle to where nothing of it is.
const DOT: i32 = 7;
/// Room for the buttons over the map.
const BUTTONS: (i32, i32) = (52, 148);

/// Where a label begins, or where it ends, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    pub x: i32,
    pub y: i32,
    /// It ends there.
    pub ends: bool,
}

/// A rectangle, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Area {
    pub(super) fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// What a line of words takes.
    pub(super) fn of_words(left: i32, line: i32, length: i32) -> Self {
        Self {
            left,
            top: line - ABOVE,
            right: left + length,
            bottom: line + BELOW,
        }
    }
}

/// A map with what stands on it so far.
#[derive(Clone, Debug)]
pub struct Lettering {
    map: Area,
    pub(super) taken: Vec<Area>,
}

impl Lettering {
    /// A map of that size, in CSS pixels, with its dots. The buttons stand in a lower corner, on whichever side lines end.
    pub fn new(width: i32, height: i32, dots: &[Cluster]) -> Self {
        let map = Area {
            left: 0,
            top: 0,
            right: width,
            bottom: height,
        };
        let buttons = Area {
            top: height - BUTTONS.1,
            ..map
        };
        let right = Area {
            left: width - BUTTONS.0,
            ..buttons
        };
        let left = Area {
            right: BUTTONS.0,
            ..buttons
        };
        let dots = dots.iter().map(|dot| Area {
            left: dot.x - DOT,
            top: dot.y - DOT,
            right: dot.x + DOT,
            bottom: dot.y + DOT,
        });
        Self {
            map,
            taken: [left, right].into_iter().chain(dots).collect(),
        }
    }

    /// Where the labels of dots stand whose names have so many letters, if there is room for them: after the dot, else before it,
    /// else below or above.
    pub fn labels(&mut self, dots: &[Cluster], lengths: &[usize]) -> Vec<Option<Label>> {
        let label = |dot: &Cluster| {
            let letters = match *dot.rows {
                [row] => lengths.get(row).copied().unwrap_or_default(),
                _ => COUNT,
            };
            let long = letters as i32 * LETTER;
            let (x, y) = (dot.x, dot.y);
            let tries = [
                (x + 10, y + 5, false),
                (x - 10, y + 5, true),
                (x - long / 2, y + 22, false),
                (x - long / 2, y - 12, false),
            ];
            tries.into_iter().find_map(|(x, y, ends)| {
                let left = if ends { x - long } else { x };
                let free = self.take(Area::of_words(left, y, long));
                free.then_some(Label { x, y, ends })
            })
        };
        dots.iter().map(label).collect()
    }

    /// The line for a name of so many letters whose middle is there, or right below or above it.
    pub fn line(&mut self, (x, y): (i32, i32), letters: usize) -> Option<i32> {
        let long = letters as i32 * THIN_LETTER;
        let height = ABOVE + BELOW;
        let tries = [y, y + height, y - height];
        let line = |line: &i32| self.take(Area::of_words(x - long / 2, *line, long));
        tries.into_iter().find(line)
    }

    /// Takes what is free and within the map.
    fn take(&mut self, area: Area) -> bool {
        let map = self.map;
        let inside = area.left >= map.left
            && area.right <= map.right
            && area.top >= map.top
            && area.bottom <= map.bottom;
        let free = inside && !self.taken.iter().any(|other| area.meets(*other));
        if free {
            self.taken.push(area);
        }
        free
    }
}
