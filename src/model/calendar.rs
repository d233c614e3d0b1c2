//! Days since 1 January 1970, in the proleptic Gregorian calendar with astronomical years (ISO 8601): 0 is 1 BC.

/// The number of a day; none where the year is too far away to be counted. Month and day count from 1.
pub fn day(year: i64, month: i64, day: i64) -> Option<i64> {
    // Years run from March, so that the leap day comes last.
    let year = year.checked_sub(i64::from(month <= 2))?;
    let month = (month + 9) % 12;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let in_year = (153 * month + 2) / 5 + day - 1;
    year.checked_mul(365)?
        .checked_add(leap_days + in_year - 719_468)
}

/// The year of a day.
pub fn year(of: i64) -> i64 {
    // 400 years have 146 097 days; the first guess is at most one off.
    let guess = 1970 + (of * 400).div_euclid(146_097);
    let mut late = (guess - 1..=guess + 1).rev();
    late.find(|&year| day(year, 1, 1).is_some_and(|first| first <= of))
        .unwrap_or(guess - 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_are_counted_as_everywhere() {
        assert_eq!(
            [
                day(1970, 1, 1),
                day(2000, 3, 1),
                day(1600, 2, 1),
                day(0, 1, 1),
                day(2024, 2, 29)
            ],
            [0, 11017, -135_109, -719_528, 19_782].map(Some)
        );
    }

    #[test]
    fn a_year_beyond_counting_has_no_days() {
        assert_eq!(day(i64::MAX, 1, 1), None);
        assert_eq!(day(i64::MIN, 1, 1), None);
    }

    proptest! {
        #[test]
        fn a_day_is_in_its_year(of in -5_000_000..5_000_000_i64, month in 1..=12_i64) {
            let first = |month| day(of, month, 1).unwrap_or_default();
            prop_assert_eq!(year(first(month)), of);
            prop_assert_eq!(year(first(1) - 1), of - 1);
        }
    }
}
