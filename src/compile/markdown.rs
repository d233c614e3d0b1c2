//! Markdown in, blocks of flat text out; what an article cannot hold becomes findings.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, RefDefs, Tag, TagEnd};

use crate::compile::findings::Findings;
use crate::compile::flat::Flat;
use crate::compile::flat_builder::FlatBuilder;
use crate::compile::script_tags;
use crate::compile::source_text::SourceText;
use crate::model::site::{Container, ContainerKind, Form};
use crate::model::text::Align;

mod block;
mod container;
mod figure;
mod footnote;
mod heading;
mod inline;
mod mask;
mod quotation;
mod refusal;
mod table;

/// What is read beyond CommonMark.
pub(crate) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// A block as it was written.
pub(crate) struct FlatBlock {
    pub(crate) form: Form,
    pub(crate) within: Vec<Container>,
    /// A section break stands before it, in so many of its containers.
    pub(crate) parted: Option<u32>,
    /// Its text; of a table the texts of its cells.
    pub(crate) flats: Vec<Flat>,
    /// Of each column of a table.
    pub(crate) aligns: Vec<Align>,
    /// Of a figure, whose own text is not read yet.
    pub(crate) figure: Option<FlatFigure>,
    /// Bytes of the written text.
    pub(crate) source: Range<usize>,
}

/// A picture of the text as it was written; all are bytes of the text.
pub(crate) struct FlatFigure {
    /// Between the brackets.
    pub(crate) alt: Range<usize>,
    pub(crate) file: Range<usize>,
    /// Between the quotes.
    pub(crate) caption: Option<Range<usize>>,
    pub(crate) credit: Option<Range<usize>>,
    pub(crate) licence: Option<Range<usize>>,
    /// Where the picture ends.
    pub(crate) end: usize,
}

/// A footnote as it was written.
pub(crate) struct FlatFootnote {
    pub(crate) label: String,
    pub(crate) paragraphs: Vec<Flat>,
    /// From bracket to bracket.
    pub(crate) sign: Range<usize>,
    /// All of it.
    pub(crate) source: Range<usize>,
    reports_before: usize,
}

/// What a text holds.
#[derive(Default)]
pub(crate) struct FlatText {
    pub(crate) blocks: Vec<FlatBlock>,
    /// In the order in which they are written.
    pub(crate) footnotes: Vec<FlatFootnote>,
}

/// The blocks and footnotes of a text, with links not yet checked.
pub(crate) fn read(written: &SourceText<'_>, findings: &Findings) -> FlatText {
    let masked = mask::masked(&written.text);
    let mut reader = BlockReader {
        written,
        masked: &masked,
        findings,
        reports: 0,
        out: FlatText::default(),
        open: None,
        containers: Vec::new(),
        begun: 0,
        broken: None,
        footnote: None,
        skip: 0,
        labels: BTreeSet::new(),
    };
    let mut events = Parser::new_ext(&masked, OPTIONS).into_offset_iter();
    for (event, source) in events.by_ref() {
        reader.read(event, source);
    }
    reader.check_definitions(events.reference_definitions());
    reader.end_breaks();
    reader.out
}

struct BlockReader<'w, 'a> {
    written: &'w SourceText<'a>,
    /// The same text, byte for byte, without the bars of mentions in tables.
    masked: &'w str,
    findings: &'w Findings,
    /// How much it has reported.
    reports: usize,
    out: FlatText,
    open: Option<OpenBlock>,
    containers: Vec<OpenContainer>,
    /// How many containers have begun.
    begun: u32,
    /// A section break that waits for the block behind it: in how many containers it stands, and where.
    broken: Option<(usize, Range<usize>)>,
    /// The footnote that is read.
    footnote: Option<FlatFootnote>,
    /// How deep we are in something refused whole.
    skip: usize,
    /// Of link definitions that a link refers to, in lower case.
    labels: BTreeSet<String>,
}

struct OpenBlock {
    form: Form,
    builder: FlatBuilder,
    /// Cells of a table that are whole.
    cells: Vec<Flat>,
    aligns: Vec<Align>,
    figure: Option<FlatFigure>,
    /// Where the last line that was begun begins in the text.
    line: usize,
    source: Range<usize>,
    reports_before: usize,
}

struct OpenContainer {
    container: Container,
    source: Range<usize>,
    blocks_before: usize,
}

impl BlockReader<'_, '_> {
    fn read(&mut self, event: Event<'_>, source: Range<usize>) {
        match event {
            Event::Start(_) if self.skip > 0 => self.skip += 1,
            Event::End(_) if self.skip > 0 => self.skip -= 1,
            _ if self.skip > 0 => {}
            Event::Start(tag) => self.start(tag, source),
            Event::End(tag) => self.end(tag, source),
            Event::Text(words) => self.words(&words, source),
            Event::Code(words) => self.code(&words, source),
            Event::HardBreak => self.hard_break(source),
            Event::SoftBreak => {
                self.check_definition(source.clone());
                let block = self.block(&source);
                block.builder.space(source);
                block.line = block.builder.length();
            }
            Event::FootnoteReference(label) => {
                self.builder(&source).footnote_reference(&label, source);
            }
            Event::Rule => self.section_break(source),
            Event::InlineHtml(tag) if is_break(&tag) => self.hard_break(source),
            Event::InlineHtml(tag) if script_tags::is_tag(&tag) => self.words(&tag, source),
            Event::InlineHtml(_) | Event::Html(_) => self.refuse_html(source),
            // Extensions, all of them off.
            _ => self.refuse("this", source, "write plain CommonMark"),
        }
    }

    fn start(&mut self, tag: Tag<'_>, source: Range<usize>) {
        if self.footnote.is_some() && self.is_refused_in_footnote(&tag, &source) {
            self.skip = 1;
            return;
        }
        if self.is_too_deep(&tag, &source) {
            self.skip = 1;
            return;
        }
        match tag {
            Tag::Paragraph => self.open_block(Form::Paragraph, &source),
            Tag::Heading { level, .. } => self.heading(level, source),
            Tag::BlockQuote(_) => self.open_container(ContainerKind::Quotation, source),
            Tag::List(first) => {
                let first = first.map(|number| number as u32);
                self.open_container(ContainerKind::List { first }, source);
            }
            Tag::Item => self.open_container(ContainerKind::Item, source),
            Tag::FootnoteDefinition(label) => self.open_footnote(&label, source),
            Tag::CodeBlock(kind) => self.preformatted(&kind, source),
            Tag::Table(aligns) => {
                let columns = aligns.len() as u32;
                self.open_block(Form::Table { columns }, &source);
                self.block(&source).aligns = aligns.into_iter().map(align).collect();
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
            Tag::HtmlBlock => {
                self.refuse_html(source);
                self.skip = 1;
            }
            Tag::Image { link_type, id, .. } => {
                self.labels.insert(id.to_lowercase());
                self.image(link_type, source);
            }
            tag => self.start_style(tag, source),
        }
    }

    fn end(&mut self, tag: TagEnd, source: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Table => self.close_block(),
            TagEnd::Heading(_) => {
                self.close_block();
                self.check_underline(source);
            }
            TagEnd::BlockQuote(_) => self.end_quotation(),
            TagEnd::List(_) => {
                self.close_container();
            }
            TagEnd::Item => self.end_item(source),
            TagEnd::FootnoteDefinition => self.end_footnote(source),
            TagEnd::TableCell => self.end_cell(source),
            TagEnd::TableHead | TagEnd::TableRow => self.check_row(source),
            TagEnd::Emphasis | TagEnd::Strong => self.builder(&source).end(),
            TagEnd::Strikethrough => self.end_strike(source),
            TagEnd::Link => {
                self.builder(&source).end();
                self.check_link(&source);
            }
            _ => {}
        }
    }

    /// A definition that no link uses would take its line out of the text unseen.
    fn check_definitions(&mut self, definitions: &RefDefs<'_>) {
        for (label, definition) in definitions.iter() {
            if !self.labels.contains(&label.to_lowercase()) {
                let message = format!("no link refers to `[{label}]`");
                let bracket = self.written.typed("\\[");
                let help = format!("write `{bracket}{label}]` if these are words of the text");
                self.report("broken-link", definition.span.clone(), message, help);
            }
        }
    }

    /// Words of an event as the author wrote them.
    fn unmasked<'t>(&'t self, words: &'t str, source: &Range<usize>) -> Cow<'t, str> {
        mask::unmasked(words, source, self.masked, &self.written.text)
    }
}

/// `<br>`, which Markdown has no sign for in a cell.
fn is_break(tag: &str) -> bool {
    let name = tag
        .trim_start_matches('<')
        .trim_end_matches(['/', '>', ' ']);
    name.eq_ignore_ascii_case("br")
}

fn align(written: Alignment) -> Align {
    match written {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}

/// The language that a fenced block is said to be in.
fn info(kind: &CodeBlockKind<'_>) -> Option<String> {
    match kind {
        CodeBlockKind::Indented => None,
        CodeBlockKind::Fenced(info) => Some(info.to_string()),
    }
}

fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let line = text[range.clone()].lines().next().unwrap_or_default();
    range.start..range.start + line.len()
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + text[range.clone()].trim_end().len()
}
