//! What a reader may trust in a timeline, whatever happened when.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use proptest::prelude::*;

use super::*;
use crate::model::page::Mark;
use crate::publish::messages;

const WIDTH: u32 = 432;

fn when(earliest: i32, latest: i32, vague: bool) -> When {
    When {
        edtf: String::new(),
        words: String::new(),
        earliest,
        latest,
        vague,
    }
}

fn day(year: i64, month: i64) -> i32 {
    calendar::day(year, month) as i32
}

/// Days of the first of January of these years.
fn years(years: &[i64]) -> Vec<When> {
    years
        .iter()
        .map(|&year| when(day(year, 1), day(year, 1), false))
        .collect()
}

fn lay(dates: &[When]) -> Option<Timeline> {
    timeline(
        &dates.iter().collect::<Vec<_>>(),
        WIDTH,
        &messages::of("en").unwrap().publish,
    )
}

fn labels(axis: &Axis) -> Vec<&str> {
    axis.ticks.iter().map(|tick| tick.label.as_str()).collect()
}

/// What holds of every timeline.
#[track_caller]
fn check(dates: &[When]) -> Timeline {
    let timeline = lay(dates).unwrap();
    assert_eq!(
        Some(&timeline),
        lay(dates).as_ref(),
        "the same events, another drawing"
    );
    let mut rows: Vec<u32> = timeline
        .axes
        .iter()
        .flat_map(|axis| axis.marks.iter().map(|mark| mark.event))
        .collect();
    rows.sort_unstable();
    assert_eq!(
        rows,
        (0..dates.len() as u32).collect::<Vec<_>>(),
        "each event has one mark"
    );
    assert_eq!(
        timeline.axes.len(),
        1 + usize::from(timeline.lens.is_some())
    );
    if let Some(Lens { x, end }) = timeline.lens {
        assert!(x < end && end <= WIDTH, "lens from {x} to {end}");
    }
    let mut above = 0;
    for axis in &timeline.axes {
        assert!(axis.top >= above && axis.y > axis.top && axis.y < timeline.height);
        above = axis.y;
        for mark in &axis.marks {
            let (left, right) = mark
                .end
                .map_or((mark.x.saturating_sub(4), mark.x + 4), |end| (mark.x, end));
            assert!(
                left < right && right <= WIDTH,
                "{mark:?} leaves the drawing"
            );
            assert!(
                axis.top + 4 <= mark.y && mark.y + 4 <= axis.y,
                "{mark:?} leaves {axis:?}"
            );
        }
        let reach = |mark: &Mark| {
            mark.end
                .map_or((mark.x - 4, mark.x + 4), |end| (mark.x, end))
        };
        assert!(
            axis.marks.is_sorted_by_key(|mark| reach(mark).0),
            "from left to right: {axis:?}"
        );
        // Eight above each other at their full distance take 84 px.
        for (row, mark) in axis
            .marks
            .iter()
            .enumerate()
            .filter(|_| axis.y - axis.top < 84)
        {
            let beside = axis.marks[row + 1..].iter().find(|other| other.y == mark.y);
            assert!(
                beside.is_none_or(|other| reach(other).0 > reach(mark).1),
                "{mark:?} touches {beside:?}"
            );
        }
        check_ticks(axis);
    }
    timeline
}

#[track_caller]
fn check_ticks(axis: &Axis) {
    assert!(
        axis.ticks.len() >= 2,
        "an axis from {} to {} has {:?}",
        axis.from,
        axis.to,
        axis.ticks
    );
    for pair in axis.ticks.windows(2) {
        assert!(pair[1].x >= pair[0].x + 34, "{pair:?} collide");
    }
    assert!(
        axis.ticks
            .iter()
            .all(|tick| (8..=WIDTH - 8).contains(&tick.x))
    );
}

prop_compose! {
    fn date()(start in -1_200_000..60_000, long in prop_oneof![Just(0), 0..31, 0..4000], open in 0..12, vague in any::<bool>()) -> When {
        match open {
            0 => when(i32::MIN, start, vague),
            1 => when(start, i32::MAX, vague),
            _ => when(start, start + long, vague),
        }
    }
}

prop_compose! {
    /// Many in the same few years.
    fn crowd()(start in 0..20_000, days in prop::collection::vec(0..1500, 0..60)) -> Vec<When> {
        days.into_iter().map(|day| when(start + day, start + day, false)).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_mark_stays_in_the_drawing(mut dates in prop::collection::vec(date(), 2..40), crowd in crowd()) {
        dates.extend(crowd);
        check(&dates);
    }

    #[test]
    fn equal_times_are_equal_lengths(first in -800_000..20_000_i64, long in 1..400_000_i64, a in 0..=1000_i64, b in 0..=1000_i64) {
        let scale = Scale::new(first, first + long, WIDTH);
        let at = |share: i64| scale.x(first + long * share / 1000) as f64;
        let (from, to) = scale.days();
        let px = 416.0 / (to - from) as f64;
        let days = (long * b / 1000 - long * a / 1000) as f64;
        prop_assert!(((at(b) - at(a)) - days * px).abs() <= 1.0);
        prop_assert!(a > b || at(a) <= at(b));
    }
}

#[test]
fn fewer_than_two_events_are_no_timeline() {
    assert_eq!(lay(&[]), None);
    assert_eq!(lay(&years(&[2025])), None);
}

#[test]
fn one_day_for_all_is_a_stack() {
    let timeline = check(&vec![when(day(2025, 6), day(2025, 6), false); 4]);
    let marks = &timeline.axes[0].marks;
    assert_eq!(
        marks.iter().map(|mark| mark.x).collect::<Vec<_>>(),
        [216; 4]
    );
    assert!(marks.windows(2).all(|pair| pair[1].y + 10 == pair[0].y));
    assert_eq!(labels(&timeline.axes[0]), ["May", "Jun", "Jul"]);
}

#[test]
fn a_high_stack_is_closer_and_no_higher() {
    let height = |count| check(&vec![when(0, 0, false); count]).height;
    assert_eq!(height(8), height(200));
    assert!(height(3) < height(8));
}

#[test]
fn evenly_spread_events_need_no_lens() {
    assert_eq!(check(&years(&(1900..1930).collect::<Vec<_>>())).lens, None);
    assert_eq!(
        check(&years(&[1990, 2020, 2020, 2020, 2020])).lens,
        None,
        "five are few"
    );
}

#[test]
fn a_crowd_is_enlarged() {
    let mut dates = years(&[1900, 1920, 1940, 1960, 1980]);
    dates.extend((1..=12).map(|month| when(day(2024, month), day(2024, month), false)));
    let timeline = check(&dates);
    let [whole, close] = &timeline.axes[..] else {
        panic!("no lens: {timeline:?}")
    };
    assert_eq!((whole.marks.len(), close.marks.len()), (5, 12));
    assert_eq!(
        (whole.years.as_str(), close.years.as_str()),
        ("1900–2024", "2024")
    );
    assert_eq!(
        labels(whole),
        ["1900", "1925", "1950", "1975", "2000", "2025"]
    );
    assert_eq!(
        labels(close),
        [
            "2024", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
        ]
    );
    assert!(
        close.marks.iter().all(|mark| mark.y == close.marks[0].y),
        "nothing is stacked any more"
    );
}

#[test]
fn what_is_vague_long_or_open_is_a_bar() {
    let dates = [
        when(day(1990, 1), day(1990, 1), false),
        when(day(2000, 1), day(2000, 2), false),
        when(day(2000, 1), day(2000, 1), true),
        when(day(2001, 1), day(2006, 1), false),
        when(i32::MIN, day(1995, 1), false),
        when(day(2007, 1), i32::MAX, false),
    ];
    let timeline = check(&dates[..5]);
    let of = |timeline: &Timeline, event| {
        *timeline.axes[0]
            .marks
            .iter()
            .find(|mark| mark.event == event)
            .unwrap()
    };
    let bars = |timeline: &Timeline, count| {
        (0..count)
            .map(|event| of(timeline, event).end.is_some())
            .collect::<Vec<_>>()
    };
    assert_eq!(bars(&timeline, 5), [false, false, true, true, true]);
    let vague = of(&timeline, 2);
    assert_eq!(
        vague.end,
        Some(vague.x + 8),
        "about a day is as wide as a dot"
    );
    assert_eq!(of(&timeline, 4).x, 8, "an open beginning reaches the side");
    assert_eq!(
        of(&check(&dates), 5).end,
        Some(424),
        "and so does an open end"
    );
}

#[test]
fn from_before_christ_to_now_is_one_axis() {
    let timeline = check(&years(&[-3000, -499, 1, 476, 1492, 2025]));
    assert_eq!(
        labels(&timeline.axes[0]),
        ["", "2000 BC", "1000 BC", "1", "1000", "2000"]
    );
    assert_eq!(timeline.axes[0].years, "3001 BC–2025");
    assert_eq!(
        labels(&check(&years(&[-4, 5])).axes[0]),
        [
            "5 BC", "4 BC", "3 BC", "2 BC", "1 BC", "1", "2", "3", "4", "5"
        ]
    );
}
