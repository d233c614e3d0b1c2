//! Dots and bars over an axis, stacked where they would touch.

use crate::model::page::Mark;
use crate::publish::timeline::days::DayRange;
use crate::publish::timeline::scale::Scale;

/// A dot's width, and a bar's at least, in CSS px.
pub(super) const DOT: i64 = 8;
/// Between two marks beside each other, in CSS px.
const APART: i64 = 1;
/// From an axis to the middle of a mark on it, in CSS px.
const RISE: u32 = 8;
/// Between marks above each other, in CSS px.
const PITCH: u32 = 10;
/// Marks above each other at that distance; where there are more, they stand closer.
const HIGH: u32 = 8;
/// Least height of a stack: so much the lens reaches above the axis.
const LOW: u32 = 3;
/// From the middle of the highest mark to the upper side, in CSS px.
const HEAD: u32 = 6;

/// The marks of an axis.
pub(super) struct Stack {
    placed: Vec<Placed>,
    levels: u32,
}

struct Placed {
    event: u32,
    /// From left to right, with all its width.
    left: i64,
    right: i64,
    bar: bool,
    /// Counted from the axis.
    level: u32,
}

impl Stack {
    /// Dots first, so that they stand near the axis; then bars.
    pub(super) fn new(scale: &Scale, ranges: impl Iterator<Item = (DayRange, u32)>) -> Self {
        let mut placed: Vec<Placed> = ranges
            .map(|(range, event)| place(scale, range, event))
            .collect();
        placed.sort_by_key(|one| (one.bar, one.left, one.event));
        // What is taken on each level, from left to right.
        let mut taken: Vec<Vec<(i64, i64)>> = Vec::new();
        for one in &mut placed {
            let free = |level: &Vec<(i64, i64)>| {
                let mut beside = level.iter();
                beside.all(|&(left, right)| right + APART <= one.left || one.right + APART <= left)
            };
            let level = taken.iter().position(free).unwrap_or(taken.len());
            taken.resize(taken.len().max(level + 1), Vec::new());
            taken[level].push((one.left, one.right));
            one.level = level as u32;
        }
        placed.sort_by_key(|one| (one.left, one.event));
        Stack {
            placed,
            levels: taken.len() as u32,
        }
    }

    /// From its upper side to the axis, in CSS px.
    pub(super) fn height(&self) -> u32 {
        HEAD + RISE + (self.levels.clamp(LOW, HIGH) - 1) * PITCH
    }

    /// How many marks stand above others, each as often as it is high.
    pub(super) fn crowding(&self) -> u32 {
        self.placed.iter().map(|one| one.level).sum()
    }

    /// The marks over an axis at `y`.
    pub(super) fn marks(&self, y: u32) -> Vec<Mark> {
        let high = (HIGH - 1) * PITCH;
        let rise = |level: u32| {
            if self.levels > HIGH {
                level * high / (self.levels - 1)
            } else {
                level * PITCH
            }
        };
        let px = |x: i64| {
            u32::try_from(x)
                .expect("places on an axis are counted from the left side of the drawing")
        };
        self.placed
            .iter()
            .map(|one| Mark {
                event: one.event,
                x: px(if one.bar {
                    one.left
                } else {
                    (one.left + one.right) / 2
                }),
                y: y - RISE - rise(one.level),
                end: one.bar.then(|| px(one.right)),
            })
            .collect()
    }
}

/// A dot where it says as much as the date does at this scale, else a bar; an open end runs to the end of the axis.
fn place(scale: &Scale, range: DayRange, event: u32) -> Placed {
    let (from, to) = scale.days();
    let (left, right) = (
        scale.x(range.earliest.unwrap_or(from)),
        scale.x(range.latest.unwrap_or(to)),
    );
    let open = range.earliest.is_none() || range.latest.is_none();
    let bar = range.vague || open || right - left > DOT;
    let middle = (left + right) / 2;
    let (left, right) = if right - left > DOT {
        (left, right)
    } else {
        (middle - DOT / 2, middle + DOT / 2)
    };
    Placed {
        event,
        left,
        right,
        bar,
        level: 0,
    }
}
