//! Durations in months and years, as ISO 8601-1 writes them: `P18M`, `P2Y`, `P1Y6M`.

use crate::compile::toml_table::TomlTable;

/// Days of 400 years, and their months.
const DAYS: u64 = 146_097;
const MONTHS: u64 = 4800;

/// The longest that is read: a thousand years in months.
const LONGEST: u64 = 12_000;

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Duration {
    months: u64,
}

impl Duration {
    /// Reads a value of months and years.
    pub(crate) fn read(table: &mut TomlTable<'_>, key: &'static str) -> Option<Self> {
        let written = table.string(key)?;
        let read = parse(&written.text);
        if read.is_none() {
            let message = format!("`{}` is no duration", written.text);
            let report = table
                .findings()
                .error("bad-duration", &written.words(), message);
            match guess(&written.text) {
                Some(meant) => report.write(&written, 0..written.text.len(), &meant),
                None => report.help("write months or years: `P18M`, `P2Y`, `P1Y6M`"),
            }
        }
        read
    }

    /// How many days it has, as months have on the average.
    pub(crate) fn days(self) -> i64 {
        i64::try_from(self.months * DAYS / MONTHS).unwrap_or(i64::MAX)
    }

    /// As people read it: "18 months", "2 years".
    pub(crate) fn words(self) -> String {
        let counted = |number: u64, one: &str| match number {
            1 => format!("1 {one}"),
            _ => format!("{number} {one}s"),
        };
        if self.months.is_multiple_of(12) {
            counted(self.months / 12, "year")
        } else {
            counted(self.months, "month")
        }
    }
}

fn parse(written: &str) -> Option<Duration> {
    let mut rest = written.strip_prefix('P')?;
    let mut months = 0_u64;
    for (sign, factor) in [('Y', 12), ('M', 1)] {
        if let Some((number, after)) = rest.split_once(sign) {
            if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            let number: u64 = number.parse().ok()?;
            months = number.checked_mul(factor)?.checked_add(months)?;
            rest = after;
        }
    }
    (rest.is_empty() && (1..=LONGEST).contains(&months)).then_some(Duration { months })
}

/// What was meant by "2 years" and "18m".
fn guess(written: &str) -> Option<String> {
    let written = written.trim().to_lowercase();
    let written = written.strip_prefix('p').unwrap_or(&written);
    let end = written.find(|sign: char| !sign.is_ascii_digit())?;
    let (number, unit) = written.split_at(end);
    let sign = match unit.trim() {
        "y" | "year" | "years" => 'Y',
        "m" | "month" | "months" => 'M',
        _ => return None,
    };
    let meant = format!("P{number}{sign}");
    parse(&meant).map(|_| meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_are_read_and_nothing_else() {
        for (written, months) in [("P18M", 18), ("P2Y", 24), ("P1Y6M", 18)] {
            assert_eq!(parse(written), Some(Duration { months }), "{written}");
        }
        let others = [
            "",
            "P",
            "PY",
            "P0M",
            "2Y",
            "P2",
            "P6M1Y",
            "P2Y ",
            "P-1Y",
            "P1W",
            "P99999999999999999999Y",
            "P999999Y",
        ];
        for written in others {
            assert_eq!(parse(written), None, "{written}");
        }
    }

    #[test]
    fn a_duration_in_words_is_understood() {
        assert_eq!(guess("2 years").as_deref(), Some("P2Y"));
        assert_eq!(guess("18m").as_deref(), Some("P18M"));
        assert_eq!(guess("a while"), None);
    }

    #[test]
    fn two_years_have_730_days() {
        assert_eq!(parse("P2Y").map(Duration::days), Some(730));
    }
}
