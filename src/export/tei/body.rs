//! The blocks of an article: divisions below headings, paragraphs, quotations, lists, figures, tables.

use std::collections::BTreeSet;

use crate::export::public::Public;
use crate::export::tei::inlines::Inlines;
use crate::export::tei::naming::text_id;
use crate::export::xml::Xml;
use crate::model::site::{Article, Block, Container, ContainerKind, Form};

/// A text that is written.
pub(super) struct Body<'x, 'a> {
    xml: &'x mut Xml,
    public: &'x Public<'a>,
    article: &'a Article,
    inlines: Inlines<'x, 'a>,
    /// Levels of the headings whose divisions are open.
    divisions: Vec<u8>,
    /// Containers that are open, the outermost first.
    within: Vec<Container>,
}

impl<'x, 'a> Body<'x, 'a> {
    pub(super) fn new(xml: &'x mut Xml, public: &'x Public<'a>, article: &'a Article) -> Self {
        Self {
            xml,
            public,
            article,
            inlines: Inlines {
                public,
                article,
                seen: BTreeSet::new(),
                told: BTreeSet::new(),
            },
            divisions: Vec::new(),
            within: Vec::new(),
        }
    }

    pub(super) fn write(mut self) {
        let article = self.article;
        for (row, block) in article.blocks.iter().enumerate() {
            self.enter(block);
            self.block(block, row + 1);
            self.xml.line();
        }
        self.leave(0);
        self.end_divisions(0);
    }

    /// Closes the containers that a block does not stand in, and opens those that it does.
    fn enter(&mut self, block: &Block) {
        let both = self.within.iter().zip(&block.within);
        let shared = both.take_while(|(one, other)| one == other).count();
        self.leave(shared);
        if let Form::Heading(level) = block.form
            && block.within.is_empty()
        {
            self.end_divisions(level);
            self.xml.open("div", &[]);
            self.divisions.push(level);
        }
        for container in &block.within[shared..] {
            let (name, attribute) = element_of(container.kind);
            self.xml.open(name, &[attribute]);
            self.within.push(*container);
        }
    }

    fn leave(&mut self, shared: usize) {
        while self.within.len() > shared {
            if let Some(container) = self.within.pop() {
                self.xml.close(element_of(container.kind).0);
                self.xml.line();
            }
        }
    }

    /// Ends the divisions of a level and below.
    fn end_divisions(&mut self, level: u8) {
        while self.divisions.last().is_some_and(|open| *open >= level) {
            self.divisions.pop();
            self.xml.close("div");
            self.xml.line();
        }
    }

    fn block(&mut self, block: &Block, number: usize) {
        let id = text_id(&self.article.slug, &format!("p{number}"));
        let id = ("xml:id", Some(&*id));
        let (name, rend) = match block.form {
            Form::Title => ("head", None),
            Form::Heading(_) if block.within.is_empty() => ("head", None),
            Form::Heading(_) => ("p", Some("heading")),
            Form::Paragraph => ("p", None),
            Form::Attribution => ("p", Some("attribution")),
            Form::Preformatted => ("ab", Some("preformatted")),
            Form::Figure => return self.figure(block, id),
            Form::Table { columns } => return self.table(block, columns, id),
        };
        self.xml.open(name, &[id, ("rend", rend)]);
        self.inlines.run(self.xml, &block.text, 0);
        self.xml.close(name);
    }

    fn figure(&mut self, block: &Block, id: (&str, Option<&str>)) {
        self.xml.open("figure", &[id]);
        if let Some(image) = &block.image {
            let named = |words: &str| self.public.index.private.named_in(words);
            if !named(&image.file) {
                self.xml.empty("graphic", &[("url", Some(&image.file))]);
            }
            if !named(&image.alt) {
                self.xml.element("figDesc", &[], &image.alt);
            }
        }
        if !block.text.is_empty() {
            self.xml.open("p", &[]);
            self.inlines.run(self.xml, &block.text, 0);
            self.xml.close("p");
        }
        self.xml.close("figure");
    }

    fn table(&mut self, block: &Block, columns: u32, id: (&str, Option<&str>)) {
        self.xml.open("table", &[id]);
        let columns = (columns as usize).max(1);
        for (row, cells) in block.text.chunks(columns).enumerate() {
            let role = (row == 0).then_some("label");
            self.xml.open("row", &[("role", role)]);
            for cell in cells {
                self.xml.open("cell", &[]);
                self.inlines.run(self.xml, std::slice::from_ref(cell), 0);
                self.xml.close("cell");
            }
            self.xml.close("row");
        }
        self.xml.close("table");
    }
}

/// The element of a container, and what tells it from others of its name.
fn element_of(kind: ContainerKind) -> (&'static str, (&'static str, Option<&'static str>)) {
    match kind {
        ContainerKind::Quotation => ("quote", ("type", None)),
        ContainerKind::PullQuotation => ("quote", ("type", Some("pull"))),
        ContainerKind::List { first } => ("list", ("rend", first.map(|_| "numbered"))),
        ContainerKind::Item => ("item", ("rend", None)),
    }
}
