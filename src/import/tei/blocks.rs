//! Blocks of TEI: headings, paragraphs, verse, speeches, quotations, lists, tables.

use roxmltree::Node;

use crate::import::document::{Block, Inline, Style};
use crate::import::faults::Fault;
use crate::import::target::Target;
use crate::import::tei::inlines::{Inlines, tidied};
use crate::import::tei::names::Names;
use crate::import::tei::node::is;

/// What makes a block of its own.
const BLOCKS: [&str; 28] = [
    "p",
    "ab",
    "lg",
    "l",
    "sp",
    "list",
    "table",
    "div",
    "div1",
    "div2",
    "div3",
    "div4",
    "head",
    "figure",
    "eg",
    "egXML",
    "cit",
    "floatingText",
    "epigraph",
    "listBibl",
    "listPerson",
    "listPlace",
    "listOrg",
    "opener",
    "closer",
    "salute",
    "signed",
    "trailer",
];

/// What makes blocks.
pub(super) struct Blocks<'n> {
    inlines: Inlines<'n>,
    faults: Vec<Fault>,
}

impl<'n> Blocks<'n> {
    pub(super) fn new(names: &'n mut Names, target: &'n Target<'n>) -> Self {
        Self {
            inlines: Inlines::new(names, target),
            faults: Vec::new(),
        }
    }

    /// The blocks of a text.
    pub(super) fn read(&mut self, body: Node<'_, '_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.within(body, 2, &mut blocks);
        blocks
    }

    pub(super) fn take_footnotes(&mut self) -> Vec<Vec<Vec<Inline>>> {
        std::mem::take(&mut self.inlines.notes)
    }

    pub(super) fn take_faults(&mut self) -> Vec<Fault> {
        let left = std::mem::take(&mut self.inlines.left);
        let left = left
            .into_iter()
            .map(|(line, what)| Fault::on(line, what, "put it in by hand"));
        let mut faults = std::mem::take(&mut self.faults);
        faults.extend(left);
        faults
    }

    /// The blocks of a node's children; words between them are paragraphs. `level` is that of a heading right here.
    fn within(&mut self, node: Node<'_, '_>, level: u8, out: &mut Vec<Block>) {
        let mut loose = Vec::new();
        for child in node.children() {
            if child.is_element()
                && (BLOCKS.contains(&child.tag_name().name()) || holds_blocks(child))
            {
                flush(&mut loose, out);
                self.block(child, level, out);
            } else if is(child, "note") && loose.is_empty() {
                let sign = self.inlines.of(child);
                append(sign, out);
            } else {
                loose.extend(self.inlines.of(child));
            }
        }
        flush(&mut loose, out);
    }

    fn block(&mut self, node: Node<'_, '_>, level: u8, out: &mut Vec<Block>) {
        match node.tag_name().name() {
            "div" | "div1" | "div2" | "div3" | "div4" => {
                let has_head = node.children().any(|child| is(child, "head"));
                self.within(node, level.min(5) + u8::from(has_head), out);
            }
            "head" => {
                let words = tidied(self.inlines.within(node));
                if !words.is_empty() {
                    out.push(Block::Heading {
                        level: level.max(2) - 1,
                        words,
                    });
                }
            }
            "lg" => self.verse(node, out),
            "l" => push(self.inlines.within(node), out),
            "sp" => self.speech(node, level, out),
            "list" => self.list(node, level, out),
            "table" => self.table(node, out),
            "quote" | "q" | "cit" | "epigraph" | "said" => {
                let mut inner = Vec::new();
                self.within(node, level, &mut inner);
                if !inner.is_empty() {
                    out.push(Block::Quotation(inner));
                }
            }
            "eg" | "egXML" => {
                let text: String = node
                    .descendants()
                    .filter_map(|node| node.text().filter(|_| node.is_text()))
                    .collect();
                if !text.trim().is_empty() {
                    out.push(Block::Code(text.trim_matches('\n').to_owned()));
                }
            }
            "figure" => {
                self.inlines.of(node);
            }
            "listPerson" | "listPlace" | "listOrg" => {}
            "listBibl" => {
                let place = node.document().text_pos_at(node.range().start);
                let cure = "import the works as BibTeX, RIS or CSL JSON";
                self.faults
                    .push(Fault::on(place.row as usize, "a list of works", cure));
            }
            _ => self.within(node, level, out),
        }
    }

    /// Lines of verse are lines of one paragraph.
    fn verse(&mut self, node: Node<'_, '_>, out: &mut Vec<Block>) {
        let mut lines: Vec<Inline> = Vec::new();
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "l" => {
                    if !lines.is_empty() {
                        lines.push(Inline::Break);
                    }
                    lines.extend(tidied(self.inlines.within(child)));
                }
                "lg" => {
                    push(std::mem::take(&mut lines), out);
                    self.verse(child, out);
                }
                "head" => {
                    let words = tidied(self.inlines.within(child));
                    push(vec![Inline::Styled(Style::Strong, words)], out);
                }
                _ => lines.extend(self.inlines.of(child)),
            }
        }
        push(lines, out);
    }

    /// Who speaks stands before the words.
    fn speech(&mut self, node: Node<'_, '_>, level: u8, out: &mut Vec<Block>) {
        let speaker = node.children().find(|child| is(*child, "speaker"));
        let first = out.len();
        for child in node
            .children()
            .filter(|child| child.is_element() && !is(*child, "speaker"))
        {
            self.block(child, level, out);
        }
        let Some(speaker) = speaker else { return };
        let name = tidied(self.inlines.within(speaker));
        let lead = vec![
            Inline::Styled(Style::Strong, name),
            Inline::Words(" ".to_owned()),
        ];
        match out.get_mut(first) {
            Some(Block::Paragraph(words)) => {
                words.splice(0..0, lead);
            }
            _ => push(lead, out),
        }
    }

    fn list(&mut self, node: Node<'_, '_>, level: u8, out: &mut Vec<Block>) {
        let says = [node.attribute("type"), node.attribute("rend")];
        let says = says.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let is_numbered =
            says.contains("ordered") && !says.contains("unordered") || says.contains("number");
        let mut entries = Vec::new();
        let mut label: Vec<Inline> = Vec::new();
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "head" => push(self.inlines.within(child), out),
                "label" => label = tidied(self.inlines.within(child)),
                "item" => {
                    let mut blocks = Vec::new();
                    self.within(child, level, &mut blocks);
                    if !label.is_empty() {
                        let mut lead =
                            vec![Inline::Styled(Style::Strong, std::mem::take(&mut label))];
                        lead.push(Inline::Words(" ".to_owned()));
                        match blocks.first_mut() {
                            Some(Block::Paragraph(words)) => {
                                words.splice(0..0, lead);
                            }
                            _ => blocks.insert(0, Block::Paragraph(lead)),
                        }
                    }
                    if !blocks.is_empty() {
                        entries.push(blocks);
                    }
                }
                _ => {}
            }
        }
        if !entries.is_empty() {
            let first = is_numbered.then_some(1);
            out.push(Block::List { first, entries });
        }
    }

    fn table(&mut self, node: Node<'_, '_>, out: &mut Vec<Block>) {
        if let Some(head) = node.children().find(|child| is(*child, "head")) {
            push(self.inlines.within(head), out);
        }
        let rows = node.descendants().filter(|child| is(*child, "row"));
        let rows = rows.map(|row| {
            let cells = row.children().filter(|child| is(*child, "cell"));
            cells
                .map(|cell| tidied(self.inlines.within(cell)))
                .collect::<Vec<_>>()
        });
        let mut rows: Vec<_> = rows.filter(|row| !row.is_empty()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        for row in &mut rows {
            row.resize(columns, Vec::new());
        }
        if !rows.is_empty() {
            out.push(Block::table(rows));
        }
    }
}

/// Whether there are blocks in a node that is none itself.
fn holds_blocks(node: Node<'_, '_>) -> bool {
    if is(node, "note") {
        return false;
    }
    let is_block = |one: &Node<'_, '_>| {
        one.is_element() && BLOCKS.contains(&one.tag_name().name()) && !is(*one, "figure")
    };
    let mut blocks = node.descendants().skip(1).filter(is_block);
    blocks.any(|block| {
        let mut outer = block.ancestors().take_while(|outer| *outer != node);
        !outer.any(|outer| is(outer, "note"))
    })
}

fn flush(loose: &mut Vec<Inline>, out: &mut Vec<Block>) {
    push(std::mem::take(loose), out);
}

fn push(words: Vec<Inline>, out: &mut Vec<Block>) {
    let words = tidied(words);
    if !words.is_empty() {
        out.push(Block::Paragraph(words));
    }
}

/// Puts a sign behind the last paragraph.
fn append(sign: Vec<Inline>, out: &mut Vec<Block>) {
    match out.last_mut() {
        Some(Block::Paragraph(words)) => words.extend(sign),
        _ => push(sign, out),
    }
}
