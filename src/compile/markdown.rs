//! CommonMark in, blocks of flat text out; what an article cannot hold becomes findings.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Parser, RefDefs, Tag, TagEnd};

use crate::compile::emphasis;
use crate::compile::findings::Findings;
use crate::compile::flat::{Flat, InlineStyle};
use crate::compile::flat_builder::FlatBuilder;
use crate::compile::raw_marks;
use crate::compile::source_text::SourceText;
use crate::model::site::Form;

/// A block as it was written.
pub(crate) struct FlatBlock {
    pub(crate) form: Form,
    pub(crate) flat: Flat,
    /// Bytes of the written text.
    pub(crate) source: Range<usize>,
}

/// The blocks of a text, with links not yet checked.
pub(crate) fn blocks(written: &SourceText<'_>, findings: &Findings) -> Vec<FlatBlock> {
    let mut reader = BlockReader {
        written,
        findings,
        reports: 0,
        blocks: Vec::new(),
        open: None,
        containers: Vec::new(),
        skip: 0,
        labels: BTreeSet::new(),
    };
    let mut events = Parser::new(&written.text).into_offset_iter();
    for (event, source) in events.by_ref() {
        reader.read(event, source);
    }
    reader.check_definitions(events.reference_definitions());
    reader.blocks
}

struct BlockReader<'w, 'a> {
    written: &'w SourceText<'a>,
    findings: &'w Findings,
    /// How much it has reported.
    reports: usize,
    blocks: Vec<FlatBlock>,
    open: Option<OpenBlock>,
    containers: Vec<Container>,
    /// How deep we are in something refused whole.
    skip: usize,
    /// Of link definitions that a link refers to, in lower case.
    labels: BTreeSet<String>,
}

struct OpenBlock {
    form: Form,
    builder: FlatBuilder,
    source: Range<usize>,
    reports_before: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Container {
    Quotation,
    List {
        ordered: bool,
    },
    Item {
        blocks_before: usize,
        paragraphs: usize,
    },
}

impl BlockReader<'_, '_> {
    fn read(&mut self, event: Event<'_>, source: Range<usize>) {
        match event {
            Event::Start(_) if self.skip > 0 => self.skip += 1,
            Event::End(_) if self.skip > 0 => self.skip -= 1,
            _ if self.skip > 0 => {}
            Event::Start(tag) => self.start(tag, source),
            Event::End(tag) => self.end(tag, source),
            Event::Text(words) => {
                let text = &self.written.text;
                self.builder(&source).words(&words, text, source);
            }
            Event::Code(words) => self
                .builder(&source)
                .leaf(&words, InlineStyle::Code, source),
            Event::HardBreak => self.builder(&source).leaf("\n", InlineStyle::Break, source),
            Event::SoftBreak => self.builder(&source).space(source),
            Event::Rule => self.refuse(
                "a thematic break",
                source,
                "leave the line out; headings divide an article",
            ),
            Event::InlineHtml(_) | Event::Html(_) => self.refuse_html(source),
            // Extensions, all of them off.
            _ => self.refuse("this", source, "write plain CommonMark"),
        }
    }

    fn start(&mut self, tag: Tag<'_>, source: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(source),
            Tag::Heading { level, .. } => self.heading(level, source),
            Tag::BlockQuote(_) => self.container(Container::Quotation, "a quotation", source),
            Tag::List(start) => self.list(start, source),
            Tag::Item => self.containers.push(Container::Item {
                blocks_before: self.blocks.len(),
                paragraphs: 0,
            }),
            Tag::Emphasis => self.builder(&source).begin(InlineStyle::Emphasis),
            Tag::Strong => {
                if self.builder(&source).is_in(&InlineStyle::Strong) {
                    self.refuse_bold(source.clone());
                }
                self.builder(&source).begin(InlineStyle::Strong);
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => {
                self.labels.insert(id.to_lowercase());
                if !title.is_empty() {
                    let help = "leave out the quoted words";
                    self.refuse("a link's title", source.clone(), help);
                }
                let style = self.link(link_type, &dest_url, &source);
                self.builder(&source).begin(style);
            }
            Tag::CodeBlock(_) => {
                let help = "begin the line at the margin, without ``` around it";
                self.refuse("a code block", source, help);
                self.skip = 1;
            }
            Tag::HtmlBlock => {
                self.refuse_html(source);
                self.skip = 1;
            }
            Tag::Image { .. } => {
                let help = "give an entity an `image`; an article holds words only";
                self.builder(&source);
                self.refuse("an image", source, help);
                self.skip = 1;
            }
            _ => self.refuse("this", source, "write plain CommonMark"),
        }
    }

    fn end(&mut self, tag: TagEnd, source: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.close_block(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) => {
                self.close_block();
                self.containers.pop();
            }
            TagEnd::Item => self.end_item(source),
            TagEnd::Emphasis | TagEnd::Strong => self.builder(&source).end(),
            TagEnd::Link => {
                self.builder(&source).end();
                self.check_link(&source);
            }
            _ => {}
        }
    }

    fn link(&mut self, kind: LinkType, url: &str, source: &Range<usize>) -> InlineStyle {
        if !self.check_link(source) {
            // Nobody will see it; any style but a link, whose address would be faulted too.
            return InlineStyle::Emphasis;
        }
        match kind {
            LinkType::Email => InlineStyle::Link(format!("mailto:{url}")),
            _ => InlineStyle::Link(url.to_owned()),
        }
    }

    /// Whether a link is no mention that happens to read as one.
    fn check_link(&mut self, source: &Range<usize>) -> bool {
        let is_mention = self.written.text[source.clone()].starts_with("[[");
        if is_mention {
            self.report(
                "mention-in-link",
                source.clone(),
                "brackets and parentheses make this a link, not a mention",
                format!("write `{}` after the brackets", self.written.typed("\\(")),
            );
        }
        !is_mention
    }

    fn heading(&mut self, level: HeadingLevel, source: Range<usize>) {
        self.close_block();
        if level == HeadingLevel::H1 {
            let help = "write `##`; the title stands in the front matter";
            self.refuse("a heading of level 1", source.clone(), help);
        }
        if !self.containers.is_empty() {
            let what = "a heading within a list or quotation";
            self.refuse(what, source.clone(), "write it as a paragraph");
        }
        self.open(Form::Heading(level as u8), source);
    }

    fn list(&mut self, start: Option<u64>, source: Range<usize>) {
        if let Some(number) = start.filter(|number| *number != 1) {
            let dot = self.written.typed("\\.");
            let help = format!("write `{number}{dot}` if no list is meant, else count from 1");
            let line = first_line(&self.written.text, source.clone());
            self.refuse("a list that does not count from 1", line, &help);
        }
        let ordered = start.is_some();
        self.container(Container::List { ordered }, "a list", source);
    }

    fn container(&mut self, container: Container, name: &str, source: Range<usize>) {
        self.close_block();
        if !self.containers.is_empty() {
            let what = format!("{name} within a list or quotation");
            let line = first_line(&self.written.text, source);
            self.refuse(&what, line, "begin it at the margin, after an empty line");
        }
        self.containers.push(container);
    }

    fn paragraph(&mut self, source: Range<usize>) {
        if let Some(Container::Item { paragraphs, .. }) = self.containers.last_mut() {
            *paragraphs += 1;
            if *paragraphs > 1 {
                let what = "a second paragraph of an entry";
                self.refuse(what, source.clone(), "write one paragraph an entry");
            }
        }
        self.open_block(&source);
    }

    fn end_item(&mut self, source: Range<usize>) {
        self.close_block();
        if let Some(Container::Item { blocks_before, .. }) = self.containers.pop()
            && self.blocks.len() == blocks_before
        {
            let line = first_line(&self.written.text, source);
            let (what, help) = ("an entry without words", "write its words or leave it out");
            self.refuse(what, line, help);
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

    /// Opens a block of the form that its containers give it.
    fn open_block(&mut self, source: &Range<usize>) {
        self.close_block();
        let ordered = |container: &Container| match container {
            Container::List { ordered } => Some(*ordered),
            _ => None,
        };
        let form = match self.containers.last() {
            None => Form::Paragraph,
            Some(Container::Quotation) => Form::Quotation,
            Some(_) => Form::Item {
                ordered: self.containers.iter().rev().find_map(ordered) == Some(true),
            },
        };
        self.open(form, source.clone());
    }

    fn open(&mut self, form: Form, source: Range<usize>) {
        self.open = Some(OpenBlock {
            form,
            builder: FlatBuilder::default(),
            source,
            reports_before: self.reports,
        });
    }

    fn close_block(&mut self) {
        let Some(block) = self.open.take() else {
            return;
        };
        let flat = emphasis::closed(block.builder.finish());
        raw_marks::check(block.form, &flat, self.written, self.findings);
        if flat.text.trim().is_empty() && block.reports_before == self.reports {
            let (what, help) = ("a block without words", "write its words or leave it out");
            self.refuse(what, block.source.clone(), help);
        }
        self.blocks.push(FlatBlock {
            form: block.form,
            flat,
            source: block.source,
        });
    }

    /// The open block's text; entries of a tight list open theirs only here.
    fn builder(&mut self, source: &Range<usize>) -> &mut FlatBuilder {
        if self.open.is_none() {
            self.open_block(source);
        }
        let block = self.open.as_mut().expect("a block was opened just above");
        block.source.end = block.source.end.max(source.end);
        &mut block.builder
    }

    fn refuse_html(&mut self, source: Range<usize>) {
        let source = trimmed(&self.written.text, source);
        let sign = self.written.typed("\\<");
        let change = self.written.change(source.start..source.start + 1, "\\<");
        let span = self.written.span_of(source);
        self.findings
            .error("raw-html", &span, "HTML is not read here")
            .change(change)
            .help(format!("write Markdown, or `{sign}` for the sign itself"));
        self.reports += 1;
    }

    /// Nobody means bold in bold: CommonMark takes a `**` for an opening one where the author closed.
    fn refuse_bold(&mut self, source: Range<usize>) {
        let help = "put signs of punctuation outside the bold words: `**words**.`, or leave out the inner `**`";
        let message =
            "bold begins within bold here: `**` between a sign and a letter closes nothing";
        self.report("stray-mark", source.start..source.start + 2, message, help);
    }

    fn refuse(&mut self, what: &str, source: Range<usize>, help: &str) {
        let source = trimmed(&self.written.text, source);
        let message = format!("{what} has no place here");
        self.report("unsupported-markdown", source, message, help);
    }

    fn report(
        &mut self,
        code: &'static str,
        source: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let span = self.written.span_of(source);
        self.findings.error(code, &span, message).help(help);
        self.reports += 1;
    }
}

fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let line = text[range.clone()].lines().next().unwrap_or_default();
    range.start..range.start + line.len()
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + text[range.clone()].trim_end().len()
}
