//! Single values as content files have them: plain words, dates, addresses.

use crate::compile::read_back;

/// Words in one line, without what would be markup where none is read.
pub(crate) fn plain(words: &str) -> String {
    let tidy: Vec<_> = words.split_whitespace().collect();
    let tidy = tidy.join(" ");
    if tidy == "…" {
        return String::new();
    }
    if read_back::is_plain(&tidy) {
        return tidy;
    }
    let bare = html_escape::decode_html_entities(&tidy);
    let is_mark = |c: char| {
        matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '%' | '&') || c.is_control()
    };
    let bare = bare.replace(is_mark, " ");
    let bare: Vec<_> = bare.split_whitespace().collect();
    let bare = bare.join(" ");
    if read_back::is_plain(&bare) {
        bare
    } else {
        String::new()
    }
}

/// The beginning of a date and time as a date: `2026-03-01T10:00:00Z` is `2026-03-01`. `01.03.2026` has one reading;
/// `3/1/2026` has two, and none is taken.
pub(crate) fn date(words: &str) -> Option<String> {
    let words = words.trim();
    let day = words.split(['T', ' ']).next().unwrap_or_default();
    let (year, month, day) = if day.contains('.') {
        let mut parts = day.split('.').collect::<Vec<_>>();
        parts.reverse();
        parted(&parts)?
    } else {
        parted(&day.split(['-', '/']).collect::<Vec<_>>())?
    };
    let in_range = (1..=12).contains(&month.unwrap_or(1))
        && (1..=days(year, month)).contains(&day.unwrap_or(1));
    if !in_range {
        return None;
    }
    Some(match (month, day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    })
}

/// Year, month, day of parts in this order.
fn parted(parts: &[&str]) -> Option<(u32, Option<u32>, Option<u32>)> {
    let number = |part: &str| {
        let is_number =
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse::<u32>().ok()).flatten()
    };
    let year = parts.first().filter(|year| year.len() == 4)?;
    let rest: Option<Vec<u32>> = parts[1..].iter().map(|part| number(part)).collect();
    match rest?.as_slice() {
        [] => Some((number(year)?, None, None)),
        [month] => Some((number(year)?, Some(*month), None)),
        [month, day] => Some((number(year)?, Some(*month), Some(*day))),
        _ => None,
    }
}

fn days(year: u32, month: Option<u32>) -> u32 {
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        Some(2) => 28 + u32::from(is_leap),
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    }
}

/// `https://…`
pub(crate) fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    let is_bad =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\');
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !rest.contains(is_bad)
    })
}

/// The first words of a text, to tell where something stands.
pub(crate) fn short(words: &str) -> String {
    const LONGEST: usize = 40;
    let tidy: Vec<_> = words.split_whitespace().collect();
    let tidy = tidy.join(" ");
    if tidy.chars().count() <= LONGEST {
        return tidy;
    }
    let cut: String = tidy.chars().take(LONGEST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", &cut[..end])
}

/// `* * *`, `---`: what parts sections where a program knows no sign for it.
pub(crate) fn is_rule(words: &str) -> bool {
    let signs: String = words.split_whitespace().take(40).collect();
    let first = signs.chars().next();
    let is_sign = first.is_some_and(|c| matches!(c, '*' | '-' | '_' | '#' | '~' | '—' | '⁂'));
    let least = if first == Some('⁂') { 1 } else { 3 };
    is_sign && signs.chars().count() >= least && signs.chars().all(|c| Some(c) == first)
}

/// Spaces that do not break become plain ones, since programs put them anywhere; in French they stand before signs.
pub(crate) fn plain_spaces(text: &str, is_french: bool) -> String {
    if !text.contains('\u{A0}') {
        return text.to_owned();
    }
    let signs: Vec<char> = text.chars().collect();
    let is_french = |row: usize| {
        let after = signs.get(row + 1).copied();
        let before = row.checked_sub(1).map(|row| signs[row]);
        is_french && (after.is_some_and(|c| ":;!?%»".contains(c)) || before == Some('«'))
    };
    let signs = signs.iter().enumerate().map(|(row, c)| match c {
        '\u{A0}' if !is_french(row) => ' ',
        c => *c,
    });
    signs.collect()
}

/// `1 link`, `2 links`
pub(crate) fn counted(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_taken_where_they_have_one_reading() {
        for (words, expected) in [
            ("2026-03-01T10:00:00+01:00", Some("2026-03-01")),
            ("2026-3", Some("2026-03")),
            ("2026", Some("2026")),
            ("01.03.2026", Some("2026-03-01")),
            ("2024/2/29", Some("2024-02-29")),
            ("2023-02-29", None),
            ("3/1/2026", None),
            ("20260301", None),
            ("soon", None),
            ("2026-99", None),
        ] {
            assert_eq!(date(words).as_deref(), expected, "{words}");
        }
    }

    #[test]
    fn plain_words_lose_their_marks() {
        assert_eq!(plain(" Ann\n *Author* "), "Ann Author");
        assert_eq!(plain("Smith &amp; Sons"), "Smith Sons");
        assert_eq!(plain("AT&T"), "AT&T");
    }
}
