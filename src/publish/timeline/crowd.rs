//! Which part of the time is too crowded.

use crate::publish::timeline::days::{DayRange, ends};
use crate::publish::timeline::marks::{DOT, Stack};
use crate::publish::timeline::scale::Scale;

/// Events from which a lens is worth its place.
const FEW: usize = 6;
/// Hundredths of all events that a lens may show, most first.
const SHARES: [usize; 7] = [80, 70, 60, 50, 40, 30, 25];
/// Hundredths of the whole range that a lens covers at most.
const WIDEST: i64 = 40;

/// Days of the lens under which most marks are freed: for each share of the events the shortest window that holds them is
/// tried, if it is twice as dense as the whole. None where nothing stands above anything else anyway.
pub(super) fn window(ranges: &[DayRange], whole: &Scale) -> Option<(i64, i64)> {
    if ranges.len() < FEW {
        return None;
    }
    let mut dated: Vec<(i64, i64)> = ranges
        .iter()
        .filter_map(|range| range.earliest.zip(range.latest))
        .collect();
    dated.sort_by_key(|(earliest, latest)| earliest + latest);
    let all = whole.events().1 - whole.events().0;
    let mut least = crowding(ranges, whole, None);
    let mut best = None;
    for share in SHARES {
        let held = dated.windows((ranges.len() * share).div_ceil(100));
        let windows = held.filter_map(|events| ends(events.iter().copied()));
        let Some(window) = windows.min_by_key(|(from, to)| to - from) else {
            continue;
        };
        let window = with_neighbours(window, &dated, whole);
        if (window.1 - window.0) * 100 > all * WIDEST.min(share as i64 / 2) {
            continue;
        }
        let crowding = crowding(ranges, whole, Some(window));
        if crowding < least {
            (least, best) = (crowding, Some(window));
        }
    }
    best
}

/// The window with those events beside it whose dots would lie on the edge of the lens.
fn with_neighbours(window: (i64, i64), dated: &[(i64, i64)], whole: &Scale) -> (i64, i64) {
    let lens = Scale::new(window.0, window.1, whole.width()).days();
    let (left, right) = (whole.x(lens.0) - DOT / 2, whole.x(lens.1) + DOT / 2);
    let touching = dated
        .iter()
        .copied()
        .filter(|&(from, to)| whole.x(from) >= left && whole.x(to) <= right);
    ends(touching.chain([window])).unwrap_or(window)
}

/// How crowded the axes are with a window on the second.
fn crowding(ranges: &[DayRange], whole: &Scale, window: Option<(i64, i64)>) -> u32 {
    let rows = || {
        ranges
            .iter()
            .copied()
            .zip(0..)
            .filter(|(range, _)| range.known().is_some())
    };
    let Some((first, last)) = window else {
        return Stack::new(whole, rows()).crowding();
    };
    let close = Scale::new(first, last, whole.width());
    let (inside, outside): (Vec<_>, Vec<_>) =
        rows().partition(|(range, _)| range.within(close.days()));
    Stack::new(&close, inside.into_iter()).crowding()
        + Stack::new(whole, outside.into_iter()).crowding()
}
