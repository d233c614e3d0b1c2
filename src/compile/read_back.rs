//! What the compiler reads in a piece of Markdown: for those who write it, to see that it says what they meant.

use crate::compile::characters;
use crate::compile::comments;
use crate::compile::findings::Findings;
use crate::compile::flat::Flat;
use crate::compile::markdown::{self, FlatText};
use crate::compile::raw_marks::check_words;
use crate::compile::source_text::SourceText;

/// The texts of the blocks, of tables those of their cells, with mentions as they are written; absent where anything in it
/// is a finding.
pub(crate) fn texts(markdown: &str) -> Option<Vec<String>> {
    let flats = flats(markdown)?.into_iter();
    Some(flats.map(|flat| flat.text).collect())
}

/// The same with how their words are set.
pub(crate) fn flats(markdown: &str) -> Option<Vec<Flat>> {
    Some(read(markdown)?.into_iter().flatten().collect())
}

/// The texts block by block: the first is the second of an article, behind its title.
pub(crate) fn blocks(markdown: &str) -> Option<Vec<Vec<String>>> {
    let blocks = read(markdown)?.into_iter();
    let texts = blocks.map(|flats| flats.into_iter().map(|flat| flat.text).collect());
    Some(texts.collect())
}

fn read(markdown: &str) -> Option<Vec<Vec<Flat>>> {
    let findings = Findings::default();
    let written = comments::left_out(SourceText::whole(markdown), &findings);
    characters::check(&written, &findings);
    let FlatText { blocks, .. } = markdown::read(&written, &findings);
    let flats = blocks.into_iter().map(|block| block.flats).collect();
    findings.into_sorted().is_empty().then_some(flats)
}

/// Whether words may stand as they are where Markdown is not read: a name, a description.
pub(crate) fn is_plain(words: &str) -> bool {
    let findings = Findings::default();
    let written = SourceText::whole(words);
    check_words(&written, &findings);
    characters::check(&written, &findings);
    findings.into_sorted().is_empty()
}

#[cfg(test)]
mod tests {
    use super::{is_plain, texts};

    #[test]
    fn plain_words_have_no_marks() {
        assert!(is_plain("Smith & Sons, 5 * 3"));
        assert!(!is_plain("a **b**") && !is_plain("a\u{0}"));
    }

    #[test]
    fn what_is_read_is_told_unless_it_is_a_finding() {
        let said = |markdown| texts(markdown).map(|texts| texts.join("/"));
        assert_eq!(said("a *b* \\*c\n\n- d").as_deref(), Some("a b *c/d"));
        assert_eq!(said("a **b").as_deref(), None);
        assert_eq!(said("a <b>").as_deref(), None);
        assert_eq!(said("a\u{202E}b").as_deref(), None);
    }
}
