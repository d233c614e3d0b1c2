//! Plain text: paragraphs between empty lines, or one a line.

use crate::import::article_file;
use crate::import::document::{Block, Document, Inline};
use crate::import::error::ImportError;
use crate::import::imported::Input;
use crate::import::target::Target;
use crate::import::text;
use crate::import::value;

/// Letters from which a line is a paragraph of its own: shorter ones were cut to fit a window.
const LINE: usize = 60;

/// Letters that a title may have.
const TITLE: usize = 120;

/// Makes an article of a text.
///
/// # Errors
/// If it is in an encoding that it does not tell, or too long.
pub(crate) fn read(input: &Input, target: &mut Target<'_>) -> Result<(), ImportError> {
    let text = text::decoded(&input.name, &input.bytes)?;
    text::ensure_short(&input.name, &text)?;
    article_file::write(document(&text), &input.name, target).map(drop)
}

fn document(text: &str) -> Document {
    let mut paragraphs = paragraphs(text);
    let mut document = Document::default();
    if paragraphs.len() > 1 && is_title(&paragraphs[0]) {
        document.title = vec![Inline::Words(paragraphs.remove(0))];
    }
    let words = paragraphs.into_iter().map(|words| {
        if value::is_rule(&words) {
            Block::Break
        } else {
            Block::Paragraph(vec![Inline::Words(words)])
        }
    });
    document.blocks = words.collect();
    document
}

/// A short first line without a sign that ends a sentence.
fn is_title(words: &str) -> bool {
    words.chars().count() <= TITLE
        && !words.ends_with(['.', ':', ';', ',', '…'])
        && !value::is_rule(words)
}

fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let joined = |lines: &[&str]| lines.join(" ");
    let parted = lines
        .split(|line| line.is_empty())
        .filter(|part| !part.is_empty());
    let parted: Vec<&[&str]> = parted.collect();
    if parted.len() > 1 {
        // Lines of a poem or an address between empty ones are joined too: nothing tells them apart.
        return parted.into_iter().map(joined).collect();
    }
    let Some(only) = parted.first() else {
        return Vec::new();
    };
    let mut lengths: Vec<_> = only.iter().map(|line| line.chars().count()).collect();
    lengths.sort_unstable();
    if lengths[lengths.len() / 2] > LINE && lengths.last() > Some(&(LINE * 2)) {
        only.iter().map(|line| (*line).to_owned()).collect()
    } else {
        vec![joined(only)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(paragraphs(text), expected);
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        check("A\n\nB\nb\n\n\n C \n", &["A", "B b", "C"]);
        check("\n\nA\n", &["A"]);
        check("", &[]);
    }

    #[test]
    fn without_empty_lines_long_ones_are_paragraphs() {
        let long = "The council voted on the bridge on Monday. ".repeat(4);
        let long = long.trim();
        check(&[long, long].join("\n"), &[long, long]);
        let cut = "The council of the town voted on the bridge on Monday, and";
        check(&[cut, cut].join("\n"), &[&[cut, cut].join(" ")]);
    }

    #[test]
    fn a_short_first_line_is_the_title() {
        let document = document("A bridge\n\nThe council voted.\n\n* * *\n\nIt rained.");
        assert_eq!(document.title, [Inline::Words("A bridge".into())]);
        let words = |words: &str| Block::Paragraph(vec![Inline::Words(words.into())]);
        let blocks = [
            words("The council voted."),
            Block::Break,
            words("It rained."),
        ];
        assert_eq!(document.blocks, blocks);
        assert!(super::document("It rained.\n\nB").title.is_empty());
    }
}
