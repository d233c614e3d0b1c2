//! Numbers by which works are known: ISBN (ISO 2108) and DOI (ISO 26324).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::compile::toml_table::TomlTable;

/// An ISBN of 10 or 13 digits, whose last tells whether the others are right.
pub(crate) fn isbn(table: &mut TomlTable<'_>) -> Option<String> {
    let written = table.string("isbn")?;
    let digits = digits(&written.text);
    let help = match check_digit(&digits) {
        Some(digit) if digits.ends_with(digit) => None,
        Some(digit) => Some(format!(
            "compare it with the book: after these digits the last would be `{digit}`"
        )),
        None => {
            Some("write its 13 digits, or 10 for an older book; hyphens may stand between".into())
        }
    };
    if let Some(help) = help {
        let message = format!("`{}` is no ISBN", written.text);
        table
            .findings()
            .error("bad-isbn", &written.words(), message)
            .help(help);
    }
    Some(written.text.into_owned())
}

/// Whether this is an ISBN.
pub(crate) fn is_isbn(text: &str) -> bool {
    let digits = digits(text);
    check_digit(&digits).is_some_and(|digit| digits.ends_with(digit))
}

/// An ISBN without what may stand between its digits.
fn digits(text: &str) -> String {
    let digits = text.chars().filter(|sign| !matches!(sign, '-' | ' '));
    digits.collect()
}

/// The last digit that an ISBN with these other digits has; nothing if they are none.
fn check_digit(isbn: &str) -> Option<char> {
    let (last, first) = isbn.as_bytes().split_last()?;
    let digits = first.iter().map(|digit| char::from(*digit).to_digit(10));
    let digits: Vec<u32> = digits.collect::<Option<_>>()?;
    let rest = match digits.len() {
        9 if last.is_ascii_digit() || *last == b'X' => {
            let sum: u32 = (2..=10)
                .rev()
                .zip(&digits)
                .map(|(by, digit)| by * digit)
                .sum();
            (11 - sum % 11) % 11
        }
        12 if last.is_ascii_digit() => {
            let weights = [1, 3].into_iter().cycle();
            let sum: u32 = weights.zip(&digits).map(|(by, digit)| by * digit).sum();
            (10 - sum % 10) % 10
        }
        _ => return None,
    };
    Some(if rest == 10 {
        'X'
    } else {
        char::from_digit(rest, 10)?
    })
}

/// A DOI: a prefix that begins with `10.`, a slash, and what its owner calls the work.
pub(crate) fn doi(table: &mut TomlTable<'_>) -> Option<String> {
    let written = table.string("doi")?;
    if !is_doi(&written.text) {
        let bare = written.text.trim();
        let bare = bare.find("10.").map_or(bare, |start| &bare[start..]);
        let message = format!("`{}` is no DOI", written.text);
        let report = table.findings().error("bad-doi", &written.words(), message);
        if is_doi(bare) {
            report.write(&written, 0..written.text.len(), bare);
        } else {
            report.help("write it like `10.1000/182`");
        }
    }
    Some(written.text.into_owned())
}

/// Whether this is a DOI.
pub(crate) fn is_doi(text: &str) -> bool {
    let parts = text
        .strip_prefix("10.")
        .and_then(|rest| rest.split_once('/'));
    parts.is_some_and(|(prefix, suffix)| {
        let mut numbers = prefix.split('.');
        let is_number =
            |number: &str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        numbers.all(is_number)
            && prefix.len() >= 4
            && !suffix.is_empty()
            && !suffix.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// What of a DOI does not stand in an address as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_')
    .remove(b'(')
    .remove(b')')
    .remove(b':')
    .remove(b';');

/// The address that a DOI stands for.
pub(crate) fn doi_address(doi: &str) -> String {
    let doi = utf8_percent_encode(doi, ENCODED);
    format!("https://doi.org/{doi}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_of_an_isbn_follows_from_the_others() {
        for (isbn, digit) in [
            ("9780306406157", Some('7')),
            ("9780306406150", Some('7')),
            ("0306406152", Some('2')),
            ("080442957X", Some('X')),
            ("978030640615X", None),
            ("97803064061", None),
            ("978030640é57", None),
            ("", None),
        ] {
            assert_eq!(check_digit(isbn), digit, "{isbn}");
        }
    }

    #[test]
    fn a_doi_has_a_prefix_and_a_suffix() {
        for good in [
            "10.1000/182",
            "10.1000.10/123456",
            "10.1002/(SICI)1097<1::AID>3.0.CO;2-#",
        ] {
            assert!(is_doi(good), "{good}");
        }
        for bad in [
            "",
            "10.1000",
            "10.1000/",
            "11.1000/182",
            "10.10/1",
            "10.1000/a b",
            "https://doi.org/10.1000/182",
        ] {
            assert!(!is_doi(bad), "{bad}");
        }
        assert_eq!(
            doi_address("10.1002/a<1::AID>3#"),
            "https://doi.org/10.1002/a%3C1::AID%3E3%23"
        );
    }
}
