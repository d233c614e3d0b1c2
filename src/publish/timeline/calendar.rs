//! Years and months in words, and where months begin.

use crate::model::calendar::{self, year};
use crate::model::messages::Messages;
use crate::publish::messages::PublishMessages;

/// The first day of a month, counted from 1.
pub(super) fn day(year: i64, month: i64) -> i64 {
    calendar::day(year, month, 1).unwrap_or_default()
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
