//! The paragraphs of a document as blocks.

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use roxmltree::{Node, NodeId};

use crate::import::document::{Block, Figure, Inline, is_empty, plain};
use crate::import::docx::fields::Fields;
use crate::import::docx::numbering::Numbering;
use crate::import::docx::package::{Links, Package};
use crate::import::docx::styles::{Role, Styles};
use crate::import::docx::xml;
use crate::import::imported::LeftOut;
use crate::import::list_items::{ListItem, nested};
use crate::import::pictures::Pictures;
use crate::import::target::Target;
use crate::import::value;

/// Boxes, cells and the like in each other; nobody means more.
const DEPTH: usize = 30;

/// A document while it is read.
pub(super) struct Reader<'r, 'p, 'i, 'f> {
    pub(super) file: &'r str,
    pub(super) package: &'r mut Package<'p>,
    pub(super) styles: &'r Styles,
    pub(super) pictures: &'r mut Pictures<'i>,
    pub(super) target: &'r mut Target<'f>,
    /// What the part that is read refers to.
    pub(super) links: Rc<Links>,
    /// Beginnings and ends of fields in it that have no other.
    pub(super) lone: Rc<HashSet<NodeId>>,
    pub(super) fields: Fields,
    /// Footnotes and endnotes (true) by their ids, each with its row in the order of their signs.
    pub(super) notes: BTreeMap<(bool, String), usize>,
    /// Pictures and boxes that wait for the end of their paragraph.
    pub(super) figures: Vec<Figure>,
    pub(super) boxes: Vec<Block>,
    pub(super) comments: usize,
    pub(super) changes: usize,
    pub(super) hidden: usize,
    pub(super) formulas: usize,
    pub(super) inner_links: usize,
    pub(super) depth: usize,
    /// Links and the like around the words that are read.
    pub(super) nested: usize,
    numbering: Numbering,
    contents: usize,
    title: Vec<Inline>,
    /// Words of paragraphs whose ends were deleted: they go on in the next.
    pending: Vec<Inline>,
    /// The last words that were read, to tell where something stands.
    last: String,
}

/// Blocks while they are made.
#[derive(Default)]
pub(super) struct Out {
    blocks: Vec<Block>,
    items: Vec<ListItem>,
}

impl Out {
    fn close_list(&mut self) {
        let items = std::mem::take(&mut self.items);
        self.blocks.extend(nested(items));
    }

    /// Adds a block; quotations and lines of code go on in the one before.
    pub(super) fn push(&mut self, block: Block) {
        self.close_list();
        match (self.blocks.last_mut(), block) {
            (Some(Block::Quotation(before)), Block::Quotation(blocks)) => before.extend(blocks),
            (Some(Block::Code(before)), Block::Code(text)) => {
                before.push('\n');
                before.push_str(&text);
            }
            (_, block) => self.blocks.push(block),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.close_list();
        self.blocks
    }
}

impl<'r, 'p, 'i, 'f> Reader<'r, 'p, 'i, 'f> {
    pub(super) fn new(
        file: &'r str,
        package: &'r mut Package<'p>,
        styles: &'r Styles,
        numbering: Numbering,
        pictures: &'r mut Pictures<'i>,
        target: &'r mut Target<'f>,
    ) -> Self {
        Self {
            file,
            package,
            styles,
            pictures,
            target,
            links: Rc::default(),
            lone: Rc::default(),
            fields: Fields::default(),
            notes: BTreeMap::new(),
            figures: Vec::new(),
            boxes: Vec::new(),
            comments: 0,
            changes: 0,
            hidden: 0,
            formulas: 0,
            inner_links: 0,
            depth: 0,
            nested: 0,
            numbering,
            contents: 0,
            title: Vec::new(),
            pending: Vec::new(),
            last: String::new(),
        }
    }

    pub(super) fn take_title(&mut self) -> Vec<Inline> {
        std::mem::take(&mut self.title)
    }

    /// The notes that the text has signs of, in the order of these.
    pub(super) fn notes(&self) -> Vec<(bool, String)> {
        let mut notes: Vec<_> = self.notes.iter().collect();
        notes.sort_unstable_by_key(|(_, row)| **row);
        notes.into_iter().map(|(note, _)| note.clone()).collect()
    }

    /// Goes on with another part of the document.
    pub(super) fn turn_to(&mut self, links: &Rc<Links>, lone: &Rc<HashSet<NodeId>>) {
        self.links = Rc::clone(links);
        self.lone = Rc::clone(lone);
        self.fields = Fields::default();
    }

    /// The blocks in an element: the body, a cell, a box, a note.
    pub(super) fn blocks(&mut self, node: Node<'_, '_>) -> Vec<Block> {
        let mut out = Out::default();
        if self.depth > DEPTH {
            self.leave(
                &format!("what stands in more than {DEPTH} boxes and cells"),
                "write it into the text by hand",
            );
            return Vec::new();
        }
        self.depth += 1;
        // A paragraph around a box goes on behind it.
        let pending = std::mem::take(&mut self.pending);
        let (figures, boxes) = (
            std::mem::take(&mut self.figures),
            std::mem::take(&mut self.boxes),
        );
        self.sequence(node, &mut out);
        let left = std::mem::take(&mut self.pending);
        if !is_empty(&left) {
            out.push(Block::Paragraph(left));
        }
        self.hang(&mut out);
        (self.pending, self.figures, self.boxes) = (pending, figures, boxes);
        self.depth -= 1;
        out.finish()
    }

    fn sequence(&mut self, node: Node<'_, '_>, out: &mut Out) {
        for child in xml::through(node) {
            match xml::name(child) {
                "p" => self.paragraph(child, out),
                "tbl" => self.table(child, out),
                "del" | "moveFrom" => self.changes += 1,
                "docPartObj" => {}
                "altChunk" => self.leave(
                    "a part in another format (altChunk)",
                    "open the document in Word, save it again, and import that",
                ),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, out: &mut Out) {
        let properties = xml::child(node, "pPr");
        let style = xml::value(properties, "pStyle");
        let outline = xml::value(properties, "outlineLvl").and_then(|level| level.parse().ok());
        let role = self.styles.role(style, outline);
        let mut is_contents = role == Role::Contents || self.fields.is_contents();
        let mut words = std::mem::take(&mut self.pending);
        self.runs(node, None, &mut words);
        is_contents |= self.fields.is_contents();
        if is_contents {
            self.contents += usize::from(!is_empty(&words));
            return self.hang(out);
        }
        let mark = properties.and_then(|properties| xml::child(properties, "rPr"));
        if mark.is_some_and(|mark| xml::child(mark, "del").is_some()) {
            self.changes += 1;
            self.pending = words;
            return;
        }
        let text = plain(&words);
        if is_empty(&words) {
            return self.hang(out);
        }
        self.last = value::short(&text);
        let list = self.list(properties, style);
        match role {
            Role::Title if self.title.is_empty() => self.title = words,
            Role::Heading(level) => out.push(Block::Heading { level, words }),
            Role::Quotation => out.push(Block::Quotation(vec![Block::Paragraph(words)])),
            Role::Code => out.push(Block::Code(lines(&words))),
            Role::Caption if self.is_caption(out) => caption(out, words),
            _ if value::is_rule(&text) => out.push(Block::Break),
            _ => match list.and_then(|(list, level)| self.numbering.count(&list, level)) {
                Some(sign) => out.items.push(ListItem {
                    level: sign.level,
                    number: sign.number,
                    blocks: vec![Block::Paragraph(words)],
                }),
                None => out.push(Block::Paragraph(words)),
            },
        }
        self.hang(out);
    }

    /// The list that a paragraph is an entry of, and its level.
    fn list(
        &self,
        properties: Option<Node<'_, '_>>,
        style: Option<&str>,
    ) -> Option<(String, usize)> {
        let own = properties.and_then(|properties| xml::child(properties, "numPr"));
        let level = xml::value(own, "ilvl").and_then(|level| level.parse::<usize>().ok());
        let by_style = self.styles.list(style);
        if let Some(list) = xml::value(own, "numId") {
            return Some((list.to_owned(), level.unwrap_or(0)));
        }
        by_style.map(|(list, by_style)| (list.to_owned(), level.unwrap_or(by_style)))
    }

    /// Whether the words of a caption stand right below a picture.
    fn is_caption(&self, out: &Out) -> bool {
        let last = out.blocks.last();
        out.items.is_empty()
            && matches!(last, Some(Block::Figure(figure)) if figure.caption.is_empty())
    }

    /// Puts pictures and boxes behind the paragraph that they stood in.
    fn hang(&mut self, out: &mut Out) {
        for figure in std::mem::take(&mut self.figures) {
            out.push(Block::Figure(figure));
        }
        for block in std::mem::take(&mut self.boxes) {
            out.push(block);
        }
    }

    /// Tells what was not taken.
    pub(super) fn leave(&mut self, what: &str, cure: &str) {
        let place = if self.last.is_empty() {
            "at its beginning".to_owned()
        } else {
            format!("behind \"{}\"", self.last)
        };
        self.target.leave_out(LeftOut {
            file: self.file.to_owned(),
            place,
            what: what.to_owned(),
            cure: cure.to_owned(),
        });
    }

    /// Says what was not taken of the whole, and what the author should look at.
    pub(super) fn tell(&mut self) {
        let counts = [
            (self.comments, "comment", ""),
            (
                self.hidden,
                "hidden word or phrase",
                "show it in Word (Font, Hidden) if it belongs to the text",
            ),
            (self.contents, "line of a table of contents", ""),
        ];
        for (count, what, cure) in counts.into_iter().filter(|(count, ..)| *count > 0) {
            let what = what.replacen(
                "word or phrase",
                if count == 1 { "phrase" } else { "phrases" },
                1,
            );
            let what = match (count, what.strip_prefix("line of")) {
                (1, _) => format!("1 {what}"),
                (_, Some(rest)) => format!("{count} lines of{rest}"),
                (_, None) if what.ends_with('s') => format!("{count} {what}"),
                (_, None) => format!("{count} {what}s"),
            };
            self.target.leave_out(LeftOut {
                file: self.file.to_owned(),
                place: String::new(),
                what,
                cure: cure.to_owned(),
            });
        }
        let file = self.file;
        if self.changes > 0 {
            self.target.note(format!(
                "{} of `{file}` settled: what was inserted is taken, what was deleted is not",
                value::counted(self.changes, "tracked change")
            ));
        }
        if self.formulas > 0 {
            self.target.note(format!(
                "of {} in `{file}` the letters alone are taken; write what they say in words or signs",
                value::counted(self.formulas, "formula")
            ));
        }
        if self.inner_links > 0 {
            self.target.note(format!(
                "of {} in `{}` that would lead to places within it or beside it the words alone are taken",
                value::counted(self.inner_links, "link"),
                file
            ));
        }
    }
}

fn caption(out: &mut Out, words: Vec<Inline>) {
    if let Some(Block::Figure(figure)) = out.blocks.last_mut() {
        figure.caption = words;
    }
}

/// Words letter for letter.
fn lines(words: &[Inline]) -> String {
    let mut text = String::new();
    for inline in words {
        match inline {
            Inline::Break => text.push('\n'),
            other => text.push_str(&plain(std::slice::from_ref(other))),
        }
    }
    text
}
