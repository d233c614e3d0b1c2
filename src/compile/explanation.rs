//! What each code of a finding means, why it matters, and an example before and after: the sections of `explanations.md`.

use crate::compile::codes::CODES;
use crate::compile::suggestion;

/// What is said of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub code: &'static str,
    /// What it means, in a line.
    pub meaning: &'static str,
    /// All that is said: that line, why it matters, and an example. Markdown that reads well as it stands.
    pub text: &'static str,
}

/// All of them, in the order of the codes.
pub fn all() -> impl Iterator<Item = Explanation> {
    let sections = include_str!("explanations.md").split("\n## ").skip(1);
    sections.map(|section| {
        let (code, text) = section.split_once('\n').unwrap_or((section, ""));
        let text = text.trim();
        Explanation {
            code: code.trim(),
            meaning: text.lines().next().unwrap_or_default(),
            text,
        }
    })
}

/// What is said of this code.
pub fn of(code: &str) -> Option<Explanation> {
    all().find(|one| one.code == code)
}

/// The code that was meant by a slip.
pub fn nearest(written: &str) -> Option<&'static str> {
    suggestion::nearest(written, CODES.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_explanation_and_nothing_else_has_one() {
        let explained: Vec<_> = all().map(|one| one.code).collect();
        assert_eq!(explained, CODES);
    }

    #[test]
    fn what_a_code_means_fits_a_line_of_the_list() {
        for one in all() {
            let length = one.meaning.chars().count();
            assert!((10..=90).contains(&length), "{}: {}", one.code, one.meaning);
        }
    }
}
