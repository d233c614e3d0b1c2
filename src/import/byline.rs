//! Who wrote a text and when, where it says so in lines of their own between title and text.

use crate::import::date::{Dated, date};
use crate::import::document::{Block, Document, plain};

/// Words before an author's name.
const BY: [&str; 6] = ["By ", "by ", "BY ", "Von ", "Par ", "Por "];

/// Letters that such a line has at most.
const LONGEST: usize = 80;

/// Blocks that may stand before the text.
const LINES: usize = 4;

/// Takes such lines out of the text: what they say is said by the page.
pub(super) fn take(document: &mut Document) {
    let mut at = 0;
    for _ in 0..LINES {
        let Some(Block::Paragraph(words)) = document.blocks.get(at) else {
            return;
        };
        let line = plain(words);
        if takes(document, line.trim()) {
            document.blocks.remove(at);
        } else {
            at += 1;
        }
        // What follows the first sentence is the text.
        if line.trim().ends_with(['.', '!', '?', '…']) || line.chars().count() > LONGEST {
            return;
        }
    }
}

/// Whether a line says nothing else; then the document knows it.
fn takes(document: &mut Document, line: &str) -> bool {
    if line.is_empty() || line.chars().count() > LONGEST {
        return false;
    }
    if let Dated::Date(date) = date(line, None) {
        // A line that is a year alone may be a heading.
        let is_day = date.len() == "2026-03-01".len();
        let known = document.date.get_or_insert_with(|| date.clone());
        return is_day && known.starts_with(&date);
    }
    let by = BY.iter().find_map(|by| line.strip_prefix(by));
    let names = names(by.unwrap_or(line));
    if names == document.byline {
        return true;
    }
    let are_names = by.is_some() && names.iter().all(|name| is_name(name));
    if are_names && document.byline.is_empty() {
        document.byline = names;
        return true;
    }
    false
}

/// "Ann Author, Ben Writer and Cy Third" as three.
fn names(line: &str) -> Vec<String> {
    let line = line.replace(" and ", ", ").replace(" und ", ", ");
    let line = line.replace(" et ", ", ").replace(" y ", ", ");
    let names = line.split(", ").map(|name| name.trim().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// One to five words, each with a capital but for such as "von".
fn is_name(name: &str) -> bool {
    let words: Vec<_> = name.split_whitespace().collect();
    let has_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let capitals = words
        .iter()
        .copied()
        .filter(|word| has_capital(word))
        .count();
    let is_plain = !name.contains(|c: char| c.is_ascii_digit() || "!?:;\"".contains(c));
    (1..=5).contains(&words.len()) && capitals * 2 > words.len() && is_plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::document::Inline;

    fn document(lines: &[&str]) -> Document {
        let block = |line: &&str| Block::Paragraph(vec![Inline::Words((*line).to_owned())]);
        let mut document = Document {
            blocks: lines.iter().map(block).collect(),
            ..Document::default()
        };
        take(&mut document);
        document
    }

    #[test]
    fn lines_of_author_and_date_are_no_text() {
        let text = "The council voted on Monday.";
        let found = document(&["By Ellen Hartley and Bo von Berg", "14 March 2025", text]);
        assert_eq!(found.byline, ["Ellen Hartley", "Bo von Berg"]);
        assert_eq!(found.date.as_deref(), Some("2025-03-14"));
        assert_eq!(found.blocks.len(), 1);
    }

    #[test]
    fn what_the_page_says_already_is_not_said_twice() {
        let line = |words: &str| Block::Paragraph(vec![Inline::Words(words.to_owned())]);
        let mut found = Document {
            byline: vec!["Ellen Hartley".to_owned()],
            date: Some("2025-03-14".to_owned()),
            blocks: vec![
                line("Ellen Hartley"),
                line("14 March 2025"),
                line("It was over."),
            ],
            ..Document::default()
        };
        take(&mut found);
        assert_eq!(found.blocks, [line("It was over.")]);
    }

    #[test]
    fn text_stays() {
        for text in [
            "By the river stood a mill.",
            "By and large it was quiet",
            "By 1954 nobody lived there",
            "1954",
            "Von hier aus sieht man das Meer",
        ] {
            let found = document(&[text, "More of it."]);
            assert_eq!(found.blocks.len(), 2, "{text}: {:?}", found.byline);
        }
    }
}
