//! Letters of a TOML string that its file has in other bytes: `\"`, `\u00e9`, a line that goes on behind a backslash.

/// Where a text is written in more bytes than it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Escapes {
    /// Where such a letter ends in the text, and how many bytes more the file has up to there. In order.
    rows: Vec<(usize, usize)>,
}

impl Escapes {
    /// Where the text of a TOML string begins in it, and what of it is escaped.
    pub(crate) fn of(text: &str, string: &str) -> Option<(usize, Self)> {
        let is_long = string.starts_with("\"\"\"") || string.starts_with("'''");
        let quotes = if is_long { 3 } else { 1 };
        let inner = string.get(quotes..string.len().checked_sub(quotes)?)?;
        let words = match inner.strip_prefix("\r\n").or(inner.strip_prefix('\n')) {
            Some(words) if is_long => words,
            _ => inner,
        };
        let start = quotes + inner.len() - words.len();
        let is_literal = string.starts_with('\'');
        let (mut at, mut rest, mut longer) = (0, words, 0);
        let mut rows = Vec::new();
        while !rest.is_empty() {
            let letter = text[at..].chars().next();
            let (length, meant) = match rest.strip_prefix('\\') {
                Some(escape) if !is_literal => escaped(escape)?,
                _ if letter == Some('\n') && rest.starts_with("\r\n") => (2, letter),
                _ => {
                    let letter = rest.chars().next()?;
                    (letter.len_utf8(), Some(letter))
                }
            };
            if meant.is_some() && meant != letter {
                return None;
            }
            let meant = meant.map_or(0, char::len_utf8);
            at += meant;
            rest = &rest[length..];
            if length > meant {
                longer += length - meant;
                rows.push((at, longer));
            }
        }
        (at == text.len()).then_some((start, Self { rows }))
    }

    /// How many bytes more than the text the file has up to a byte of the text.
    pub(crate) fn longer(&self, byte: usize) -> usize {
        let passed = self.rows.partition_point(|(end, _)| *end <= byte);
        passed.checked_sub(1).map_or(0, |last| self.rows[last].1)
    }

    /// Those behind a byte of the text, counted from there.
    pub(crate) fn from(&self, byte: usize) -> Self {
        let before = self.longer(byte);
        let behind = self.rows.iter().filter(|(end, _)| *end > byte);
        Self {
            rows: behind
                .map(|(end, longer)| (end - byte, longer - before))
                .collect(),
        }
    }
}

/// How many bytes an escape has with its backslash, and what it means; a line that goes on means nothing.
fn escaped(escape: &str) -> Option<(usize, Option<char>)> {
    let hex = |digits: usize| {
        let code = u32::from_str_radix(escape.get(1..=digits)?, 16).ok()?;
        Some((2 + digits, Some(char::from_u32(code)?)))
    };
    let sign = |c: char| Some((2, Some(c)));
    match escape.chars().next()? {
        'b' => sign('\u{8}'),
        't' => sign('\t'),
        'n' => sign('\n'),
        'f' => sign('\u{C}'),
        'r' => sign('\r'),
        'e' => sign('\u{1B}'),
        c @ ('"' | '\\') => sign(c),
        'x' => hex(2),
        'u' => hex(4),
        'U' => hex(8),
        ' ' | '\t' | '\r' | '\n' => {
            let goes_on = escape.trim_start_matches([' ', '\t', '\r', '\n']);
            Some((1 + escape.len() - goes_on.len(), None))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where each letter stands in the string.
    #[track_caller]
    fn check(string: &str, expected: &[(char, &str)]) {
        let text: String = expected.iter().map(|(letter, _)| letter).collect();
        let (start, escapes) = Escapes::of(&text, string).expect("the string has this text");
        let place = |byte: usize| start + byte + escapes.longer(byte);
        for ((at, letter), (_, written)) in text.char_indices().zip(expected) {
            let found = &string[place(at)..place(at + letter.len_utf8())];
            assert_eq!(found, *written, "byte {at} of {text}");
        }
    }

    #[test]
    fn each_letter_is_where_the_file_has_it() {
        check(r#""a\"b""#, &[('a', "a"), ('"', "\\\""), ('b', "b")]);
        check(
            r#""\u00e9é\U0001F3DB\\""#,
            &[
                ('é', r"\u00e9"),
                ('é', "é"),
                ('\u{1F3DB}', r"\U0001F3DB"),
                ('\\', r"\\"),
            ],
        );
        check(r"'a\n'", &[('a', "a"), ('\\', r"\"), ('n', "n")]);
        check(
            "\"\"\"\r\na\r\nb\"\"\"",
            &[('a', "a"), ('\n', "\r\n"), ('b', "b")],
        );
        check("\"\"\"\na\\\n  b\"\"\"", &[('a', "a\\\n  "), ('b', "b")]);
        check("'''\na'''", &[('a', "a")]);
    }

    #[test]
    fn a_part_counts_from_its_own_beginning() {
        let (_, escapes) = Escapes::of("\"a\"b", r#""\"a\"b""#).expect("the string has this text");
        assert_eq!(escapes.from(1).rows, [(2, 1)]);
        assert_eq!(escapes.from(3).rows, []);
        assert_eq!(Escapes::of("other", "\"text\""), None);
    }
}
