//! Tables of a document.

use roxmltree::Node;

use crate::import::document::{Block, Inline};
use crate::import::docx::body::{Out, Reader};
use crate::import::docx::xml;
use crate::import::flatten;

/// Columns over which a cell may reach.
const SPAN: usize = 100;

impl Reader<'_, '_, '_, '_> {
    pub(super) fn table(&mut self, node: Node<'_, '_>, out: &mut Out) {
        let is_kept = |row: &Node<'_, '_>| {
            let properties = xml::child(*row, "trPr");
            properties.is_none_or(|properties| xml::child(properties, "del").is_none())
        };
        let rows = xml::through(node).filter(|row| xml::is(*row, "tr"));
        let (rows, deleted): (Vec<_>, Vec<_>) = rows.partition(is_kept);
        self.changes += deleted.len();
        let cells = |row: Node<'_, '_>| {
            let cells = xml::through(row).filter(|cell| xml::is(*cell, "tc"));
            cells.count()
        };
        let is_nested = node.descendants().skip(1).any(|one| xml::is(one, "tbl"));
        let is_placing = is_nested || rows.iter().map(|row| cells(*row)).sum::<usize>() <= 1;
        let mut table: Vec<Vec<Vec<Inline>>> = Vec::new();
        let mut figures = Vec::new();
        for row in rows {
            let mut line = Vec::new();
            let before = xml::value(xml::child(row, "trPr"), "gridBefore");
            line.resize(number(before, 0), Vec::new());
            for cell in xml::through(row).filter(|cell| xml::is(*cell, "tc")) {
                let properties = xml::child(cell, "tcPr");
                let span = number(xml::value(properties, "gridSpan"), 1).max(1);
                let merge = properties.and_then(|properties| xml::child(properties, "vMerge"));
                let goes_on = merge.is_some_and(|merge| xml::attr(merge, "val") != Some("restart"));
                let blocks = if goes_on {
                    Vec::new()
                } else {
                    self.blocks(cell)
                };
                if is_placing {
                    blocks.into_iter().for_each(|block| out.push(block));
                    continue;
                }
                line.push(flatten::cell(blocks, &mut figures));
                line.resize(line.len() + span - 1, Vec::new());
            }
            table.push(line);
        }
        if !is_placing {
            out.push(Block::table(table));
        }
        figures
            .into_iter()
            .for_each(|figure| out.push(Block::Figure(figure)));
    }
}

fn number(value: Option<&str>, otherwise: usize) -> usize {
    let number = value.and_then(|value| value.parse().ok());
    number.unwrap_or(otherwise).min(SPAN)
}
