//! Years and months by days since 1 January 1970, in the proleptic Gregorian calendar with astronomical years: 0 is 1 BC.

use crate::model::messages::Messages;
use crate::publish::messages::PublishMessages;

/// The first day of a month, counted from 1.
pub(super) fn day(year: i64, month: i64) -> i64 {
    // Years run from March, so that the leap day comes last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (153 * month + 2) / 5 - 719_468
}

/// The year of a day.
pub(super) fn year(of: i64) -> i64 {
    // 400 years have 146 097 days; the first guess is at most one off.
    let guess = 1970 + (of * 400).div_euclid(146_097);
    let late = (guess - 1..=guess + 1).rev();
    late.into_iter()
        .find(|&year| day(year, 1) <= of)
        .unwrap_or(guess - 1)
}

/// "1990", "44 BC".
pub(super) fn year_words(year: i64, messages: &PublishMessages) -> String {
    if year > 0 {
        year.to_string()
    } else {
        Messages::fill(&messages.before_christ, &(1 - year).to_string())
    }
}

/// "1991–2026", "2025".
pub(super) fn years((first, last): (i64, i64), messages: &PublishMessages) -> String {
    let (first, last) = (year(first), year(last));
    let end = if first == last {
        String::new()
    } else {
        ["–", &year_words(last, messages)].concat()
    };
    [year_words(first, messages), end].concat()
}

/// "Jun"; January is its year.
pub(super) fn month_words(year: i64, month: i64, messages: &PublishMessages) -> String {
    if month == 1 {
        return year_words(year, messages);
    }
    let name = messages.months.split(' ').nth(month as usize - 1);
    name.unwrap_or_default().to_owned()
}
