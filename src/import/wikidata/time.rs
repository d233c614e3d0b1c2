//! Wikidata's time values as EDTF.
//!
//! `+1953-06-15T00:00:00Z` with a precision; there is no year 0, so that `-0044` is 44 BC, which EDTF counts as `-0043`.
//! What is said by the Julian calendar stands as written there; EDTF has the Gregorian one.

use serde_json::Value;

use crate::compile::when;

/// A date.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) edtf: String,
}

/// A time value as EDTF; nothing where it is vaguer than a century, or no date.
pub(super) fn moment(value: &Value) -> Option<Moment> {
    let time = value.get("time")?.as_str()?;
    let precision = value.get("precision").and_then(Value::as_u64).unwrap_or(11);
    let calendar = value
        .get("calendarmodel")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let is_julian = calendar.ends_with("/Q1985786");
    let (sign, rest) = time.split_at_checked(1)?;
    let day = rest.split('T').next()?;
    let mut parts = day.split('-');
    let mut number = || parts.next()?.parse::<i64>().ok();
    let (year, month, day) = (number()?, number()?, number()?);
    if !(1..=9998).contains(&year) || !(0..=12).contains(&month) || !(0..=31).contains(&day) {
        return None;
    }
    // Astronomical.
    let year = if sign == "-" { 1 - year } else { year };
    let edtf = match precision {
        11.. if month > 0 && day > 0 => {
            let (year, month, day) = if is_julian {
                gregorian(year, month, day)
            } else {
                (year, month, day)
            };
            format!("{}-{month:02}-{day:02}", years(year))
        }
        10.. if month > 0 => format!("{}-{month:02}", years(year)),
        9.. => years(year),
        8 if year > 0 => format!("{:03}X", year / 10),
        7 if year > 0 => format!("{:02}XX", (year - 1) / 100),
        _ => return None,
    };
    when::parse(&edtf).is_ok().then_some(Moment { edtf })
}

fn years(year: i64) -> String {
    if year < 0 {
        format!("-{:04}", -year)
    } else {
        format!("{year:04}")
    }
}

/// A day of the Julian calendar as the Gregorian one has it, by the number of the day (Meeus, chapter 7).
fn gregorian(year: i64, month: i64, day: i64) -> (i64, i64, i64) {
    let back = (14 - month) / 12;
    let shifted = year + 4800 - back;
    let number =
        day + (153 * (month + 12 * back - 3) + 2) / 5 + 365 * shifted + shifted.div_euclid(4)
            - 32083;
    let a = number + 32044;
    let b = (4 * a + 3).div_euclid(146_097);
    let c = a - (146_097 * b).div_euclid(4);
    let d = (4 * c + 3).div_euclid(1461);
    let e = c - (1461 * d).div_euclid(4);
    let m = (5 * e + 2) / 153;
    (
        100 * b + d - 4800 + m / 10,
        m + 3 - 12 * (m / 10),
        e - (153 * m + 2) / 5 + 1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(time: &str, precision: u64, calendar: &str, edtf: Option<&str>) {
        let value = serde_json::json!({
            "time": time, "precision": precision, "before": 0, "after": 0,
            "calendarmodel": format!("http://www.wikidata.org/entity/{calendar}"),
        });
        let found = moment(&value).map(|moment| moment.edtf);
        assert_eq!(found.as_deref(), edtf, "{time} {precision}");
    }

    #[test]
    fn times_become_edtf_with_their_own_precision() {
        const GREGORIAN: &str = "Q1985727";
        check("+1953-06-15T00:00:00Z", 11, GREGORIAN, Some("1953-06-15"));
        check("+1953-06-00T00:00:00Z", 10, GREGORIAN, Some("1953-06"));
        check("+1953-00-00T00:00:00Z", 9, GREGORIAN, Some("1953"));
        check("+1953-01-01T00:00:00Z", 9, GREGORIAN, Some("1953"));
        check("+1850-00-00T00:00:00Z", 8, GREGORIAN, Some("185X"));
        check("+1900-00-00T00:00:00Z", 7, GREGORIAN, Some("18XX"));
        check("+1901-00-00T00:00:00Z", 7, GREGORIAN, Some("19XX"));
        check("+1000-00-00T00:00:00Z", 6, GREGORIAN, None);
        check("-13798000000-00-00T00:00:00Z", 3, GREGORIAN, None);
        check("+0000-00-00T00:00:00Z", 9, GREGORIAN, None);
        check("+2025-02-31T00:00:00Z", 11, GREGORIAN, None);
        check("+2000-00-00T00:00:00Z", 11, GREGORIAN, Some("2000"));
    }

    #[test]
    fn years_before_the_first_and_days_of_the_julian_calendar_are_counted_anew() {
        const JULIAN: &str = "Q1985786";
        check("-0044-03-15T00:00:00Z", 11, JULIAN, Some("-0043-03-13"));
        check("-0044-00-00T00:00:00Z", 9, JULIAN, Some("-0043"));
        check("-0001-00-00T00:00:00Z", 9, JULIAN, Some("0000"));
        check("+1732-02-11T00:00:00Z", 11, JULIAN, Some("1732-02-22"));
        check("+1582-10-04T00:00:00Z", 11, JULIAN, Some("1582-10-14"));
        check("+1917-10-25T00:00:00Z", 11, JULIAN, Some("1917-11-07"));
    }
}
