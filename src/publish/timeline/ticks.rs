//! Round dates along an axis, as close as their labels can be read.

use crate::model::calendar::year;
use crate::model::page::Tick;
use crate::publish::lettering::{TextStyle, width};
use crate::publish::messages::PublishMessages;
use crate::publish::timeline::calendar;
use crate::publish::timeline::scale::Scale;

/// Least distance of two ticks, in CSS px.
const APART: i64 = 34;
/// Least distance of two labels, in CSS px.
const AIR: i64 = 8;
/// Steps below a year, in months.
const MONTHS: [i64; 3] = [1, 3, 6];
/// Steps below ten years, in years.
const YEARS: [i64; 3] = [1, 2, 5];
/// Steps from ten years up, in years, and each times ten as often as need be.
const DECADES: [i64; 3] = [10, 25, 50];

/// The ticks of an axis.
pub(super) fn ticks(scale: &Scale, messages: &PublishMessages) -> Vec<Tick> {
    let months = MONTHS.iter().map(|&step| TickInterval::Months(step));
    let first = YEARS.iter().map(|&step| TickInterval::Years(step));
    let more =
        (0..6).flat_map(|power| DECADES.map(|step| TickInterval::Years(step * 10_i64.pow(power))));
    let mut steps = months.chain(first).chain(more);
    let fit = steps.find_map(|step| step.ticks(scale, messages));
    let mut ticks = fit.unwrap_or_default();
    for tick in &mut ticks {
        let half = i64::from(width(&tick.label, TextStyle::Tick)) / 2;
        if i64::from(tick.x) < half || i64::from(tick.x) + half > scale.width().into() {
            tick.label.clear();
        }
    }
    ticks
}

#[derive(Clone, Copy)]
enum TickInterval {
    Months(i64),
    Years(i64),
}

impl TickInterval {
    /// About how many days it is long, at least.
    fn days(self) -> i64 {
        match self {
            TickInterval::Months(count) => count * 28,
            TickInterval::Years(count) => count * 365,
        }
    }

    /// The ticks at this step, if their labels keep apart.
    fn ticks(self, scale: &Scale, messages: &PublishMessages) -> Option<Vec<Tick>> {
        let (from, to) = scale.days();
        // More than fit are not even counted out.
        if (to - from) / self.days() > 2 * i64::from(scale.width()) / APART {
            return None;
        }
        let mut ticks: Vec<(i64, String)> = Vec::new();
        for (day, label) in self.dates(from, to, messages) {
            let x = scale.x(day);
            if let Some((before, label_before)) = ticks.last() {
                let labels = width(label_before, TextStyle::Tick) + width(&label, TextStyle::Tick);
                if x - before < APART.max(i64::from(labels / 2) + AIR) {
                    return None;
                }
            }
            ticks.push((x, label));
        }
        Some(
            ticks
                .into_iter()
                .map(|(x, label)| Tick { x: x as u32, label })
                .collect(),
        )
    }

    /// Its dates from one day to another, with their labels.
    fn dates(self, from: i64, to: i64, messages: &PublishMessages) -> Vec<(i64, String)> {
        let (first, last) = (year(from), year(to));
        let dates: Vec<(i64, String)> = match self {
            TickInterval::Months(step) => (first..=last)
                .flat_map(|year| {
                    (1..=12)
                        .step_by(step as usize)
                        .map(move |month| (year, month))
                })
                .map(|(year, month)| {
                    (
                        calendar::day(year, month),
                        calendar::month_words(year, month, messages),
                    )
                })
                .collect(),
            TickInterval::Years(step) => (first.div_euclid(step)..=last.div_euclid(step) + 1)
                .map(|count| {
                    // No year is called 0: AD 1 stands for it, and 500 BC is the astronomical year -499.
                    let year = count * step + i64::from(count <= 0 && step > 1);
                    (calendar::day(year, 1), calendar::year_words(year, messages))
                })
                .collect(),
        };
        dates
            .into_iter()
            .filter(|(day, _)| (from..=to).contains(day))
            .collect()
    }
}
