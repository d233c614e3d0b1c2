//! What identifiers look like. Each rule gives a number in the form that its address has.

use crate::compile::identifiers::countries::is_country;

/// `Q42`.
pub(super) fn wikidata(value: &str) -> Option<String> {
    let digits = value.strip_prefix('Q')?;
    number(digits).map(|digits| format!("Q{digits}"))
}

/// Digits, the first not 0.
pub(super) fn number(value: &str) -> Option<String> {
    let is_number = !value.starts_with('0') && is_digits(value);
    is_number.then(|| value.to_owned())
}

fn is_digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// `118540238`, `4005728-8`: digits and a check digit by the library's own rule, which may be an X. Of numbers with a hyphen,
/// which are older than the GND, some count it the other way round.
pub(super) fn gnd(value: &str) -> Option<String> {
    let rest = value.strip_suffix(|c: char| c.is_ascii_digit() || c == 'X')?;
    let digits = rest.strip_suffix('-').unwrap_or(rest);
    number(digits).filter(|digits| digits.len() <= 10)?;
    let weighted = (2..).zip(digits.bytes().rev());
    let sum: u32 = weighted
        .map(|(weight, digit)| weight * u32::from(digit - b'0'))
        .sum();
    let is_check = |digit: u32| match digit {
        10 => value.ends_with('X'),
        digit => value.ends_with(&digit.to_string()),
    };
    let is_old = digits.len() < rest.len();
    let fits = is_check((11 - sum % 11) % 11) || is_old && is_check(sum % 11);
    fits.then(|| value.to_owned())
}

/// 16 digits, in four parts or in one; the last is the check digit of ISO 27729.
pub(super) fn isni(value: &str) -> Option<String> {
    let digits: String = value.chars().filter(|c| *c != ' ').collect();
    is_checked(&digits).then_some(digits)
}

/// `0000-0002-1825-0097`, with the check digit of ISO 27729.
pub(super) fn orcid(value: &str) -> Option<String> {
    let parts: Vec<_> = value.split('-').collect();
    let is_parted = parts.len() == 4 && parts.iter().all(|part| part.len() == 4);
    (is_parted && is_checked(&parts.concat())).then(|| value.to_owned())
}

/// MOD 11-2 of ISO/IEC 7064.
fn is_checked(digits: &str) -> bool {
    if digits.len() != 16 || !digits.is_ascii() {
        return false;
    }
    let (first, last) = digits.split_at(15);
    let mut total = 0;
    for digit in first.chars() {
        let Some(digit) = digit.to_digit(10) else {
            return false;
        };
        total = (total + digit) * 2;
    }
    match (12 - total % 11) % 11 {
        10 => last == "X",
        digit => last == digit.to_string(),
    }
}

/// `node/1`, `way/1`, `relation/1`.
pub(super) fn openstreetmap(value: &str) -> Option<String> {
    let (kind, digits) = value.split_once('/')?;
    let fits = matches!(kind, "node" | "way" | "relation") && number(digits).is_some();
    fits.then(|| value.to_owned())
}

/// `05dxps055`: six signs of Crockford's base 32 between a 0 and two check digits, MOD 97-10 of ISO/IEC 7064.
pub(super) fn ror(value: &str) -> Option<String> {
    const SIGNS: &str = "0123456789abcdefghjkmnpqrstvwxyz";
    let rest = value
        .strip_prefix('0')
        .filter(|rest| rest.len() == 8 && rest.is_ascii())?;
    let (signs, check) = rest.split_at(6);
    let mut number = 0u64;
    for sign in signs.chars() {
        number = number * 32 + SIGNS.find(sign)? as u64;
    }
    let expected = 98 - number * 100 % 97;
    (check == format!("{expected:02}")).then(|| value.to_owned())
}

/// `n79021164`: names begin with n, subjects with s.
pub(super) fn library_of_congress(value: &str) -> Option<String> {
    let digits = value.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let prefix = &value[..value.len() - digits.len()];
    let file = match prefix.chars().next()? {
        'n' => "names",
        's' => "subjects",
        _ => return None,
    };
    let fits = prefix.len() <= 3 && is_digits(digits) && (8..=10).contains(&digits.len());
    fits.then(|| format!("{file}/{value}"))
}

/// `KZ`, `KZ-ALM`; an address leads to the country.
pub(super) fn iso(value: &str) -> Option<String> {
    let (country, part) = value.split_once('-').unwrap_or((value, "A"));
    let fits = is_country(country)
        && (1..=3).contains(&part.len())
        && part
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    fits.then(|| country.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_a_slip_is_none() {
        type Rule = fn(&str) -> Option<String>;
        let rules: [(Rule, &str, &str); 11] = [
            (wikidata, "Q42", "q42 Q Q042 42 Q42x"),
            (number, "24602065", "024602065 24x"),
            (
                gnd,
                "118540238",
                "118540239 118540328 118-540238 X A118540238",
            ),
            (gnd, "11850553X", "118505530 11850553x"),
            (gnd, "4005728-8", "4005728-7 40057288 4005728-"),
            (isni, "0000000121466852", "0000000121466853 000000012146685"),
            (
                orcid,
                "0000-0002-1825-0097",
                "0000-0002-1825-0079 0000000218250097",
            ),
            (openstreetmap, "relation/214665", "214665 relation/ area/1"),
            (ror, "05dxps055", "05dxps056 05dxps05 15dxps055"),
            (library_of_congress, "n79021164", "79021164 n7902 x79021164"),
            (iso, "KZ-ALM", "kz KAZ KZ- KZ-ALMA XX XX-1"),
        ];
        for (rule, good, bad) in rules {
            assert!(rule(good).is_some(), "{good}");
            for bad in bad.split(' ') {
                assert_eq!(rule(bad), None, "{bad}");
            }
        }
        assert_eq!(
            isni("0000 0001 2146 6852").as_deref(),
            Some("0000000121466852")
        );
        assert_eq!(
            orcid("0000-0002-1694-233X").as_deref(),
            Some("0000-0002-1694-233X")
        );
        assert_eq!(
            library_of_congress("sh85076841").as_deref(),
            Some("subjects/sh85076841")
        );
        assert_eq!(iso("KZ-ALM").as_deref(), Some("KZ"));
    }
}
