//! Formulas between `$` or `$$`, told from prices.

use std::ops::Range;

use crate::compile::raw_marks::mark::{Mark, escaped, typed};

/// All formulas of a block.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut signs = signs(text).into_iter().peekable();
    while let Some(open) = signs.next() {
        let Some(close) = signs.peek().cloned() else {
            break;
        };
        if open.len() == close.len() && is_formula(text, &open, &close) {
            signs.next();
            let range = open.start..close.end;
            let sign = &text[open.clone()];
            let mark = Mark::dialect(
                range,
                format!("formulas between `{sign}` are not read here"),
            );
            let help = format!(
                "write it in words or signs, such as x², or {} for the sign itself",
                typed(escaped(sign))
            );
            marks.push(mark.part(open, escaped(sign)).help(help));
        }
    }
    marks
}

/// `$` and `$$`.
fn signs(text: &str) -> Vec<Range<usize>> {
    let mut signs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('$') {
        match signs.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => signs.push(at..at + 1),
        }
    }
    signs.retain(|sign| sign.len() <= 2);
    signs
}

/// Between prices stand words, behind the second sign a number; in a formula no space stands at the signs.
fn is_formula(text: &str, open: &Range<usize>, close: &Range<usize>) -> bool {
    let inner = &text[open.end..close.start];
    if inner.trim().is_empty() {
        return false;
    }
    if open.len() == 2 {
        return true;
    }
    let before = text[..open.start].chars().next_back();
    let after = text[close.end..].chars().next();
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_tight = !inner.starts_with(char::is_whitespace) && !inner.ends_with(char::is_whitespace);
    let operators = |c: char| {
        matches!(
            c,
            '\\' | '^' | '_' | '=' | '{' | '<' | '>' | '+' | '≤' | '≥'
        )
    };
    let is_price = inner.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.'));
    let is_one_word = !inner.contains(char::is_whitespace) && !is_price;
    is_tight && !touches(after) && !touches(before) && (inner.contains(operators) || is_one_word)
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn prices_are_no_formulas() {
        for text in [
            "between $5 and $10",
            "$5–$10, $5-$10, $5/$6",
            "US$5 (C$7) or A$ 7",
            "from $2m to $3m, in $",
            "A$AP and Ke$ha",
            "($HOME/$USER)",
            "$",
            "$$",
            "$ 5 + 6 $",
            "a $5 ticket, b = 3, a $6 ticket",
        ] {
            assert!(marks(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn formulas_are_found() {
        for text in [
            "where $x$ is",
            "$x + y$",
            "$2x = 4$.",
            "($\\alpha$)",
            "$$ x $$",
            "$f(x)$, and so on",
        ] {
            assert_eq!(marks(text).len(), 1, "{text}");
        }
    }
}
