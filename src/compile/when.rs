//! Dates: EDTF in; days to compare by and English words to read out.

use edtf_core::{
    Bound, BoundDate, Date, Edtf, Interval, IntervalEndpoint, Precision, Year, YearKind,
};

use crate::model::calendar::day;
use crate::model::when::{MONTHS, SEASONS, When};

/// What is wrong with a date, and what to type.
#[derive(Debug)]
pub(crate) struct DateFault {
    pub(crate) message: String,
    pub(crate) help: String,
}

/// Reads a date: EDTF levels 0 and 1 without times of day.
pub(crate) fn parse(edtf: &str) -> Result<When, DateFault> {
    let fault = |why: &str| DateFault {
        message: format!("`{edtf}` is no date: {why}"),
        help: help(edtf),
    };
    let date = Edtf::parse(edtf).map_err(|error| fault(error.message))?;
    if date.level() > 1 {
        return Err(fault("only EDTF levels 0 and 1 are read"));
    }
    let words = match &date {
        Edtf::Date(date) => date_words(date),
        Edtf::Interval(interval) => {
            interval_words(interval).ok_or_else(|| fault("it begins and ends nowhere"))?
        }
        Edtf::DateTime(_) | Edtf::Set(_) => return Err(fault("it has a time of day")),
    };
    let bounds = date.bounds();
    let number = |bound, open| match bound {
        Bound::Date(date) => days(date).ok_or_else(|| fault("its year is too far away")),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => Ok(open),
    };
    Ok(When {
        edtf: edtf.to_owned(),
        words,
        earliest: number(bounds.earliest, i32::MIN)?,
        latest: number(bounds.latest, i32::MAX)?,
        vague: date.is_approximate() || date.is_uncertain(),
    })
}

/// Days since 1 January 1970.
fn days(date: BoundDate) -> Option<i32> {
    i32::try_from(day(date.year, date.month.into(), date.day.into())?).ok()
}

/// "about 23 July 2025".
fn date_words(date: &Date) -> String {
    format!("{}{}", doubt(date), date_core(date))
}

fn doubt(date: &Date) -> &'static str {
    match (date.is_uncertain(), date.is_approximate()) {
        (true, true) => "perhaps about ",
        (true, false) => "perhaps ",
        (false, true) => "about ",
        (false, false) => "",
    }
}

fn date_core(date: &Date) -> String {
    let year = year_words(&date.year);
    let Some(month) = date.month.and_then(|month| month.value()) else {
        return year;
    };
    let month = match date.precision() {
        Precision::Season => SEASONS[usize::from(month - 21)],
        Precision::Year | Precision::Month | Precision::Day => MONTHS[usize::from(month - 1)],
    };
    match date.day.and_then(|day| day.value()) {
        Some(day) => format!("{day} {month} {year}"),
        None => format!("{month} {year}"),
    }
}

/// "2025", "AD 43", "44 BC", "1840s", "19th century".
fn year_words(year: &Year) -> String {
    if let Some(value) = year.value() {
        return match value {
            1000.. => value.to_string(),
            1.. => format!("AD {value}"),
            _ => format!("{} BC", 1 - value),
        };
    }
    let YearKind::Standard { digits, .. } = year.kind else {
        return "a distant year".to_owned();
    };
    match digits {
        [Some(millennium), Some(century), Some(decade), None] => format!(
            "{}s",
            u32::from(millennium) * 1000 + u32::from(century) * 100 + u32::from(decade) * 10
        ),
        [Some(millennium), Some(century), None, None] => {
            format!("{} century", ordinal(millennium * 10 + century + 1))
        }
        [Some(millennium), None, None, None] => format!("{} millennium", ordinal(millennium + 1)),
        _ => "an unknown year".to_owned(),
    }
}

fn ordinal(number: u8) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn interval_words(interval: &Interval) -> Option<String> {
    use IntervalEndpoint::{Date, Open, Unknown};
    match (&interval.start, &interval.end) {
        (Date(start), Date(end)) => Some(span_words(start, end)),
        (Date(start), Open) => Some(format!("since {}", date_words(start))),
        (Date(start), Unknown) => Some(format!("from {}", date_words(start))),
        (Open, Date(end)) => Some(format!("before {}", date_words(end))),
        (Unknown, Date(end)) => Some(format!("until {}", date_words(end))),
        _ => None,
    }
}

/// "16–18 June 2025", "2016–2017", "about 2016 to 2017".
fn span_words(start: &Date, end: &Date) -> String {
    let (first, last) = (date_core(start), date_core(end));
    if doubt(start) != doubt(end) {
        return format!("{} to {}", date_words(start), date_words(end));
    }
    if !doubt(start).is_empty() {
        return format!("{}{first} to {last}", doubt(start));
    }
    if first == last {
        return first;
    }
    let shared = match (
        start.year.value() == end.year.value(),
        start.month == end.month,
    ) {
        (true, true) if start.day.is_some() && end.day.is_some() => {
            last.split_once(' ').map_or(0, |(_, month)| month.len() + 1)
        }
        (true, _) if start.month.is_some() && end.month.is_some() => {
            year_words(&end.year).len() + 1
        }
        _ => 0,
    };
    let short = &first[..first.len() - shared];
    let dash = if short.contains(' ') || last[..last.len() - shared].contains(' ') {
        " – "
    } else {
        "–"
    };
    format!("{short}{dash}{last}")
}

fn help(written: &str) -> String {
    match guess(written) {
        Some(date) => format!("write `{date}`"),
        None => "write `2025-07-23`, `2025-07`, `2025`, `2025-22` (summer), `2016~` (about) or `2016/2017`".to_owned(),
    }
}

/// What a date in a usual hand is in EDTF: "23 July 2025", "July 23, 2025", "23.07.2025", "2025/07/23".
fn guess(written: &str) -> Option<String> {
    let parts: Vec<&str> = written
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let year = parts
        .iter()
        .position(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()))?;
    let named = parts.iter().find_map(|part| {
        let is_start = |month: &&str| {
            part.len() >= 3 && month.to_lowercase().starts_with(&part.to_lowercase())
        };
        MONTHS.iter().position(is_start).map(|month| month + 1)
    });
    let mut numbers = parts
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != year)
        .filter_map(|(_, part)| part.parse::<usize>().ok());
    let (month, day) = match (named, numbers.next(), numbers.next()) {
        (Some(month), day, None) => (month, day),
        (None, Some(first), Some(second)) if year == 0 => (first, Some(second)),
        (None, Some(first), Some(second)) => (second, Some(first)),
        _ => return None,
    };
    let date = day.map_or_else(
        || format!("{}-{month:02}", parts[year]),
        |day| format!("{}-{month:02}-{day:02}", parts[year]),
    );
    edtf_core::is_valid(&date).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, words: &str) {
        assert_eq!(parse(edtf).expect("a date").words, words, "{edtf}");
    }

    #[test]
    fn dates_read_as_english() {
        check("2025-07-23", "23 July 2025");
        check("2025-07", "July 2025");
        check("2025", "2025");
        check("2025-22", "summer 2025");
        check("2025-12~", "about December 2025");
        check("2016~", "about 2016");
        check("1847?", "perhaps 1847");
        check("1847%", "perhaps about 1847");
        check("184X", "1840s");
        check("18XX", "19th century");
        check("20XX", "21st century");
        check("2025-XX", "2025");
        check("2025-06-XX", "June 2025");
        check("-0043", "44 BC");
        check("0043", "AD 43");
        check("1991-11-18", "18 November 1991");
    }

    #[test]
    fn intervals_say_what_both_ends_share_once() {
        check("2016~/2017~", "about 2016 to 2017");
        check("2016/2017", "2016–2017");
        check("2016/2017~", "2016 to about 2017");
        check("2025-06-16/2025-06-18", "16–18 June 2025");
        check("2025-06-16/2025-07-03", "16 June – 3 July 2025");
        check("2025-06/2025-07", "June–July 2025");
        check("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025");
        check("2024-12/2025-01", "December 2024 – January 2025");
        check("2025/2025-06", "2025 – June 2025");
        check("2025-06/2025-06-18", "June – 18 June 2025");
        check("../2019", "before 2019");
        check("2019/..", "since 2019");
        check("/2019", "until 2019");
        check("2019/", "from 2019");
    }

    #[test]
    fn bounds_are_days_since_1970() {
        let bounds = |edtf| {
            parse(edtf)
                .map(|when| (when.earliest, when.latest))
                .expect("a date")
        };
        assert_eq!(bounds("1970-01-01"), (0, 0));
        assert_eq!(bounds("1969-12-31"), (-1, -1));
        assert_eq!(bounds("2000-02-29"), (11_016, 11_016));
        assert_eq!(bounds("2025-07"), (20_270, 20_300));
        assert_eq!(bounds("0000-03-01"), (-719_468, -719_468));
        assert_eq!(bounds("../1970"), (i32::MIN, 364));
        assert_eq!(bounds("1970/.."), (0, i32::MAX));
    }

    #[test]
    fn a_bad_date_says_what_to_type() {
        let helps = [
            ("23 July 2025", "write `2025-07-23`"),
            ("Jul 2025", "write `2025-07`"),
            ("23.07.2025", "write `2025-07-23`"),
            ("2025/07/23", "write `2025-07-23`"),
            (
                "soon",
                "write `2025-07-23`, `2025-07`, `2025`, `2025-22` (summer), `2016~` (about) or `2016/2017`",
            ),
        ];
        for (written, help) in helps {
            assert_eq!(parse(written).expect_err("no date").help, help);
        }
        for bad in [
            "2025-02-30",
            "2025-13",
            "../..",
            "2025-07-23T10:00:00Z",
            "{2016,2017}",
            "2004-06~-11",
            "Y999999999",
            "",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
