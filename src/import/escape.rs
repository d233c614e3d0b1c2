//! Signs of Markdown that are meant as signs: backslashes where the compiler, or CommonMark, would read more into them.

use crate::compile::emphasis::is_cjk;

/// What stands around some words.
#[derive(Clone, Copy, Default)]
pub(crate) struct Surroundings {
    pub(crate) before: Option<char>,
    pub(crate) after: Option<char>,
    /// A line of the text begins with the words.
    pub(crate) begins_line: bool,
    /// In a cell bars are borders.
    pub(crate) in_cell: bool,
    /// Between the brackets of a mention or link.
    pub(crate) in_brackets: bool,
    /// Every sign gets a backslash, needed or not.
    pub(crate) every_sign: bool,
}

/// The words with backslashes before such signs.
pub(crate) fn escaped(words: &str, around: Surroundings) -> String {
    let signs: Vec<char> = words.chars().collect();
    let mut out = String::with_capacity(words.len() + 8);
    let first_word = if around.begins_line {
        beginning(&signs)
    } else {
        None
    };
    let has_insertion = begins_insertion(&signs, around.before);
    let mut in_address = false;
    // An address that would end before its last letters.
    let mut is_cut = false;
    for (row, sign) in signs.iter().copied().enumerate() {
        let before = match row {
            0 => around.before,
            _ => Some(signs[row - 1]),
        };
        let after = signs.get(row + 1).copied().or(around.after);
        if before.is_none_or(|c| c.is_whitespace() || c == '(') {
            in_address = begins_address(&signs[row..]);
        } else if sign.is_whitespace() {
            in_address = false;
        }
        let rest = &signs[row + 1..];
        if begins_address(&signs[row..]) && is_cut_short(&signs[row..]) {
            is_cut = true;
        }
        // Its first colon or point, behind a backslash, makes words of it.
        let is_parting = is_cut && matches!(sign, ':' | '.');
        is_cut &= !is_parting;
        let is_needed = first_word == Some(row)
            || is_parting
            || around.every_sign && sign.is_ascii_punctuation()
            || is_sign(sign, before, after, rest, around)
                && !(in_address && is_tame(sign))
                && (sign != '+' || has_insertion);
        if is_needed {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// In an address that is a link to itself no sign is markup; these are not read before it is one.
fn is_tame(sign: char) -> bool {
    matches!(sign, '_' | '~' | '=' | '&' | '$')
}

fn begins_address(signs: &[char]) -> bool {
    ["https://", "http://", "www."].iter().any(|one| {
        let begins = one.chars().zip(signs).filter(|(a, b)| a == *b).count();
        begins == one.len()
    })
}

/// Whether letters of Chinese or Japanese follow an address, which nobody can tell from more of it.
fn is_cut_short(signs: &[char]) -> bool {
    let mut run = signs.iter().take_while(|c| !c.is_whitespace());
    run.any(|c| c.is_alphanumeric() && is_cjk(*c))
}

fn is_sign(
    sign: char,
    before: Option<char>,
    after: Option<char>,
    rest: &[char],
    around: Surroundings,
) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match sign {
        '\\' | '`' | '~' | '^' | '{' => true,
        '*' => !(is_space(before) && is_space(after)) || around.begins_line && before.is_none(),
        '_' => !(is_word(before) && is_word(after)),
        '[' => around.in_brackets || before == Some('[') || before == Some('!') || !is_remark(rest),
        ']' => around.in_brackets || matches!(after, Some('(' | '[' | ':')),
        '|' => around.in_cell || around.in_brackets || [before, after].contains(&Some('|')),
        '<' => after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '!' | '?')),
        '&' => is_reference(rest),
        '!' => after == Some('['),
        '(' => after == Some('('),
        ':' => after == Some(':') || is_shortcode(rest),
        '%' | '=' | '+' => after == Some(sign) || before == Some(sign),
        '$' => !is_space(after) && !after.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether `++` begins what other dialects read as inserted; behind letters, as in `C++`, it is none.
fn begins_insertion(signs: &[char], before: Option<char>) -> bool {
    let pairs = signs.windows(2).enumerate();
    let mut pairs = pairs.filter(|(_, pair)| *pair == ['+', '+']);
    pairs.any(|(row, _)| {
        let before = row.checked_sub(1).map(|row| signs[row]).or(before);
        !before.is_some_and(|c| c.is_alphanumeric() || c == '+')
    })
}

/// What follows the first colon of `:smile:`.
fn is_shortcode(rest: &[char]) -> bool {
    let length = rest
        .iter()
        .take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(**c));
    let length = length.count();
    length > 0 && rest.get(length) == Some(&':')
}

/// What follows `[` in an editor's remark: `[sic]`, `[the mayor]`, `[…]`.
fn is_remark(rest: &[char]) -> bool {
    let Some(end) = rest.iter().take(200).position(|c| *c == ']') else {
        return false;
    };
    let inner = &rest[..end];
    let begins = inner
        .first()
        .is_some_and(|c| c.is_alphabetic() || matches!(c, '…' | '.'));
    let is_box = matches!(inner, ['x' | 'X']);
    begins
        && !is_box
        && !inner.contains(&'[')
        && !matches!(rest.get(end + 1), Some('(' | '[' | ':' | ']'))
}

/// What follows `&` in the name or number of a character, or in what looks like one.
fn is_reference(rest: &[char]) -> bool {
    let Some(end) = rest.iter().take(40).position(|c| *c == ';') else {
        return false;
    };
    let name: String = rest[..end].iter().collect();
    let is_named = name.len() > 2
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let written = format!("&{name};");
    is_named || name.starts_with('#') || html_escape::decode_html_entities(&written) != written
}

/// The row of the sign that would make more of a line than a line of a paragraph.
fn beginning(signs: &[char]) -> Option<usize> {
    let first = *signs.first()?;
    let second = signs.get(1).copied();
    let is_gap = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let digits = signs.iter().take_while(|c| c.is_ascii_digit()).count();
    let is_run = |sign: char| {
        signs.iter().all(|c| *c == sign || *c == ' ')
            || signs.iter().take_while(|c| **c == sign).count() >= 3
    };
    let is_meant = match first {
        '#' | '>' | '|' | '[' | '=' => true,
        '-' => is_gap(second) || is_run('-') || signs.starts_with(&['-', '-', '8']),
        '+' => is_gap(second) || matches!(second, Some('-' | '=')),
        '*' => is_gap(second) || is_run('*'),
        '_' => is_run('_'),
        ':' => is_gap(second) || second == Some(':'),
        '!' => second == Some('!'),
        _ if (1..=9).contains(&digits) => {
            let is_number = matches!(signs.get(digits), Some('.' | ')'))
                && is_gap(signs.get(digits + 1).copied());
            return is_number.then_some(digits);
        }
        _ => false,
    };
    is_meant.then_some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, written: &str) {
        let around = Surroundings {
            begins_line: true,
            ..Surroundings::default()
        };
        assert_eq!(escaped(words, around), written);
    }

    #[test]
    fn signs_that_would_be_read_get_a_backslash() {
        check("1986. A great year", "1986\\. A great year");
        check("# 1, - 2", "\\# 1, - 2");
        check("- a", "\\- a");
        check("-5 degrees", "-5 degrees");
        check(
            "*a* _b_ `c` ~d~ x^2^",
            "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ x\\^2\\^",
        );
        check("[[berg|Berg]](1)", "\\[\\[berg|Berg]\\](1)");
        check("a<b>, &amp; {#x}", "a\\<b>, \\&amp; \\{#x}");
        check(
            "a :smile: at 10:30 ((abc))",
            "a \\:smile: at 10:30 \\((abc))",
        );
        check(
            "见https://a.example/他 or www.a.example/他",
            "见https\\://a.example/他 or www\\.a.example/他",
        );
        check("++a++ ||b||", "\\+\\+a\\+\\+ \\|\\|b\\|\\|");
        check("100 %% of ==it==", "100 \\%\\% of \\=\\=it\\=\\=");
        check(
            "$x$ and [^1] and [@a]",
            "\\$x$ and \\[^1] and \\[@a]".replace('^', "\\^").as_str(),
        );
    }

    #[test]
    fn other_signs_stay_as_they_are() {
        for words in [
            "5 * 3 * 2 = 30, snake_case",
            "He said [sic] that he [the mayor] would […] go",
            "between $5 and $10, 1 < 2 > 0, AT&T; 50 %",
            "see https://example.org/a_b_c?x=1&copy=2~3",
            "C++ and AT&T, written in C++",
            "3.14 is not 3. And so on",
        ] {
            check(words, words);
        }
    }
}
