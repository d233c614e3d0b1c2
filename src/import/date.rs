//! Dates in usual hands as EDTF: "23.07.2025", "July 23, 2025", "c. 1850", "the 1920s", "44 BC", "Frühjahr 1848".

use crate::compile::when;
use crate::import::months::{month, season};

/// What words that should be a date come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Dated {
    /// EDTF.
    Date(String),
    /// Day and month may be either way round; both readings, the day first.
    Ambiguous(String, String),
    /// No date that is known here.
    Unknown,
}

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

/// Words as a date. `order` is what other dates of the same list tell.
pub(crate) fn date(written: &str, order: Option<Order>) -> Dated {
    let text = written.trim();
    if text.is_empty() || text.chars().count() > 80 {
        return Dated::Unknown;
    }
    let upper = text.to_ascii_uppercase();
    for one in [text, &upper] {
        if when::parse(one).is_ok() {
            return Dated::Date(one.to_owned());
        }
    }
    let bare = without_time(text);
    if when::parse(bare).is_ok() {
        return Dated::Date(bare.to_owned());
    }
    match single(bare, order) {
        Dated::Unknown => interval(bare, order),
        found => found,
    }
}

/// The order that a date in numbers shows: 23/07/2025 has the day first, 07/23/2025 the month.
pub(crate) fn order(written: &str) -> Option<Order> {
    let [first, second, year] = numbers(written)?;
    match (first, second, year) {
        (13..=31, 1..=12, 1000..) => Some(Order::DayFirst),
        (1..=12, 13..=31, 1000..) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Three numbers with one sign between them.
fn numbers(written: &str) -> Option<[u32; 3]> {
    let parts: Vec<_> = written.trim().split(['/', '.', '-', ' ']).collect();
    let parts = parts.iter().filter(|part| !part.is_empty());
    let parts: Vec<u32> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// `2025-07-23` of `2025-07-23T10:00:00Z`.
fn without_time(text: &str) -> &str {
    let is_day =
        |day: &str| day.len() == 10 && day.bytes().filter(|byte| *byte == b'-').count() == 2;
    let day = text.get(..10).filter(|day| is_day(day));
    match (day, text.as_bytes().get(10)) {
        (Some(day), Some(b'T' | b' ')) if text[11..].starts_with(|c: char| c.is_ascii_digit()) => {
            day
        }
        _ => text,
    }
}

fn single(text: &str, order: Option<Order>) -> Dated {
    let (rest, about) = about(text);
    let (rest, doubtful) = match rest.strip_suffix('?') {
        Some(rest) => (rest.trim_end(), true),
        None => (rest, false),
    };
    let sign = match (about, doubtful) {
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => "",
    };
    let signed = |core: String| {
        let date = [&*core, sign].concat();
        when::parse(&date).is_ok().then_some(date)
    };
    if let Some(order_free) = core(rest) {
        return signed(order_free).map_or(Dated::Unknown, Dated::Date);
    }
    in_numbers(rest, order, signed)
}

/// "c. 1850", "about 1850", "um 1850", "vers 1850", "около 1850".
fn about(text: &str) -> (&str, bool) {
    const ABOUT: [&str; 14] = [
        "circa",
        "ca.",
        "ca",
        "c.",
        "about",
        "around",
        "approximately",
        "approx.",
        "etwa",
        "um",
        "vers",
        "environ",
        "около",
        "hacia",
    ];
    let word = text.split_whitespace().next().unwrap_or_default();
    let lower = word.to_lowercase();
    if ABOUT.contains(&&*lower) {
        return (text[word.len()..].trim_start(), true);
    }
    let close = text.strip_prefix("c.").or(text.strip_prefix("ca."));
    match close.or(text.strip_prefix('~')) {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => (rest, true),
        _ => (text, false),
    }
}

/// What can be read in one way only.
fn core(text: &str) -> Option<String> {
    if when::parse(text).is_ok() {
        return Some(text.to_owned());
    }
    let lower = text.to_lowercase();
    let words: Vec<_> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '.' | '-' | '\''))
        .filter(|word| {
            !word.is_empty() && !matches!(*word, "the" | "of" | "in" | "im" | "de" | "г" | "года")
        })
        .collect();
    match words[..] {
        [year] => era(year, None)
            .or_else(|| decade(year))
            .or_else(|| day_of(year)),
        [one, two] => era(one, Some(two))
            .or_else(|| century(one, two))
            .or_else(|| decade(&[one, two].concat()))
            .or_else(|| month_of(one, two))
            .or_else(|| year_first(&[one, two])),
        [one, two, three] => {
            day_and_month(one, two, three).or_else(|| year_first(&[one, two, three]))
        }
        _ => None,
    }
}

/// `20250723`.
fn day_of(text: &str) -> Option<String> {
    let fits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]))
        .filter(|date| when::parse(date).is_ok())
}

/// "44 BC", "AD 43", "79 n. Chr.". EDTF has a year 0, so that 1 BC is 0000.
fn era(one: &str, two: Option<&str>) -> Option<String> {
    let (number, word) = match (one.parse::<u32>(), two.map(str::parse::<u32>)) {
        (Ok(year), None) if one.len() <= 4 => {
            return (year > 31 || one.len() == 4).then(|| format!("{year:04}"));
        }
        (Ok(year), Some(Err(_))) => (year, two.unwrap_or_default()),
        (Err(_), Some(Ok(year))) => (year, one),
        _ => return None,
    };
    if number == 0 || number > 9999 {
        return None;
    }
    match word {
        "bc" | "bce" => Some(match number - 1 {
            0 => "0000".to_owned(),
            year => format!("-{year:04}"),
        }),
        "ad" | "ce" => Some(format!("{number:04}")),
        _ => None,
    }
}

/// "1920s", "1920er".
fn decade(text: &str) -> Option<String> {
    let year = text.strip_suffix('s').or(text.strip_suffix("er"))?;
    let fits =
        year.len() == 4 && year.ends_with('0') && year.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| format!("{}X", &year[..3]))
}

/// "19th century".
fn century(one: &str, two: &str) -> Option<String> {
    if !matches!(two, "century" | "jahrhundert" | "jh" | "век") {
        return None;
    }
    let digits = one.trim_end_matches(|c: char| !c.is_ascii_digit());
    let century: u32 = digits.parse().ok()?;
    (1..=99)
        .contains(&century)
        .then(|| format!("{:02}XX", century - 1))
}

/// "July 2025", "Summer 2025", "2025 July".
fn month_of(one: &str, two: &str) -> Option<String> {
    let (word, year) = if is_year(two) { (one, two) } else { (two, one) };
    let part = month(word).or_else(|| season(word))?;
    is_year(year).then(|| format!("{year}-{part:02}"))
}

/// "23 July 2025", "July 23 2025", "2025 July 23".
fn day_and_month(one: &str, two: &str, three: &str) -> Option<String> {
    let words = [one, two, three];
    let named = words.iter().find_map(|word| month(word))?;
    let year = words.iter().find(|word| is_year(word))?;
    let day = words.iter().find_map(|word| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        digits
            .parse::<u32>()
            .ok()
            .filter(|day| (1..=31).contains(day))
    })?;
    Some(format!("{year}-{named:02}-{day:02}"))
}

/// "2025/07/23", "2025.7".
fn year_first(words: &[&str]) -> Option<String> {
    let (year, rest) = words.split_first()?;
    let mut date = is_year(year).then(|| (*year).to_owned())?;
    for number in rest {
        let number: u32 = number
            .parse()
            .ok()
            .filter(|number| (1..=31).contains(number))?;
        date = format!("{date}-{number:02}");
    }
    when::parse(&date).is_ok().then_some(date)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Day, month and year in numbers.
fn in_numbers(
    text: &str,
    order: Option<Order>,
    signed: impl Fn(String) -> Option<String>,
) -> Dated {
    let Some([first, second, year @ 1000..=9999]) = numbers(text) else {
        return Dated::Unknown;
    };
    let read = |day: u32, month: u32| signed(format!("{year}-{month:02}-{day:02}"));
    match (read(first, second), read(second, first)) {
        (Some(one), Some(other)) if one == other => Dated::Date(one),
        (Some(day_first), Some(month_first)) => match order {
            _ if text.contains('.') => Dated::Date(day_first),
            Some(Order::DayFirst) => Dated::Date(day_first),
            Some(Order::MonthFirst) => Dated::Date(month_first),
            None => Dated::Ambiguous(day_first, month_first),
        },
        (Some(date), None) | (None, Some(date)) => Dated::Date(date),
        (None, None) => Dated::Unknown,
    }
}

/// "2016–2017", "12 May 1998 - 3 June 1999", "since 2019", "before 1900".
fn interval(text: &str, order: Option<Order>) -> Dated {
    let lower = text.to_lowercase();
    let word = lower.split_whitespace().next().unwrap_or_default();
    let rest = text.get(word.len()..).unwrap_or_default().trim_start();
    let open = match word {
        "since" | "after" | "from" | "seit" | "nach" | "depuis" | "après" => Some(("", "/..")),
        "before" | "until" | "till" | "vor" | "bis" | "avant" => Some(("../", "")),
        _ => None,
    };
    if let Some((before, after)) = open
        && let Dated::Date(date) = single(rest, order)
    {
        return checked([before, &date, after].concat());
    }
    for separator in ["–", "—", " - ", "/", " to ", " until ", " bis ", "-"] {
        let Some((start, end)) = text.split_once(separator) else {
            continue;
        };
        let (start, end) = (start.trim(), end.trim());
        let short =
            is_year(start) && end.len() == 2 && end.bytes().all(|byte| byte.is_ascii_digit());
        let end = if short {
            [&start[..2], end].concat()
        } else {
            end.to_owned()
        };
        if let (Dated::Date(start), Dated::Date(end)) = (single(start, order), single(&end, order))
            && let found @ Dated::Date(_) = checked(format!("{start}/{end}"))
        {
            return found;
        }
    }
    Dated::Unknown
}

fn checked(date: String) -> Dated {
    if when::parse(&date).is_ok() {
        Dated::Date(date)
    } else {
        Dated::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, edtf: &str) {
        assert_eq!(
            date(written, None),
            Dated::Date(edtf.to_owned()),
            "{written}"
        );
    }

    #[test]
    fn dates_in_usual_hands_become_edtf() {
        for (written, edtf) in [
            ("2025-07-23", "2025-07-23"),
            ("2016~", "2016~"),
            ("184x", "184X"),
            ("2025-07-23T10:00:00Z", "2025-07-23"),
            ("2025-07-23 10:00", "2025-07-23"),
            ("20250723", "2025-07-23"),
            ("2025/7/3", "2025-07-03"),
            ("2025/07", "2025-07"),
            ("23.07.2025", "2025-07-23"),
            ("3.7.2025", "2025-07-03"),
            ("23/07/2025", "2025-07-23"),
            ("07/23/2025", "2025-07-23"),
            ("05/05/2025", "2025-05-05"),
            ("23 July 2025", "2025-07-23"),
            ("July 23rd, 2025", "2025-07-23"),
            ("23. Juli 2025", "2025-07-23"),
            ("23 июля 2025", "2025-07-23"),
            ("Jul 2025", "2025-07"),
            ("Summer 2025", "2025-22"),
            ("c. 1850", "1850~"),
            ("ca.1850", "1850~"),
            ("about July 1850", "1850-07~"),
            ("1850?", "1850?"),
            ("c. 1850?", "1850%"),
            ("the 1920s", "192X"),
            ("19th century", "18XX"),
            ("44 BC", "-0043"),
            ("1 BCE", "0000"),
            ("AD 43", "0043"),
            ("c. 44 BC", "-0043~"),
            ("2016–2017", "2016/2017"),
            ("1939-45", "1939/1945"),
            ("12 May 1998 - 3 June 1999", "1998-05-12/1999-06-03"),
            ("since 2019", "2019/.."),
            ("before March 1900", "../1900-03"),
        ] {
            check(written, edtf);
        }
    }

    #[test]
    fn what_may_be_two_dates_or_none_is_told() {
        let both = Dated::Ambiguous("2025-04-03".to_owned(), "2025-03-04".to_owned());
        assert_eq!(date("03/04/2025", None), both);
        let day = Dated::Date("2025-04-03".to_owned());
        assert_eq!(date("03/04/2025", Some(Order::DayFirst)), day);
        assert_eq!(order("23/07/2025"), Some(Order::DayFirst));
        assert_eq!(order("07/23/2025"), Some(Order::MonthFirst));
        assert_eq!(order("03/04/2025"), None);
        for none in [
            "soon",
            "n.d.",
            "31.02.2025",
            "12",
            "2025-13",
            "",
            "May",
            "Q4 2025",
            "1/2",
        ] {
            assert_eq!(date(none, None), Dated::Unknown, "{none}");
        }
    }
}
