//! The texts of one language: what stands at a place, and the sentence round it.

use crate::compile::sentence;
use crate::suggest::block_text::BlockText;
use crate::suggest::candidate::Quotation;
use crate::suggest::occurrence::Occurrence;

/// Blocks in the order of their articles.
pub(crate) struct Texts<'t> {
    pub(crate) blocks: Vec<&'t BlockText>,
    /// Slugs of all articles.
    pub(crate) articles: &'t [String],
}

impl<'t> Texts<'t> {
    fn block(&self, occurrence: &Occurrence) -> Option<&'t BlockText> {
        let place = (occurrence.article, occurrence.block);
        let at = self
            .blocks
            .partition_point(|one| (one.article, one.number) < place);
        self.blocks.get(at).copied()
    }

    /// The words that stand there.
    pub(crate) fn words(&self, occurrence: &Occurrence) -> Option<&'t str> {
        self.block(occurrence)?.text.get(occurrence.range())
    }

    /// The first sentences with a name, so many at most.
    pub(crate) fn sentences(&self, occurrences: &[Occurrence], most: usize) -> Vec<Quotation> {
        let mut sentences: Vec<Quotation> = Vec::new();
        let mut last = None;
        for occurrence in occurrences {
            let Some(block) = self.block(occurrence) else {
                continue;
            };
            let range = sentence::at(&block.sentences, occurrence.start);
            // A sentence of a hundred names is put together once.
            let place = (occurrence.article, occurrence.block, range.start);
            if last.replace(place) == Some(place) {
                continue;
            }
            let words: Vec<_> = block.text[range].split_whitespace().collect();
            let quotation = Quotation {
                article: self.articles[occurrence.article].clone(),
                block: occurrence.block,
                text: words.join(" "),
            };
            if !sentences.contains(&quotation) {
                sentences.push(quotation);
            }
            if sentences.len() == most {
                break;
            }
        }
        sentences
    }
}
