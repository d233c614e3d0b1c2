//! The events of a parser as blocks and words.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

use crate::import::document::{Block, Figure, Inline, Style, is_empty};
use crate::import::flatten;
use crate::import::markdown::frames::{Frame, Words};
use crate::import::markdown::known::Entities;
use crate::import::markdown::note::Note;
use crate::import::markdown::signs::{self, OPTIONS};
use crate::import::pictures::Pictures;
use crate::import::target::Target;

/// Blocks in each other, and styles; deeper ones are read as the ones around them.
const DEPTH: usize = 40;

/// Languages of code that other programs carry out.
const CARRIED_OUT: [&str; 9] = [
    "dataview",
    "dataviewjs",
    "mermaid",
    "query",
    "tasks",
    "base",
    "math",
    "plantuml",
    "graphviz",
];

/// What a text is made of.
pub(super) struct Built {
    pub(super) blocks: Vec<Block>,
    pub(super) footnotes: Vec<Vec<Vec<Inline>>>,
}

pub(super) struct Builder<'b, 'i, 'f> {
    pub(super) note: &'b Note,
    pub(super) known: &'b mut Entities,
    pub(super) pictures: &'b mut Pictures<'i>,
    pub(super) target: &'b mut Target<'f>,
    frames: Vec<(Frame, Vec<Block>)>,
    pub(super) words: Vec<(Words, Vec<Inline>)>,
    code: Option<(String, String)>,
    html: Option<String>,
    labels: BTreeMap<String, usize>,
    footnotes: Vec<Vec<Vec<Inline>>>,
    pub(super) figures: Vec<Figure>,
    pub(super) line: usize,
}

impl<'b, 'i, 'f> Builder<'b, 'i, 'f> {
    pub(super) fn new(
        note: &'b Note,
        known: &'b mut Entities,
        pictures: &'b mut Pictures<'i>,
        target: &'b mut Target<'f>,
    ) -> Self {
        Self {
            note,
            known,
            pictures,
            target,
            frames: vec![(Frame::Text, Vec::new())],
            words: Vec::new(),
            code: None,
            html: None,
            labels: BTreeMap::new(),
            footnotes: Vec::new(),
            figures: Vec::new(),
            line: 0,
        }
    }

    pub(super) fn build(mut self) -> Built {
        let note = self.note;
        let (mut at, mut line) = (0, note.lines + 1);
        for (event, range) in Parser::new_ext(&note.body, OPTIONS).into_offset_iter() {
            if range.start > at {
                line += note.body[at..range.start].matches('\n').count();
                at = range.start;
            }
            self.line = line;
            self.read(event);
        }
        self.end_paragraph();
        let blocks = self
            .frames
            .into_iter()
            .next()
            .map_or(Vec::new(), |(_, blocks)| blocks);
        Built {
            blocks,
            footnotes: self.footnotes,
        }
    }

    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match (&mut self.code, &mut self.html) {
                (Some((_, code)), _) => code.push_str(&text),
                (None, Some(html)) => html.push_str(&text),
                (None, None) => self.push(Inline::Words(signs::unmarked(&text))),
            },
            Event::Code(text) => self.push(Inline::Code(text.into_string())),
            Event::Html(text) => match &mut self.html {
                Some(html) => html.push_str(&text),
                None => self.tag(&text),
            },
            Event::InlineHtml(tag) => self.tag(&tag),
            Event::SoftBreak => self.push(Inline::Words(" ".to_owned())),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => {
                self.end_paragraph();
                self.block(Block::Break);
            }
            Event::FootnoteReference(label) => {
                let row = self.row(&label);
                self.push(Inline::Footnote(row));
            }
            Event::TaskListMarker(is_done) => {
                let sign = if is_done { "☑ " } else { "☐ " };
                self.push(Inline::Words(sign.to_owned()));
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.push(Inline::Code(text.into_string()));
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.begin_words(Words::Paragraph),
            Tag::Heading { level, .. } => self.begin_words(Words::Heading(level as u8)),
            Tag::BlockQuote(_) => self.begin(Frame::Quotation),
            Tag::List(first) => self.begin(Frame::List(first, Vec::new())),
            Tag::Item => self.begin(Frame::Entry),
            Tag::FootnoteDefinition(label) => self.begin(Frame::Footnote(label.into_string())),
            Tag::CodeBlock(kind) => {
                self.end_paragraph();
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info
                        .split([' ', ',', '{'])
                        .next()
                        .unwrap_or_default()
                        .to_lowercase(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((language, String::new()));
            }
            Tag::HtmlBlock => {
                self.end_paragraph();
                self.html = Some(String::new());
            }
            Tag::Table(_) => self.begin(Frame::Table(Vec::new())),
            Tag::TableHead | Tag::TableRow => {
                if let Some((Frame::Table(rows), _)) = self.frames.last_mut() {
                    rows.push(Vec::new());
                }
            }
            Tag::TableCell => self.words.push((Words::Cell, Vec::new())),
            Tag::Emphasis => self.begin_style(Words::Styled(Style::Emphasis)),
            Tag::Strong => self.begin_style(Words::Styled(Style::Strong)),
            Tag::Strikethrough => self.begin_style(Words::Styled(Style::Struck)),
            Tag::Superscript => self.begin_style(Words::Styled(Style::Higher)),
            Tag::Subscript => self.begin_style(Words::Styled(Style::Lower)),
            Tag::Link {
                link_type: LinkType::WikiLink { has_pothole },
                dest_url,
                ..
            } => {
                let id = self.known.meant(signs::target(&dest_url), self.target);
                if has_pothole {
                    self.begin_style(id.map_or(Words::Plain, Words::Mention));
                } else {
                    let words = signs::target(&dest_url);
                    let words = words.rsplit('/').next().unwrap_or(words).to_owned();
                    self.begin_style(Words::Bare(id, words));
                }
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let link = self.link(link_type, &dest_url);
                self.begin_style(link);
            }
            Tag::Image { dest_url, .. } => self.begin_style(Words::Picture(dest_url.into_string())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.end_paragraph(),
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table => {
                self.end_paragraph();
                self.end_frame();
            }
            TagEnd::CodeBlock => {
                if let Some((language, code)) = self.code.take() {
                    if CARRIED_OUT.contains(&&*language) {
                        self.leave(
                            &format!("a block of `{language}`"),
                            "put what it shows into the text",
                        );
                    } else {
                        self.block(Block::Code(code));
                    }
                }
            }
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    self.html_block(&html);
                }
            }
            TagEnd::TableCell => {
                let words = self.words.pop().map_or(Vec::new(), |(_, words)| words);
                if let Some((Frame::Table(rows), _)) = self.frames.last_mut()
                    && let Some(row) = rows.last_mut()
                {
                    row.push(words);
                }
            }
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => self.end_style(),
            _ => {}
        }
    }

    fn begin(&mut self, frame: Frame) {
        self.end_paragraph();
        self.frames.push((frame, Vec::new()));
    }

    fn end_frame(&mut self) {
        if self.frames.len() < 2 {
            return;
        }
        let Some((frame, mut blocks)) = self.frames.pop() else {
            return;
        };
        // What stands deeper than anybody means is read as what is around it.
        let is_deep = self.frames.len() > DEPTH;
        match frame {
            Frame::Text => {}
            Frame::Quotation | Frame::Entry if is_deep => self.extend(blocks),
            Frame::List(_, entries) if is_deep => {
                self.extend(entries.into_iter().flatten().chain(blocks).collect());
            }
            Frame::Quotation => {
                signs::uncalled(&mut blocks);
                self.block(Block::Quotation(blocks));
            }
            Frame::Entry => match self.frames.last_mut() {
                Some((Frame::List(_, entries), _)) => entries.push(blocks),
                _ => self.extend(blocks),
            },
            Frame::List(first, mut entries) => {
                entries.extend((!blocks.is_empty()).then_some(blocks));
                let first = first.map(|first| u32::try_from(first).unwrap_or(1));
                self.block(Block::List { first, entries });
            }
            Frame::Footnote(label) => {
                let row = self.row(&label);
                let mut figures = Vec::new();
                self.footnotes[row] = flatten::paragraphs(blocks, &mut figures);
                self.extend(figures.into_iter().map(Block::Figure).collect());
            }
            Frame::Table(rows) => self.block(Block::table(rows)),
        }
    }

    fn extend(&mut self, blocks: Vec<Block>) {
        if let Some((_, outer)) = self.frames.last_mut() {
            outer.extend(blocks);
        }
    }

    pub(super) fn block(&mut self, block: Block) {
        self.extend(vec![block]);
    }

    fn begin_words(&mut self, words: Words) {
        self.end_paragraph();
        self.words.push((words, Vec::new()));
    }

    pub(super) fn begin_style(&mut self, words: Words) {
        if self.words.is_empty() {
            self.words.push((Words::Paragraph, Vec::new()));
        }
        self.words.push((words, Vec::new()));
    }

    pub(super) fn push(&mut self, inline: Inline) {
        if self.words.is_empty() {
            // Entries of a tight list have no paragraphs of their own.
            self.words.push((Words::Paragraph, Vec::new()));
        }
        if let Some((_, words)) = self.words.last_mut() {
            words.push(inline);
        }
    }

    pub(super) fn end_style(&mut self) {
        if self.words.len() < 2 {
            return;
        }
        let Some((kind, inner)) = self.words.pop() else {
            return;
        };
        if let Words::Picture(address) = kind {
            return self.picture(&address, &inner);
        }
        let is_deep = self.words.len() > DEPTH;
        let Some((_, outer)) = self.words.last_mut() else {
            return;
        };
        match kind {
            Words::Styled(style) if !is_deep => outer.push(Inline::Styled(style, inner)),
            Words::Link(url) if !is_deep => outer.push(Inline::Link(url, inner)),
            Words::Mention(id) if !is_deep => outer.push(Inline::Mention(id, inner)),
            Words::Bare(id, words) => {
                let words = vec![Inline::Words(words)];
                match id {
                    Some(id) => outer.push(Inline::Mention(id, words)),
                    None => outer.extend(words),
                }
            }
            _ => outer.extend(inner),
        }
    }

    /// Closes what words are open.
    fn end_paragraph(&mut self) {
        while self.words.len() > 1 {
            self.end_style();
        }
        let Some((kind, mut words)) = self.words.pop() else {
            return;
        };
        if let Some(Inline::Words(last)) = words.last_mut() {
            *last = signs::unnamed(last).to_owned();
        }
        if !is_empty(&words) {
            self.block(match kind {
                Words::Heading(level) => Block::Heading { level, words },
                _ => Block::Paragraph(words),
            });
        }
        for figure in std::mem::take(&mut self.figures) {
            self.block(Block::Figure(figure));
        }
    }

    fn row(&mut self, label: &str) -> usize {
        let label = label.to_lowercase();
        *self.labels.entry(label).or_insert_with(|| {
            self.footnotes.push(Vec::new());
            self.footnotes.len() - 1
        })
    }
}
