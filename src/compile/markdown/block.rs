//! Opening and closing blocks.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

use crate::compile::emphasis;
use crate::compile::flat::{Flat, InlineStyle};
use crate::compile::flat_builder::FlatBuilder;
use crate::compile::markdown::quotation::with_dash;
use crate::compile::markdown::{BlockReader, FlatBlock, OpenBlock, info};
use crate::compile::raw_marks::{self, Setting};
use crate::compile::{bare_links, script_tags, scripts};
use crate::model::site::Form;
use crate::model::text::Align;

/// Languages of drawings and queries that other programs carry out.
const CARRIED_OUT: [&str; 6] = [
    "mermaid", "math", "dataview", "plantuml", "graphviz", "query",
];

impl BlockReader<'_, '_> {
    pub(super) fn open_block(&mut self, form: Form, source: &Range<usize>) {
        self.close_block();
        self.open = Some(OpenBlock {
            form,
            builder: FlatBuilder::default(),
            cells: Vec::new(),
            aligns: Vec::new(),
            figure: None,
            line: 0,
            source: source.clone(),
            reports_before: self.reports,
        });
    }

    /// The open block; entries of a tight list open theirs only here.
    pub(super) fn block(&mut self, source: &Range<usize>) -> &mut OpenBlock {
        if self.open.is_none() {
            self.open_block(Form::Paragraph, source);
        }
        let block = self.open.as_mut().expect("a block was opened just above");
        block.source.end = block.source.end.max(source.end);
        block
    }

    /// The open block's text.
    pub(super) fn builder(&mut self, source: &Range<usize>) -> &mut FlatBuilder {
        &mut self.block(source).builder
    }

    pub(super) fn preformatted(&mut self, kind: &CodeBlockKind<'_>, source: Range<usize>) {
        let text = &self.written.text;
        match info(kind) {
            Some(info) => {
                self.check_fence(&source);
                let language = info.split([' ', ',', '{']).next().unwrap_or_default();
                if CARRIED_OUT.contains(&&*language.to_lowercase()) {
                    let line = super::first_line(text, source.clone());
                    let message = format!("`{language}` is not carried out here");
                    let help = format!(
                        "leave the block out, or leave out `{language}`, and its letters are shown"
                    );
                    self.report("other-dialect", line, message, help);
                }
            }
            None => {
                let start = text[..source.start].rfind('\n').map_or(0, |at| at + 1);
                let part = super::trimmed(text, source.clone());
                let message = "lines indented by four spaces are set letter for letter";
                let help = "begin them at the margin, or put a line of ``` above and below";
                let plain = text[start..part.end].lines().map(str::trim_start);
                let plain: Vec<_> = plain.collect();
                let change = self.written.change(start..part.end, &plain.join("\n"));
                let span = self.written.span_of(part);
                let report = self.findings.warning("indented-text", &span, message);
                // In a quotation or list signs of its own stand before the lines.
                report
                    .changes(self.containers.is_empty().then_some(change))
                    .help(help);
            }
        }
        self.open_block(Form::Preformatted, &source);
    }

    /// Sets the block's text and puts it among the others.
    pub(super) fn close_block(&mut self) {
        let Some(block) = self.open.take() else {
            return;
        };
        let OpenBlock {
            form,
            mut builder,
            cells,
            aligns,
            figure,
            line,
            source,
            reports_before,
        } = block;
        if let Some(figure) = figure {
            return self.close_figure(figure, source);
        }
        let is_told = self.reports > reports_before;
        if form == Form::Paragraph {
            self.check_parted_line(&source);
        }
        if form == Form::Paragraph && !is_told && self.refuses_stray_picture(&source) {
            return self.push(form, vec![Flat::default()], aligns, source, reports_before);
        }
        if form == Form::Preformatted {
            builder.end_code();
        }
        let flat = builder.finish();
        if let Form::Table { .. } = form {
            return self.push(form, cells, aligns, source, reports_before);
        }
        if let Some((said, by)) = self.attributed(form, &flat, line, &source) {
            self.push(form, vec![said.0], Vec::new(), said.1, reports_before);
            let (form, reports) = (Form::Attribution, self.reports);
            return self.push(form, vec![by.0], Vec::new(), by.1, reports);
        }
        let form = self.form_in_quotation(form, &flat, &source);
        let flat = match form {
            Form::Attribution => with_dash(flat),
            _ => flat,
        };
        self.push(form, vec![flat], aligns, source, reports_before);
    }

    fn push(
        &mut self,
        form: Form,
        flats: Vec<Flat>,
        aligns: Vec<Align>,
        source: Range<usize>,
        reports_before: usize,
    ) {
        let mut flats: Vec<_> = flats
            .into_iter()
            .map(|flat| match form {
                Form::Preformatted => flat,
                _ => {
                    let flat = emphasis::closed(flat);
                    self.check_addresses(&flat);
                    scripts::set(script_tags::set(bare_links::set(flat)))
                }
            })
            .collect();
        let setting = Setting {
            form,
            inside: self.containers.last().map(|open| open.container.kind),
        };
        for flat in &flats {
            raw_marks::check(setting, flat, self.written, self.findings);
            for tag in script_tags::stray(flat) {
                self.refuse_html(flat.source(tag));
            }
        }
        let is_empty = |flat: &Flat| flat.text.trim().is_empty();
        if flats.iter().all(is_empty) && reports_before == self.reports {
            let (what, help) = ("a block without words", "write its words or leave it out");
            self.refuse(what, source.clone(), help);
        }
        if let Some(footnote) = &mut self.footnote {
            footnote.paragraphs.append(&mut flats);
            return;
        }
        let containers = self.containers.iter();
        let parted = self.broken.take().map(|(depth, _)| depth as u32);
        self.out.blocks.push(FlatBlock {
            form,
            within: containers.map(|open| open.container).collect(),
            parted,
            flats,
            aligns,
            figure: None,
            source,
        });
    }

    /// Words set letter for letter.
    pub(super) fn code(&mut self, words: &str, source: Range<usize>) {
        let words = self.unmasked(words, &source).into_owned();
        self.builder(&source)
            .leaf(&words, InlineStyle::Code, source);
    }
}
