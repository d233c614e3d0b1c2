//! Words that mean nobody: `[[-|May]]`.

use crate::compile::findings::Findings;
use crate::compile::mention::ParsedMention;
use crate::compile::source_text::SourceText;

/// Stands in the place of an id where words mean nobody: `[[-|May]]`.
pub(crate) const NOBODY: &str = "-";

/// Says what is wrong with a mention of nobody, which has words and nothing else.
pub(crate) fn check(found: &ParsedMention, written: &SourceText<'_>, findings: &Findings) {
    if found.bare || found.note.is_some() || found.continues {
        let span = written.span_of(found.slug_source.clone());
        findings
            .error(
                "empty-mention",
                &span,
                "words that mean nobody are words alone",
            )
            .help("write `[[-|words]]`");
    }
}
