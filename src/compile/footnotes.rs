//! The footnotes of an article: numbered in the order of their signs in the text, each read once its sign is.

use std::collections::BTreeMap;

use crate::compile::findings::Findings;
use crate::compile::flat::{Flat, FootnoteReference};
use crate::compile::inline::{self, Prose, Scope};
use crate::compile::markdown::FlatFootnote;
use crate::compile::naming::Naming;
use crate::compile::source_text::SourceText;
use crate::model::site::Footnote;
use crate::model::text::FootnoteSign;

/// The footnotes of an article, and what their signs have said of them so far.
pub(crate) struct Footnotes {
    written: Vec<FlatFootnote>,
    /// Rows of what is written, by label in lower case.
    labels: BTreeMap<String, usize>,
    /// Those that have signs, in the order of these: row, and the block of each sign.
    signed: Vec<(usize, Vec<u32>)>,
    /// Where each row stands among these.
    numbers: BTreeMap<usize, usize>,
}

impl Footnotes {
    /// What is written; of two with one label the second is a finding.
    pub(crate) fn new(
        written: Vec<FlatFootnote>,
        text: &SourceText<'_>,
        findings: &Findings,
    ) -> Self {
        let mut labels = BTreeMap::new();
        for (row, footnote) in written.iter().enumerate() {
            let label = footnote.label.to_lowercase();
            if *labels.entry(label).or_insert(row) != row {
                let message = format!("another footnote is called `[^{}]`", footnote.label);
                let span = text.span_of(footnote.sign.clone());
                findings
                    .error("duplicate-footnote", &span, message)
                    .help("give this one a label of its own, here and at its sign in the text");
            }
        }
        Self {
            written,
            labels,
            signed: Vec::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// What a sign in a block is: the number of its footnote, and which of its signs.
    pub(crate) fn sign(&mut self, sign: &FootnoteReference, block: u32) -> Option<FootnoteSign> {
        let row = *self.labels.get(&sign.label.to_lowercase())?;
        let number = *self.numbers.entry(row).or_insert_with(|| {
            self.signed.push((row, Vec::new()));
            self.signed.len() - 1
        });
        let blocks = &mut self.signed[number].1;
        blocks.push(block);
        Some(FootnoteSign {
            number: number as u32 + 1,
            occurrence: blocks.len() as u32,
        })
    }

    /// Reads those that have signs; `blocks` is how many the article has.
    pub(crate) fn read<'a>(
        mut self,
        text: &SourceText<'a>,
        blocks: u32,
        scope: Scope<'_, 'a>,
        named: &mut Vec<Naming<'a>>,
    ) -> Vec<Footnote> {
        self.check_signs(text, scope.findings());
        let footnotes = self.signed.into_iter().map(|(row, signs)| {
            let paragraphs = self.written[row].paragraphs.iter();
            let paragraphs = paragraphs.map(|flat| {
                let Prose { text, named: all } =
                    inline::read_in_article(flat, text, Some(blocks), scope);
                named.extend(all);
                text
            });
            Footnote {
                paragraphs: paragraphs.collect(),
                signs,
            }
        });
        footnotes.collect()
    }

    /// Lets links to anchors lead to their blocks.
    pub(crate) fn flats_mut(&mut self) -> impl Iterator<Item = &mut Flat> {
        self.written
            .iter_mut()
            .flat_map(|footnote| &mut footnote.paragraphs)
    }

    /// Says which footnotes nothing in the text leads to.
    fn check_signs(&mut self, text: &SourceText<'_>, findings: &Findings) {
        for row in self.labels.values() {
            if self.numbers.contains_key(row) {
                continue;
            }
            let footnote = &self.written[*row];
            let label = &footnote.label;
            let message = format!("no sign `[^{label}]` in the text leads to this footnote");
            let gone = text.change(footnote.source.clone(), "");
            findings
                .error(
                    "unused-footnote",
                    &text.span_of(footnote.sign.clone()),
                    message,
                )
                .change(gone)
                .help(format!(
                    "write `[^{label}]` behind the words that it is about, or leave it out"
                ));
        }
    }
}
