//! What ends a quotation: who said it, in a last line that begins with a dash; and whether it is a pull quotation, all of
//! it bold.

use std::ops::Range;

use crate::compile::flat::{Edits, Flat, InlineStyle, InlineStyles};
use crate::compile::markdown::BlockReader;
use crate::model::site::{ContainerKind, Form};

/// A part of a block with where it stands.
type Part = (Flat, Range<usize>);

impl BlockReader<'_, '_> {
    /// A paragraph whose last line says who said it, cut before that line.
    pub(super) fn attributed(
        &self,
        form: Form,
        flat: &Flat,
        line: usize,
        source: &Range<usize>,
    ) -> Option<(Part, Part)> {
        let ends = form == Form::Paragraph && line > 0 && self.ends_quotation(source);
        if !ends || dash(flat.text.get(line..)?).is_none() {
            return None;
        }
        let styles = InlineStyles::of(flat);
        let mut styles_there = styles.touching(line - 1..line + 1);
        if styles_there.any(|(range, _)| range.start < line && line < range.end) {
            return None;
        }
        let before = flat.text[..line].trim_end().len();
        let first = source.start..flat.source(0..before).end;
        let last = flat.source(line..flat.text.len()).start..source.end;
        let words = flat.slice(0..before, &styles);
        let name = flat.slice(line..flat.text.len(), &styles);
        Some(((words, first), (with_dash(name), last)))
    }

    /// The form of a paragraph that is the attribution of what was quoted before it.
    pub(super) fn form_in_quotation(&self, form: Form, flat: &Flat, source: &Range<usize>) -> Form {
        let is_one = form == Form::Paragraph
            && dash(&flat.text).is_some()
            && self.ends_quotation(source)
            && self
                .containers
                .last()
                .is_some_and(|open| open.blocks_before < self.out.blocks.len());
        if is_one { Form::Attribution } else { form }
    }

    /// Whether a quotation ends with a paragraph, and only one of its lines begins with a dash: in speech each does.
    fn ends_quotation(&self, source: &Range<usize>) -> bool {
        let Some(open) = self.containers.last() else {
            return false;
        };
        let text = &self.written.text;
        let rest = text.get(source.end..open.source.end).unwrap_or_default();
        let lines = text[open.source.clone()].lines();
        let dashes = lines.filter(|line| {
            let words = line.trim_start_matches(['>', ' ', '\t']);
            dash(words.trim_start_matches(['*', '_'])).is_some()
        });
        open.container.kind == ContainerKind::Quotation
            && rest.chars().all(|c| c == '>' || c.is_whitespace())
            && dashes.count() == 1
    }

    pub(super) fn end_quotation(&mut self) {
        let Some(open) = self.close_container() else {
            return;
        };
        let depth = self.containers.len();
        let blocks = &mut self.out.blocks[open.blocks_before..];
        let is_pulled = |block: &super::FlatBlock| match block.form {
            Form::Attribution => true,
            Form::Paragraph => {
                block.within.len() == depth + 1 && all_bold(&block.flats[0]).is_some()
            }
            _ => false,
        };
        let words = blocks.iter().any(|block| block.form == Form::Paragraph);
        if !words || !blocks.iter().all(is_pulled) {
            return;
        }
        for block in blocks {
            block.within[depth].kind = ContainerKind::PullQuotation;
            let bold = all_bold(&block.flats[0]);
            if let Some(row) = bold.filter(|_| block.form == Form::Paragraph) {
                block.flats[0].styles.remove(row);
            }
        }
    }
}

/// The row of the style that sets all of a text bold.
fn all_bold(flat: &Flat) -> Option<usize> {
    // An anchor behind them is no part of the words.
    let words = match flat.text.rsplit_once(" {#") {
        Some((words, name)) if name.trim_end().ends_with('}') => words,
        _ => &flat.text,
    };
    let words = words.trim();
    let start = flat.text.len() - flat.text.trim_start().len();
    let all = start..start + words.len();
    let mut styles = flat.styles.iter();
    styles.position(|(range, style)| {
        *style == InlineStyle::Strong && range.start <= all.start && range.end >= all.end
    })
}

/// How long the dash is by which an attribution begins.
pub(super) fn dash(line: &str) -> Option<usize> {
    let is_name = |rest: &str| {
        // In small letters or with a number a sentence goes on.
        rest.trim_start()
            .starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() || c == '[')
    };
    let rest = line.trim_start_matches(['—', '―']);
    if rest.len() < line.len() {
        return is_name(rest).then_some(line.len() - rest.len());
    }
    let signs = ["---", "--", "–"];
    let rest = signs.iter().find_map(|sign| line.strip_prefix(sign))?;
    (is_name(rest)).then_some(line.len() - rest.len())
}

/// Two or three hyphens stand for a dash.
pub(super) fn with_dash(flat: Flat) -> Flat {
    match dash(&flat.text) {
        Some(length) if flat.text.starts_with("--") => {
            flat.edit(&Edits::new(vec![(0..length, "—".to_owned())]))
        }
        _ => flat,
    }
}
