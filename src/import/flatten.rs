//! Blocks where only words may stand: cells of tables, footnotes.

use crate::import::document::{Block, Figure, Inline, is_empty};

/// Blocks as the words of a cell, with breaks between them; pictures are handed back.
pub(crate) fn cell(blocks: Vec<Block>, figures: &mut Vec<Figure>) -> Vec<Inline> {
    let mut words = Vec::new();
    for paragraph in paragraphs(blocks, figures) {
        if !words.is_empty() {
            words.push(Inline::Break);
        }
        words.extend(paragraph);
    }
    words
}

/// Blocks as paragraphs; entries of lists keep their signs.
pub(crate) fn paragraphs(blocks: Vec<Block>, figures: &mut Vec<Figure>) -> Vec<Vec<Inline>> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { words, .. } | Block::Paragraph(words) => out.push(words),
            Block::Quotation(blocks) => out.extend(paragraphs(blocks, figures)),
            Block::List { first, entries } => {
                for (row, entry) in entries.into_iter().enumerate() {
                    let sign = match first {
                        Some(first) => format!("{}. ", u64::from(first) + row as u64),
                        None => "• ".to_owned(),
                    };
                    let mut inner = paragraphs(entry, figures);
                    if let Some(first) = inner.first_mut() {
                        first.insert(0, Inline::Words(sign));
                    }
                    out.extend(inner);
                }
            }
            Block::Table { rows, .. } => {
                for row in rows {
                    let mut words = Vec::new();
                    for cell in row.into_iter().filter(|cell| !is_empty(cell)) {
                        if !words.is_empty() {
                            words.push(Inline::Words("; ".to_owned()));
                        }
                        words.extend(cell);
                    }
                    out.push(words);
                }
            }
            Block::Figure(figure) => figures.push(figure),
            Block::Code(text) => {
                let lines = text.lines().map(|line| vec![Inline::Code(line.to_owned())]);
                out.extend(lines);
            }
            Block::Break => {}
        }
    }
    out.retain(|words| !is_empty(words));
    out
}
