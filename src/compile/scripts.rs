//! Letters set higher or lower: `x^2^`, `H~2~O`. They hold no space and stand close to a word, so that prices, `~10` and
//! `2^10` stay as they are.

use std::ops::Range;

use crate::compile::emphasis::{is_cjk, set_pairs};
use crate::compile::flat::{Flat, InlineStyle, InlineStyles};

/// The most letters that are set so.
const LONGEST: usize = 24;

/// The text with such letters set.
pub(crate) fn set(flat: Flat) -> Flat {
    let mut flat = flat;
    for (sign, style) in [
        ('^', InlineStyle::Superscript),
        ('~', InlineStyle::Subscript),
    ] {
        if flat.text.contains(sign) {
            let pairs = pairs(&flat, sign);
            flat = set_pairs(flat, &pairs, &style);
        }
    }
    flat
}

/// Whether what stands between two signs of the written text, `~x~`, is set lower.
pub(crate) fn is_lower(text: &str, part: &Range<usize>) -> bool {
    let before = text[..part.start].chars().next_back();
    let after = text[part.end..].chars().next();
    is_script('~', before, &text[part.start + 1..part.end - 1], after)
}

/// Pairs of a sign whose letters are set.
fn pairs(flat: &Flat, sign: char) -> Vec<(Range<usize>, Range<usize>)> {
    let text = flat.signs();
    let styles = InlineStyles::of(flat);
    let around = |at: usize| -> Vec<Range<usize>> {
        let touching = styles.touching(at..at + 1);
        touching.map(|(range, _)| range.clone()).collect()
    };
    let mut pairs = Vec::new();
    let mut signs = text.match_indices(sign).map(|(at, _)| at).peekable();
    while let Some(open) = signs.next() {
        let Some(&close) = signs.peek() else { break };
        let before = text[..open].chars().next_back();
        let after = text[close + 1..].chars().next();
        let is_one = is_script(sign, before, &text[open + 1..close], after);
        if is_one && around(open) == around(close) {
            signs.next();
            pairs.push((open..open + 1, close..close + 1));
        }
    }
    pairs
}

/// A letter of ASCII for one as wide as a Chinese sign: `（１）`.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

fn is_script(sign: char, before: Option<char>, letters: &str, after: Option<char>) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let allowed = |c: char| {
        let c = narrow(c);
        c.is_alphanumeric() && !is_cjk(c) || "+-−–=().,/*'’′″%".contains(c)
    };
    let is_word = before.is_some_and(|c| c.is_alphanumeric() || ")]”’\"'.,;:!?»".contains(c));
    let ends_well = |c: char| c.is_alphanumeric() || "+-−)*'’′″%".contains(narrow(c));
    let (first, last) = (letters.chars().next(), letters.chars().next_back());
    let is_range = is_digit(before) && is_digit(first) && (sign == '~' || is_digit(after));
    is_word
        && after != Some(sign)
        && before != Some(sign)
        && !is_range
        && letters.chars().count() <= LONGEST
        && letters.chars().all(allowed)
        && last.is_some_and(ends_well)
}

#[cfg(test)]
mod tests {
    use crate::compile::findings::Findings;
    use crate::compile::flat::InlineStyle;
    use crate::compile::paragraph;
    use crate::compile::source_text::SourceText;

    /// The words of a paragraph, those set higher between `↑`, those set lower between `↓`.
    #[track_caller]
    fn check(markdown: &str, drawn: &str) {
        let flat = paragraph::read(&SourceText::whole(markdown), &Findings::default());
        let mut text = flat.text.clone();
        for (range, style) in flat.styles.iter().rev() {
            let sign = match style {
                InlineStyle::Superscript => "↑",
                InlineStyle::Subscript => "↓",
                _ => continue,
            };
            text.insert_str(range.end, sign);
            text.insert_str(range.start, sign);
        }
        assert_eq!(text, drawn);
    }

    #[test]
    fn letters_close_to_a_word_are_set_higher_or_lower() {
        check("x^2^ and 10^6^ m^3^", "x↑2↑ and 10↑6↑ m↑3↑");
        check("the 4^th^ of Na^+^", "the 4↑th↑ of Na↑+↑");
        check("H~2~O, CO~2~ and H~2~SO~4~", "H↓2↓O, CO↓2↓ and H↓2↓SO↓4↓");
        check("*x^n^* and (SiO~4~)~n~", "x↑n↑ and (SiO↓4↓)↓n↓");
    }

    #[test]
    fn ordinary_text_stays() {
        for text in [
            "about ~10 to ~20, or ~10-~20",
            "10~20 and 30~40, 10~20~30",
            "周一~周五、周六~周日",
            "2^10 and 3^5, 2^10+3^5",
            "^_^ and (^.^) and ^-^",
            "a ^ b ^ c",
            "$5^ and $6^",
            "~/bin and ~user/bin",
            "\\^x\\^ in y\\^x\\^",
        ] {
            check(text, &text.replace('\\', ""));
        }
    }
}
