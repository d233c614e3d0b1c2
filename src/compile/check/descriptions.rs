//! What stands at the head of a card: summaries too long for one, and the few entities without a description.

use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::statement::{Statement, StatementKind};
use crate::model::site::Site;
use crate::model::text::plain;

/// Letters that a summary may have: a card of usual width shows them in eight lines, and the facts below them.
const LONGEST: usize = 400;

/// Says which summaries are too long.
pub(crate) fn summaries_are_short(site: &Site, statements: &[Statement<'_>], findings: &Findings) {
    let summaries = statements
        .iter()
        .filter(|one| one.kind == StatementKind::Summary && !one.span.range.is_empty());
    for statement in summaries {
        let subject = statement.subject.map(|id| &site.entities[id]);
        let Some(summary) = subject.and_then(|entity| entity.summary.as_ref()) else {
            continue;
        };
        let length = plain(summary).chars().count();
        if length > LONGEST {
            let message = format!(
                "this summary has {length} letters, of which the facts are pushed out of the card"
            );
            let help = format!("say it in at most {LONGEST} letters, and the rest as facts");
            findings
                .warning("long-summary", &statement.span, message)
                .help(help);
        }
    }
}

/// Says which entities have no description where nearly all have one. A site that has none needs none.
pub(crate) fn entities_are_described(site: &Site, files: &[&str], findings: &Findings) {
    let all = site.entities.iter().zip(files);
    let without = all.filter(|((_, entity), _)| entity.description.is_none());
    let without: Vec<_> = without.collect();
    let total = files.len();
    let is_nearly_all = without.len() == 1 || without.len() * 10 <= total;
    if total < 4 || !is_nearly_all {
        return;
    }
    for ((_, entity), file) in without {
        let message = format!(
            "`{}` has no description, which {} of {total} entities have",
            entity.slug,
            total - 1
        );
        findings
            .warning("missing-description", &SourceSpan::whole(file), message)
            .help("add `description = \"…\"`: the few words beside its kind, in small letters");
    }
}
