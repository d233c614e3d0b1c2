//! Quotations, lists and their entries, and the section breaks between blocks.

use std::ops::Range;

use crate::compile::markdown::{BlockReader, OpenContainer, first_line};
use crate::model::site::{Container, ContainerKind};

impl BlockReader<'_, '_> {
    pub(super) fn open_container(&mut self, kind: ContainerKind, source: Range<usize>) {
        self.close_block();
        self.begun += 1;
        self.containers.push(OpenContainer {
            container: Container {
                kind,
                number: self.begun,
            },
            source,
            blocks_before: self.out.blocks.len(),
        });
    }

    pub(super) fn close_container(&mut self) -> Option<OpenContainer> {
        self.close_block();
        let closed = self.containers.pop();
        if let Some((depth, _)) = &mut self.broken {
            *depth = self.containers.len().min(*depth);
        }
        closed
    }

    pub(super) fn end_item(&mut self, source: Range<usize>) {
        let Some(item) = self.close_container() else {
            return;
        };
        if self.out.blocks.len() == item.blocks_before {
            let line = first_line(&self.written.text, source);
            let (what, help) = ("an entry without words", "write its words or leave it out");
            self.refuse(what, line, help);
        }
    }

    pub(super) fn section_break(&mut self, source: Range<usize>) {
        self.close_block();
        if self.footnote.is_some() {
            let help = "leave the line out";
            return self.refuse("a section break in a footnote", source, help);
        }
        self.end_breaks();
        self.broken = Some((self.containers.len(), source));
    }

    /// Says that the last section break is one for nothing: there is no block behind it, before another or the end.
    pub(super) fn end_breaks(&mut self) {
        let Some((_, source)) = self.broken.take() else {
            return;
        };
        let line = first_line(&self.written.text, source);
        let span = self.written.span_of(line.clone());
        let message = "no text stands between this section break and the next one or the end";
        let report = self.findings.warning("idle-break", &span, message);
        report
            .change(self.written.change(line, ""))
            .help("leave the line out");
    }
}
