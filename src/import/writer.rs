//! A document's blocks as exactly the Markdown that the compiler reads.
//!
//! # Why
//! What is written is read back by the compiler, paragraph by paragraph: where it would not say the same words without a
//! finding, the paragraph is written anew with more backslashes, and at last without any setting. So no text is changed or
//! refused, whatever signs it holds.

mod inline;
mod letters;
mod out;
mod runs;
mod table;

use crate::import::document::{Block, Figure, Inline, Style, is_empty, plain};
use crate::import::writer::out::{Notes, Place};

/// Quotations, lists and entries that may stand in each other; the compiler takes 32.
const DEPTH: usize = 30;

/// What is written of a document, and what the author should look at.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) text: String,
    /// Lines of the text, from 1, with pictures that nobody described.
    pub(crate) undescribed: Vec<usize>,
    /// The rows of footnotes that no sign refers to.
    pub(crate) unreferred: Vec<usize>,
    /// Words that Markdown cannot set as they were.
    pub(crate) unset: Vec<String>,
}

/// Writes blocks, and behind them their footnotes: the highest headings are of level 2.
pub(crate) fn write(blocks: &[Block], footnotes: &[Vec<Vec<Inline>>]) -> Written {
    written(blocks, footnotes, Some(highest(blocks)))
}

/// The same with headings as they are, and pictures that nobody described without words of ours.
pub(crate) fn write_as_it_is(blocks: &[Block], footnotes: &[Vec<Vec<Inline>>]) -> Written {
    written(blocks, footnotes, None)
}

fn written(blocks: &[Block], footnotes: &[Vec<Vec<Inline>>], highest: Option<u8>) -> Written {
    let mut writer = Writer {
        figures: Vec::new(),
        notes: Notes::default(),
        highest,
        undescribed: Vec::new(),
        unset: Vec::new(),
        pictures: 0,
    };
    let mut lines = Vec::new();
    for part in writer.parts(blocks, 0) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        if part.is_undescribed {
            writer.undescribed.push(lines.len() + 1);
        }
        lines.extend(part.lines);
    }
    for (label, row) in (1_usize..).zip(writer.notes.rows().to_vec()) {
        let paragraphs = footnotes.get(row).map_or(&[][..], Vec::as_slice);
        lines.extend(writer.definition(label, paragraphs));
    }
    let rows = 0..footnotes.len();
    Written {
        unreferred: rows.filter(|row| !writer.notes.has(*row)).collect(),
        text: lines.join("\n") + "\n",
        undescribed: writer.undescribed,
        unset: writer.unset,
    }
}

/// A title or the like: words in one line, without footnotes.
pub(crate) fn line(words: &[Inline]) -> String {
    inline::written(words, Place::Line, None).text
}

/// A fact or the like: words of one paragraph, without footnotes.
pub(crate) fn paragraph(words: &[Inline]) -> String {
    inline::written(words, Place::Paragraph, None).text
}

/// The level of the highest heading.
fn highest(blocks: &[Block]) -> u8 {
    let levels = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, words } if !is_empty(words) => Some(*level),
        _ => None,
    });
    levels.min().unwrap_or(2)
}

/// What stands between empty lines.
#[derive(Default)]
struct Part {
    lines: Vec<String>,
    kind: Kind,
    is_undescribed: bool,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Kind {
    Paragraph,
    /// Whether with the second sign: a list right behind another one needs another sign.
    List {
        other_sign: bool,
    },
    #[default]
    Other,
}

struct Writer<'d> {
    /// Those that stand in quotations and lists, to be written behind them.
    figures: Vec<&'d Figure>,
    notes: Notes,
    /// The level that becomes 2; without one headings stay as they are.
    highest: Option<u8>,
    undescribed: Vec<usize>,
    unset: Vec<String>,
    pictures: usize,
}

impl<'d> Writer<'d> {
    fn parts(&mut self, blocks: &'d [Block], depth: usize) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut is_broken = false;
        for block in blocks {
            if let Block::Break = block {
                is_broken = true;
                continue;
            }
            let before = parts.last().map_or(Kind::Other, |part| part.kind);
            let mut new = self.block(block, before, depth);
            new.retain(|part| !part.lines.is_empty());
            if new.is_empty() {
                continue;
            }
            if is_broken && (!parts.is_empty() || self.highest.is_none()) {
                parts.push(Part {
                    lines: vec!["* * *".to_owned()],
                    ..Part::default()
                });
            }
            is_broken = false;
            parts.extend(new);
            if depth == 0 {
                for figure in std::mem::take(&mut self.figures) {
                    parts.push(self.figure(figure));
                }
            }
        }
        parts
    }

    fn block(&mut self, block: &'d Block, before: Kind, depth: usize) -> Vec<Part> {
        let part = match block {
            Block::Heading { words, .. } | Block::Paragraph(words) if is_empty(words) => {
                Part::default()
            }
            Block::Heading { level, words } if depth == 0 => {
                let level = self
                    .highest
                    .map_or(*level, |highest| level.saturating_sub(highest) + 2);
                let level = level.clamp(2, 6);
                let text = self.inline(words, Place::Line);
                let signs = "#".repeat(usize::from(level));
                other(if text.is_empty() {
                    Vec::new()
                } else {
                    vec![format!("{signs} {text}")]
                })
            }
            Block::Heading { words, .. } => {
                let strong = [Inline::Styled(Style::Strong, words.clone())];
                self.paragraph(&strong)
            }
            Block::Paragraph(words) => self.paragraph(words),
            Block::Quotation(blocks) if depth >= DEPTH => return self.parts(blocks, depth),
            Block::Quotation(blocks) => other(quoted(self.parts(blocks, depth + 1))),
            Block::List { entries, .. } if depth + 1 >= DEPTH => {
                let parts = entries.iter().map(|entry| self.parts(entry, depth));
                return parts.flatten().collect();
            }
            Block::List { first, entries } => self.list(*first, entries, before, depth),
            Block::Table { aligns, rows } => {
                let lines = table::lines(rows, aligns, |cell| self.inline(cell, Place::Cell));
                other(lines)
            }
            Block::Figure(figure) if depth == 0 => self.figure(figure),
            Block::Figure(figure) => {
                self.figures.push(figure);
                Part::default()
            }
            Block::Code(text) => other(fenced(text)),
            Block::Break => Part::default(),
        };
        vec![part]
    }

    /// `[^1]: words`, further paragraphs indented.
    fn definition(&mut self, label: usize, paragraphs: &[Vec<Inline>]) -> Vec<String> {
        let mut lines = Vec::new();
        for words in paragraphs.iter().filter(|words| !is_empty(words)) {
            let text = self.unfootnoted(words, Place::Paragraph);
            let begun = lines.is_empty();
            lines.push(String::new());
            for (row, line) in text.lines().enumerate() {
                lines.push(match row {
                    0 if begun => format!("[^{label}]: {line}"),
                    _ => format!("    {line}"),
                });
            }
        }
        if lines.is_empty() {
            // A sign was there, so its footnote must be.
            lines.extend([String::new(), format!("[^{label}]: …")]);
        }
        lines
    }

    /// Words among which footnotes may have their signs.
    fn inline(&mut self, words: &[Inline], place: Place) -> String {
        let written = inline::written(words, place, Some(&mut self.notes));
        self.unset.extend(written.unset);
        written.text
    }

    /// Words without such signs.
    fn unfootnoted(&mut self, words: &[Inline], place: Place) -> String {
        let written = inline::written(words, place, None);
        self.unset.extend(written.unset);
        written.text
    }

    fn paragraph(&mut self, words: &[Inline]) -> Part {
        let text = self.inline(words, Place::Paragraph);
        Part {
            lines: text.lines().map(str::to_owned).collect(),
            kind: Kind::Paragraph,
            is_undescribed: false,
        }
    }

    fn list(
        &mut self,
        first: Option<u32>,
        entries: &'d [Vec<Block>],
        before: Kind,
        depth: usize,
    ) -> Part {
        let other_sign = before == Kind::List { other_sign: false };
        let entries = entries.iter().map(|entry| self.parts(entry, depth + 2));
        let entries: Vec<Vec<Part>> = entries.filter(|parts| !parts.is_empty()).collect();
        let is_tight = entries.iter().all(|parts| is_tight(parts));
        let mut lines = Vec::new();
        let numbers = u64::from(first.unwrap_or(0).min(900_000_000))..;
        for (number, parts) in numbers.zip(entries) {
            let sign = match (first, other_sign) {
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
                (Some(_), false) => format!("{number}. "),
                (Some(_), true) => format!("{number}) "),
            };
            if !lines.is_empty() && !is_tight {
                lines.push(String::new());
            }
            let margin = " ".repeat(sign.len());
            let entry = if is_tight {
                parts.into_iter().flat_map(|part| part.lines).collect()
            } else {
                apart(parts)
            };
            for (row, line) in entry.into_iter().enumerate() {
                lines.push(match row {
                    0 => format!("{sign}{line}"),
                    _ if line.is_empty() => line,
                    _ => format!("{margin}{line}"),
                });
            }
        }
        Part {
            lines,
            kind: Kind::List { other_sign },
            is_undescribed: false,
        }
    }

    fn figure(&mut self, figure: &Figure) -> Part {
        self.pictures += 1;
        let caption = self.unfootnoted(&figure.caption, Place::Caption);
        let mut alt = figure.alt.trim().to_owned();
        let is_undescribed = alt.is_empty();
        if is_undescribed && self.highest.is_some() {
            alt = plain(&figure.caption).trim().to_owned();
            if alt.is_empty() {
                alt = format!("Picture {}", self.pictures);
            }
        }
        let alt = self.unfootnoted(&[Inline::Words(alt)], Place::Alternative);
        let file = match &figure.file {
            file if file.contains([' ', '(', ')']) => format!("<{file}>"),
            file => file.clone(),
        };
        let mut lines = vec![if caption.is_empty() {
            format!("![{alt}]({file})")
        } else {
            format!("![{alt}]({file} \"{caption}\")")
        }];
        for (key, words) in [("Credit", &figure.credit), ("Licence", &figure.licence)] {
            lines.extend(words.iter().map(|words| format!("{key}: {words}")));
        }
        Part {
            lines,
            kind: Kind::Other,
            is_undescribed,
        }
    }
}

fn other(lines: Vec<String>) -> Part {
    Part {
        lines,
        ..Part::default()
    }
}

/// Whether an entry needs no empty lines: a paragraph, and at most a list that goes on right below it.
fn is_tight(parts: &[Part]) -> bool {
    let kinds: Vec<Kind> = parts.iter().map(|part| part.kind).collect();
    match kinds.as_slice() {
        [Kind::Paragraph | Kind::List { .. }] => true,
        [Kind::Paragraph, Kind::List { .. }] => {
            // A number other than 1 would be the paragraph's.
            let first = parts[1].lines.first().map_or("", String::as_str);
            !first.starts_with(|c: char| c.is_ascii_digit()) || first.starts_with("1.")
        }
        _ => false,
    }
}

/// The lines of some parts with empty lines between them.
fn apart(parts: Vec<Part>) -> Vec<String> {
    let mut lines = Vec::new();
    for part in parts {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(part.lines);
    }
    lines
}

fn quoted(parts: Vec<Part>) -> Vec<String> {
    let lines = apart(parts).into_iter();
    let lines = lines.map(|line| match line.as_str() {
        "" => ">".to_owned(),
        line => format!("> {line}"),
    });
    lines.collect()
}

/// Lines letter for letter, between signs that none of them holds.
fn fenced(text: &str) -> Vec<String> {
    let text = letters::clean(text.trim_end());
    let text = text.trim_start_matches('\n');
    if text.trim().is_empty() {
        return Vec::new();
    }
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
    let lines = text.lines().map(str::to_owned);
    let fence = || [fence.clone()].into_iter();
    fence().chain(lines).chain(fence()).collect()
}

#[cfg(test)]
mod tests;
