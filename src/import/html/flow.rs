//! Elements of a page as blocks, in the order in which they are read.

use crate::import::document::{Block, Figure, Inline, Style, is_empty};
use crate::import::flatten;
use crate::import::html::css::{Rules, Setting};
use crate::import::html::footnotes::Footnotes;
use crate::import::html::origin::Origin;
use crate::import::html::reason::Unread;
use crate::import::html::tree::Tree;
use crate::import::pictures::Pictures;
use crate::import::target::Target;
use crate::import::value;

/// Elements that a browser shows in a box or frame of their own.
const FRAMES: [&str; 6] = ["iframe", "video", "audio", "object", "embed", "canvas"];

/// Elements that stand for themselves.
const BLOCKS: [&str; 38] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "blockquote",
    "pre",
    "hr",
    "figure",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "address",
    "details",
    "summary",
    "aside",
    "center",
    "menu",
    "dir",
    "fieldset",
    "form",
    "nav",
    "dialog",
    "body",
    "figcaption",
    "caption",
];

/// A page while it is read.
pub(super) struct Reader<'t, 'p, 'i, 'f> {
    pub(super) tree: &'t Tree,
    pub(super) origin: Origin,
    pub(super) file: &'t str,
    pub(super) is_french: bool,
    pub(super) pictures: &'p mut Pictures<'i>,
    pub(super) target: &'p mut Target<'f>,
    pub(super) footnotes: Footnotes,
    /// Pictures that wait for the end of their paragraph.
    pub(super) figures: Vec<Figure>,
    pub(super) comments: usize,
    pub(super) deletions: usize,
    pub(super) inner_links: usize,
    /// Parts that were passed over.
    pub(super) unread: Vec<(Unread, usize)>,
    /// How many words the article has with all of that.
    pub(super) length: usize,
    rules: Rules,
    title: Vec<Inline>,
    title_node: Option<usize>,
    pub(super) bold: Vec<String>,
}

impl<'t, 'p, 'i, 'f> Reader<'t, 'p, 'i, 'f> {
    pub(super) fn new(
        tree: &'t Tree,
        origin: Origin,
        file: &'t str,
        language: Option<&str>,
        pictures: &'p mut Pictures<'i>,
        target: &'p mut Target<'f>,
    ) -> Self {
        Self {
            tree,
            origin,
            file,
            is_french: language.is_some_and(|language| language.starts_with("fr")),
            pictures,
            target,
            footnotes: Footnotes::of(tree),
            figures: Vec::new(),
            comments: 0,
            deletions: 0,
            inner_links: 0,
            unread: Vec::new(),
            length: 0,
            rules: Rules::of(tree),
            title: Vec::new(),
            title_node: None,
            bold: Vec::new(),
        }
    }

    /// The blocks of the article that an element holds; its title is kept apart.
    pub(super) fn article(&mut self, root: usize) -> Vec<Block> {
        self.length = self.tree.count_words(root);
        self.title_node = self.title_in(root);
        self.comments += self.footnotes.comments;
        self.flow(root, &Setting::default())
    }

    pub(super) fn take_title(&mut self) -> Vec<Inline> {
        std::mem::take(&mut self.title)
    }

    /// The words of the footnotes, by their rows.
    pub(super) fn take_footnotes(&mut self) -> Vec<Vec<Vec<Inline>>> {
        let bodies = self.footnotes.bodies.clone();
        let mut notes = Vec::new();
        for body in bodies {
            let blocks = self.flow(body, &Setting::default());
            let mut figures = Vec::new();
            notes.push(flatten::paragraphs(blocks, &mut figures));
            for figure in figures {
                self.left(
                    body,
                    &format!("a picture in a footnote, `{}`", figure.file),
                    "write it into the text",
                );
            }
        }
        notes
    }

    /// The blocks of an element, none if it is not for reading.
    pub(super) fn flow_shown(&mut self, node: usize, set: &Setting) -> Vec<Block> {
        if self.is_shown(node, set) {
            self.flow(node, set)
        } else {
            Vec::new()
        }
    }

    /// Whether an element is for reading; `set` is the setting around it.
    pub(super) fn is_shown(&mut self, node: usize, set: &Setting) -> bool {
        let own = self.rules.setting(self.tree, node, set);
        !self.passes(node, &own)
    }

    /// The blocks of an element.
    pub(super) fn flow(&mut self, node: usize, set: &Setting) -> Vec<Block> {
        let mut out = Vec::new();
        let mut words = Vec::new();
        let mut set = self.rules.setting(self.tree, node, set);
        set.hidden = false;
        self.sequence(self.tree.children(node), &set, &mut words, &mut out);
        self.flush(&mut words, &mut out);
        out
    }

    /// Reads elements one after the other; words go on in those that are open.
    pub(super) fn sequence(
        &mut self,
        children: &'t [usize],
        set: &Setting,
        words: &mut Vec<Inline>,
        out: &mut Vec<Block>,
    ) {
        let mut row = 0;
        while row < children.len() {
            let items = self.list_items(&children[row..], set);
            if let Some((length, items)) = items {
                self.flush(words, out);
                out.extend(crate::import::list_items::nested(items));
                row += length;
                continue;
            }
            self.step(children[row], set, words, out);
            row += 1;
        }
    }

    fn step(&mut self, node: usize, set: &Setting, words: &mut Vec<Inline>, out: &mut Vec<Block>) {
        if let Some(text) = self.tree.text(node) {
            self.words(text, set, words);
            return;
        }
        let name = self.tree.name(node);
        if FRAMES.contains(&name) || name == "math" {
            return self.leave_frame(node, name);
        }
        let mut set = self.rules.setting(self.tree, node, set);
        if self.passes(node, &set) {
            return;
        }
        set.hidden = false;
        match name {
            "br" => {
                if matches!(words.last(), Some(Inline::Break)) {
                    self.flush(words, out);
                } else {
                    words.push(Inline::Break);
                }
            }
            "img" => self.image(node, words),
            "a" => self.anchor(node, &set, words, out),
            "del" if self.origin != Origin::Web => self.deletions += 1,
            "q" => {
                words.push(Inline::Words("“".to_owned()));
                self.sequence(self.tree.children(node), &set, words, out);
                words.push(Inline::Words("”".to_owned()));
            }
            "rt" => {
                words.push(Inline::Words("(".to_owned()));
                self.sequence(self.tree.children(node), &set, words, out);
                words.push(Inline::Words(")".to_owned()));
            }
            _ if BLOCKS.contains(&name) => {
                self.flush(words, out);
                self.block(node, name, &set, out);
            }
            "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" => {
                self.flush(words, out);
                self.sequence(self.tree.children(node), &set, words, out);
                self.flush(words, out);
            }
            _ => self.sequence(self.tree.children(node), &set, words, out),
        }
    }

    fn block(&mut self, node: usize, name: &str, set: &Setting, out: &mut Vec<Block>) {
        let children = self.tree.children(node);
        let class = |start: &str| {
            self.tree
                .classes(node)
                .any(|class| class.starts_with(start))
        };
        if Some(node) == self.title_node {
            let mut title = Vec::new();
            self.sequence(children, &Setting::default(), &mut title, out);
            self.title = title;
            return self.hang_figures(out);
        }
        match name {
            "hr" => out.push(Block::Break),
            "ul" | "ol" | "menu" | "dir" => {
                let list = self.list(node, name == "ol", set);
                out.push(list);
            }
            "table" => self.table(node, set, out),
            "blockquote" => {
                let inner = self.flow(node, set);
                out.push(Block::Quotation(inner));
            }
            "pre" => {
                let text = self.letters(node);
                out.push(Block::Code(text));
            }
            "figure" => self.figure(node, set, out),
            "dt" | "summary" => self.paragraphs(children, set, out, |words| {
                Block::Paragraph(vec![Inline::Styled(Style::Strong, words)])
            }),
            _ => {
                let level = self.heading_level(node, name);
                if let Some(level) = level {
                    self.paragraphs(children, set, out, |words| Block::Heading { level, words });
                } else if class("MsoQuote") || class("MsoIntenseQuote") {
                    let inner = self.flow(node, set);
                    out.push(Block::Quotation(inner));
                } else {
                    let mut words = Vec::new();
                    self.sequence(children, set, &mut words, out);
                    self.flush(&mut words, out);
                }
            }
        }
    }

    /// Blocks of a kind from the paragraphs of an element.
    fn paragraphs(
        &mut self,
        children: &'t [usize],
        set: &Setting,
        out: &mut Vec<Block>,
        make: impl Fn(Vec<Inline>) -> Block,
    ) {
        let mut inner = Vec::new();
        let mut words = Vec::new();
        self.sequence(children, set, &mut words, &mut inner);
        if !is_empty(&words) {
            inner.push(Block::Paragraph(words));
        }
        for block in inner {
            out.push(match block {
                Block::Paragraph(words) => make(words),
                other => other,
            });
        }
        self.hang_figures(out);
    }

    /// The level of what is a heading by its tag or class.
    fn heading_level(&self, node: usize, name: &str) -> Option<u8> {
        let by_tag = name.strip_prefix('h').and_then(|level| level.parse().ok());
        by_tag.or_else(|| {
            let mut classes = self.tree.classes(node);
            classes.find_map(|class| class.strip_prefix("MsoHeading")?.parse().ok())
        })
    }

    /// Closes a paragraph.
    pub(super) fn flush(&mut self, words: &mut Vec<Inline>, out: &mut Vec<Block>) {
        let words = std::mem::take(words);
        if !is_empty(&words) {
            if let Some(bold) = bold_alone(&words) {
                self.bold.push(bold);
            }
            let is_rule = value::is_rule(&crate::import::document::plain(&words));
            out.push(if is_rule {
                Block::Break
            } else {
                Block::Paragraph(words)
            });
        }
        self.hang_figures(out);
    }

    fn hang_figures(&mut self, out: &mut Vec<Block>) {
        out.extend(self.figures.drain(..).map(Block::Figure));
    }

    /// Text letter for letter.
    fn letters(&self, node: usize) -> String {
        let mut text = String::new();
        for one in self.tree.within(node) {
            text.push_str(self.tree.text(one).unwrap_or_default());
            if self.tree.name(one) == "br" {
                text.push('\n');
            }
        }
        text
    }
}

/// The words of a short paragraph that is bold alone, without the sign that ends a sentence.
fn bold_alone(words: &[Inline]) -> Option<String> {
    const LONGEST: usize = 80;
    let text = crate::import::document::plain(words);
    let text = text.trim();
    let is_bold = words.iter().all(|one| match one {
        Inline::Styled(Style::Strong, _) => true,
        Inline::Words(text) => text.trim().is_empty(),
        _ => false,
    });
    let is_short =
        text.chars().count() <= LONGEST && !text.ends_with(['.', ':', '!', '?', ';', ',']);
    (is_bold && is_short && !text.is_empty()).then(|| text.to_owned())
}
