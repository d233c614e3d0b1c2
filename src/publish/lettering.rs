//! How wide words may come out in a face that nobody knows when the page is built.

use unicode_width::UnicodeWidthChar;

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStyle {
    /// 13 px sans semibold: names.
    Name,
    /// 12 px sans italic: what relates them.
    Predicate,
    /// 12 px sans: what stands at an axis.
    Tick,
}

/// Words are no wider than that, in hundredths of an em.
const WIDEST: i32 = 10_000_000;

/// Width of words in CSS px.
///
/// By classes of letters, as wide as in DejaVu Sans, the widest face that `system-ui` stands for: there a name is given
/// some 6 % more than it takes, in Noto Sans, Segoe UI or San Francisco some 20 %. Words all of wide letters may take 4 px more.
pub fn width(words: &str, style: TextStyle) -> i32 {
    // Nobody reads words as wide as that, and what is added to them stays countable.
    let sum = words
        .chars()
        .fold(0, |sum, letter| (sum + hundredths(letter)).min(WIDEST));
    match style {
        TextStyle::Name => (sum * 13 + 99) / 100,
        // A lighter cut is narrower.
        TextStyle::Predicate | TextStyle::Tick => (sum * 12 * 88 / 100 + 99) / 100,
    }
}

/// Hundredths of an em that a letter takes in a bold face.
fn hundredths(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '\'' | '’' | '.' | ',' | '/' | '|' | ' ' => 37,
        'f' | 'r' | 't' | '-' | ':' | ';' | '!' | '(' | ')' | '[' | ']' | '"' | '“' | '”' => 50,
        'c' | 's' | 'z' | '?' => 60,
        'a' | 'e' | 'k' | 'o' | 'v' | 'x' | 'y' | 'E' | 'F' | 'L' | 'T' => 69,
        'w' => 92,
        'm' | 'M' | 'W' | '%' | '@' | '–' | '—' | '…' => 110,
        'a'..='z' | '0'..='9' => 73,
        '\0'..='\u{7f}' => 80,
        // Other scripts: marks take nothing, ideographs a square.
        letter => match letter.width() {
            Some(0) | None => 0,
            Some(1) => 82,
            Some(_) => 115,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Widths in DejaVu Sans as Chromium measured them; ideographs as any face has them, a square each.
    const MEASURED: [(&str, i32, TextStyle); 13] = [
        ("Return programme for ethnic Kazakhs", 281, TextStyle::Name),
        ("Beijing (China’s government)", 215, TextStyle::Name),
        ("Demonstration of 13 November 2025", 272, TextStyle::Name),
        ("Серікжан Біләшұлы", 152, TextStyle::Name),
        ("Ślązak Łódź", 86, TextStyle::Name),
        ("illicit filling", 82, TextStyle::Name),
        ("阿塔珠尔特", 65, TextStyle::Name),
        (
            "second among China’s Turkic minorities after the",
            296,
            TextStyle::Predicate,
        ),
        ("may become a", 89, TextStyle::Predicate),
        ("Հայաստան", 74, TextStyle::Predicate),
        ("محكمة", 34, TextStyle::Predicate),
        ("WWW MMM", 75, TextStyle::Predicate),
        ("习近平", 36, TextStyle::Predicate),
    ];

    #[test]
    fn words_without_end_have_a_width() {
        let words = "w".repeat(400_000);
        assert_eq!(width(&words, TextStyle::Name), WIDEST / 100 * 13);
    }

    #[test]
    fn words_fit_the_width_they_are_given() {
        for (words, measured, style) in MEASURED {
            let given = width(words, style);
            assert!(
                given + 4 >= measured,
                "{words}: {given} px, takes {measured}"
            );
            assert!(
                given <= measured * 4 / 3 + 8,
                "{words}: {given} px for {measured}"
            );
        }
    }
}
