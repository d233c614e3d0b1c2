//! Dates as styles of citing write them.

use crate::model::when::{MONTHS, SEASONS, When};

/// "2025, December 4"; what can only be estimated is "ca. 2025, December".
pub(super) fn apa(date: Option<&When>) -> String {
    let Some(date) = date else {
        return "n.d.".to_owned();
    };
    let about = if date.vague { "ca. " } else { "" };
    match parts(date) {
        None => date.words.clone(),
        Some((year, None)) => [about, year].concat(),
        Some((year, Some(rest))) => [about, year, ", ", &rest].concat(),
    }
}

/// "December 4, 2025"; what is no more than likely stands in brackets: "[ca. December 2025]", "[December 2025?]".
pub(super) fn chicago(date: Option<&When>) -> String {
    let Some(date) = date else {
        return "n.d.".to_owned();
    };
    let words = match parts(date) {
        None if date.vague => return ["[", &date.words, "]"].concat(),
        None => return date.words.clone(),
        Some((year, None)) => year.to_owned(),
        Some((year, Some(rest))) if rest.contains(' ') => [&rest, ", ", year].concat(),
        Some((year, Some(rest))) => [&rest, " ", year].concat(),
    };
    match (date.vague, date.edtf.ends_with('?')) {
        (false, _) => words,
        (true, false) => ["[ca. ", &words, "]"].concat(),
        (true, true) => ["[", &words, "?]"].concat(),
    }
}

/// The year and what stands beside it ("December 4", "Autumn"); nothing for dates that are cited in the reader's words.
fn parts(date: &When) -> Option<(&str, Option<String>)> {
    let (year, numbers) = split(date)?;
    let rest = match numbers[..] {
        [] => None,
        [season @ 21..=24] => Some(capital(SEASONS[season - 21])),
        [month @ 1..=12] => Some(MONTHS[month - 1].to_owned()),
        [month @ 1..=12, day] => Some(format!("{} {day}", MONTHS[month - 1])),
        _ => return None,
    };
    Some((year, rest))
}

/// The year, the month and the day, as far as they are known.
pub(crate) fn numbers(date: &When) -> (Option<String>, Option<usize>, Option<usize>) {
    let Some((year, numbers)) = split(date) else {
        return (None, None, None);
    };
    let month = numbers
        .first()
        .copied()
        .filter(|month| (1..=12).contains(month));
    let day = month.and_then(|_| numbers.get(1).copied());
    (Some(year.to_owned()), month, day)
}

/// The year and the numbers behind it; nothing for a stretch of time or a year that has not four digits.
fn split(date: &When) -> Option<(&str, Vec<usize>)> {
    let mut parts = date.edtf.trim_end_matches(['~', '?', '%']).split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    year.parse::<u16>().ok().filter(|year| *year >= 1000)?;
    let numbers = parts.filter(|part| *part != "XX").map(str::parse);
    Some((year, numbers.collect::<Result<_, _>>().ok()?))
}

fn capital(word: &str) -> String {
    [&word[..1].to_uppercase(), &word[1..]].concat()
}
