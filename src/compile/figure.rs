//! Figures: the pictures of an article's text, with what is said of them.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use crate::compile::files::Files;
use crate::compile::findings::Findings;
use crate::compile::flat::Flat;
use crate::compile::markdown::{FlatBlock, FlatFigure};
use crate::compile::metadata;
use crate::compile::naming::Naming;
use crate::compile::paragraph;
use crate::compile::picture;
use crate::compile::raw_marks::check_words;
use crate::compile::source_text::SourceText;
use crate::compile::symbol_table::SymbolTable;
use crate::model::site::Image;

/// A figure, whose caption is a block's text.
pub(crate) struct Figure<'a> {
    /// Absent where there is no such file, which was told.
    pub(crate) image: Option<Image>,
    /// What the caption was laid out from.
    pub(crate) caption: SourceText<'a>,
    file: SourceText<'a>,
    /// What it shows.
    alt: SourceText<'a>,
    /// Who made it, and its licence.
    made: Vec<SourceText<'a>>,
}

impl<'a> Figure<'a> {
    /// Says where a private person is named who may not be; whom an article may name goes to `named`.
    pub(crate) fn check_private(&self, symbols: &SymbolTable<'_>, named: &mut Vec<Naming<'a>>) {
        metadata::names_nobody_private(&self.made, symbols);
        metadata::file_names_nobody_private(&self.file, symbols);
        named.extend(symbols.private_names_in([&self.alt]));
    }
}

/// Reads a block that is a figure, and sets its text.
pub(crate) fn read<'a>(
    block: &mut FlatBlock,
    body: &SourceText<'a>,
    files: &Files,
    findings: &Findings,
) -> Option<Figure<'a>> {
    let figure = block.figure.as_ref()?;
    let part = |range: &Range<usize>| body.part(range.clone());
    let words = |range: &Range<usize>| {
        let written = part(range);
        check_words(&written, findings);
        written.text.into_owned()
    };
    let made = figure.credit.iter().chain(&figure.licence).map(part);
    let (made, written, shown) = (made.collect(), part(&figure.file), part(&figure.alt));
    let alt = alternative(figure, body, findings);
    let file = picture::path(&written, files, findings);
    let credit = figure.credit.as_ref().map(words);
    let licence = figure.licence.as_ref().map(words);
    let caption = figure.caption.clone();
    let caption = body.part(caption.unwrap_or(figure.file.end..figure.file.end));
    let flat = if caption.text.trim().is_empty() {
        Flat::default()
    } else {
        paragraph::anchored(&caption, findings)
    };
    block.flats = vec![flat];
    let image = file.map(|file| Image {
        file: file.to_owned(),
        alt,
        credit,
        licence,
    });
    Some(Figure {
        image,
        caption,
        file: written,
        alt: shown,
        made,
    })
}

/// What the picture shows, in plain words; that nobody says so is a finding.
fn alternative(figure: &FlatFigure, body: &SourceText<'_>, findings: &Findings) -> String {
    let written = body.part(figure.alt.clone());
    let parsed = Parser::new(&written.text).filter_map(|event| match event {
        Event::Text(words) | Event::Code(words) => Some(words.to_string()),
        Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
        _ => None,
    });
    let words: String = parsed.collect();
    if words.trim().is_empty() {
        let brackets = figure.alt.start - "![".len()..figure.alt.end + "]".len();
        let message = "nothing says what this picture shows";
        findings
            .error("missing-alt", &body.span_of(brackets), message)
            .help("write it between the brackets, for those who do not see it");
    } else if words.contains("[[") {
        check_words(&written, findings);
    }
    words.trim().to_owned()
}
