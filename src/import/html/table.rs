//! Tables of a page, told from those that only place things beside each other.

use crate::import::document::{Block, Inline};
use crate::import::flatten;
use crate::import::html::css::Setting;
use crate::import::html::flow::Reader;

/// Columns and rows over which a cell may reach; no table is wider.
const SPAN: usize = 100;

impl<'t> Reader<'t, '_, '_, '_> {
    pub(super) fn table(&mut self, node: usize, set: &Setting, out: &mut Vec<Block>) {
        let mut rows = self.rows(node);
        rows.retain(|cells| {
            let row = cells.first().and_then(|cell| self.tree.parent(*cell));
            row.is_none_or(|row| self.is_shown(row, set))
        });
        let is_within = |name: &str| {
            self.tree
                .within(node)
                .skip(1)
                .any(|one| self.tree.name(one) == name)
        };
        let cells: usize = rows.iter().map(Vec::len).sum();
        let is_placing = matches!(self.tree.attr(node, "role"), Some("presentation" | "none"));
        if is_placing || cells <= 1 || is_within("table") || is_within("h1") || is_within("h2") {
            for cell in rows.iter().flatten() {
                let blocks = self.flow_shown(*cell, set);
                out.extend(blocks);
            }
            return;
        }
        let mut figures = Vec::new();
        let captions = self
            .tree
            .children(node)
            .iter()
            .filter(|child| self.tree.name(**child) == "caption");
        for caption in captions.copied().collect::<Vec<_>>() {
            let blocks = self.flow(caption, set);
            out.extend(blocks);
        }
        let mut table: Vec<Vec<Vec<Inline>>> = Vec::new();
        // How many more rows each column is covered by a cell from above.
        let mut covered: Vec<usize> = Vec::new();
        for row in rows {
            let mut line: Vec<Vec<Inline>> = Vec::new();
            for cell in row {
                skip_covered(&mut line, &mut covered);
                let span = |key| {
                    let span = self
                        .tree
                        .attr(cell, key)
                        .and_then(|span| span.trim().parse::<usize>().ok());
                    span.unwrap_or(1).clamp(1, SPAN)
                };
                let (columns, down) = (span("colspan"), span("rowspan"));
                let blocks = self.flow_shown(
                    cell,
                    &Setting {
                        strong: false,
                        ..set.clone()
                    },
                );
                line.push(flatten::cell(blocks, &mut figures));
                line.resize(line.len() + columns - 1, Vec::new());
                covered.resize(covered.len().max(line.len()), 0);
                covered[line.len() - columns..line.len()].fill(down - 1);
            }
            skip_covered(&mut line, &mut covered);
            table.push(line);
        }
        out.push(Block::table(table));
        out.extend(figures.into_iter().map(Block::Figure));
    }

    /// The cells of each row, the head first.
    fn rows(&self, table: usize) -> Vec<Vec<usize>> {
        let named = |node: usize, names: &'static [&'static str]| {
            let children = self.tree.children(node).iter().copied();
            children.filter(move |child| names.contains(&self.tree.name(*child)))
        };
        let mut rows = Vec::new();
        let mut parts: Vec<_> = named(table, &["thead", "tbody", "tfoot", "tr"]).collect();
        // A foot may be written before what it stands below.
        parts.sort_by_key(|part| self.tree.name(*part) == "tfoot");
        for part in parts {
            if self.tree.name(part) == "tr" {
                rows.push(part);
            } else {
                rows.extend(named(part, &["tr"]));
            }
        }
        let cells = rows
            .into_iter()
            .map(|row| named(row, &["td", "th"]).collect::<Vec<_>>());
        cells.filter(|cells| !cells.is_empty()).collect()
    }
}

/// Puts empty cells where cells from above reach down.
fn skip_covered(line: &mut Vec<Vec<Inline>>, covered: &mut [usize]) {
    while let Some(down) = covered.get_mut(line.len()).filter(|down| **down > 0) {
        *down -= 1;
        line.push(Vec::new());
    }
}
