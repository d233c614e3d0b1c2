//! Events on a line of time: where each stands, and which part is too crowded to be read without a lens.

use crate::model::page::{Axis, Lens, Timeline};
use crate::model::when::When;
use crate::publish::messages::PublishMessages;

mod calendar;
mod crowd;
mod days;
mod marks;
mod scale;
mod ticks;

use days::{DayRange, ends};
use marks::Stack;
use scale::Scale;

/// From an axis to the base line of its labels, in CSS px.
const LABELS: u32 = 18;
/// From there to what stands on the second axis: room for the rays of the lens, in CSS px.
const RAYS: u32 = 34;
/// From the last base line to the lower side of the drawing, in CSS px.
const FOOT: u32 = 6;
/// Least width of the lens, in CSS px: it must be seen.
const LENS: i64 = 6;

/// Lays out events, `width` CSS px wide; none if fewer than two have a date.
pub fn timeline(dates: &[&When], width: u32, messages: &PublishMessages) -> Option<Timeline> {
    let ranges: Vec<DayRange> = dates.iter().map(|date| DayRange::of(date)).collect();
    let known = ranges.iter().filter_map(|range| range.known());
    let (first, last) = ends(known.clone())?;
    known.clone().nth(1)?;
    let whole = Scale::new(first, last, width);
    let close = crowd::window(&ranges, &whole).map(|(first, last)| Scale::new(first, last, width));
    let seen = |range: &DayRange| {
        close
            .as_ref()
            .is_some_and(|close| range.within(close.days()))
    };
    let rows = || {
        ranges
            .iter()
            .copied()
            .zip(0_u32..)
            .filter(|(range, _)| range.known().is_some())
    };
    let outside = Stack::new(&whole, rows().filter(|(range, _)| !seen(range)));
    let mut axes = vec![axis(&whole, &outside, 0, messages)];
    if let Some(close) = &close {
        let inside = Stack::new(close, rows().filter(|(range, _)| seen(range)));
        axes.push(axis(close, &inside, axes[0].y + LABELS + RAYS, messages));
    }
    Some(Timeline {
        width,
        height: axes.last()?.y + LABELS + FOOT,
        lens: close.map(|close| lens(&whole, &close)),
        axes,
    })
}

fn axis(scale: &Scale, stack: &Stack, top: u32, messages: &PublishMessages) -> Axis {
    let y = top + stack.height();
    let (from, to) = scale.days();
    let day = |day: i64| {
        i32::try_from(day.clamp(i32::MIN.into(), i32::MAX.into())).expect("clamped to its range")
    };
    Axis {
        from: day(from),
        to: day(to),
        years: calendar::years(scale.events(), messages),
        top,
        y,
        ticks: ticks::ticks(scale, messages),
        marks: stack.marks(y),
    }
}

/// The days of the second axis on the first.
fn lens(whole: &Scale, close: &Scale) -> Lens {
    let (from, to) = close.days();
    let (x, end) = (whole.x(from), whole.x(to));
    let more = (LENS - (end - x)).max(0);
    let x = (x - more / 2).max(0);
    let px = |x: i64| {
        u32::try_from(x).expect("places on an axis are counted from the left side of the drawing")
    };
    Lens {
        x: px(x),
        end: px(end.max(x + LENS)),
    }
}

#[cfg(test)]
mod tests;
