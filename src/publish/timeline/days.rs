//! The days of an event, as the timeline places them.

use crate::model::when::When;

/// The days that an event may mean, as in [`When`]; none where its end is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DayRange {
    pub(super) earliest: Option<i64>,
    pub(super) latest: Option<i64>,
    pub(super) vague: bool,
}

impl DayRange {
    pub(super) fn of(date: &When) -> Self {
        DayRange {
            earliest: (date.earliest > i32::MIN).then_some(date.earliest.into()),
            latest: (date.latest < i32::MAX).then_some(date.latest.into()),
            vague: date.vague,
        }
    }

    /// First and last day that it is known to reach.
    pub(super) fn known(self) -> Option<(i64, i64)> {
        let first = self.earliest.or(self.latest)?;
        Some((first, self.latest.unwrap_or(first)))
    }

    /// Whether all that it may mean lies in a window.
    pub(super) fn within(self, (from, to): (i64, i64)) -> bool {
        self.earliest.is_some_and(|day| day >= from) && self.latest.is_some_and(|day| day <= to)
    }
}

/// The first and the last day of several ranges.
pub(super) fn ends(mut days: impl Iterator<Item = (i64, i64)>) -> Option<(i64, i64)> {
    let start = days.next()?;
    Some(days.fold(start, |(first, last), (from, to)| {
        (first.min(from), last.max(to))
    }))
}
