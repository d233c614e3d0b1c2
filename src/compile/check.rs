//! Checks over the whole site: what no single file can tell.

mod descriptions;
mod duplicates;
mod lives;
mod relations;
mod stale;

use std::collections::BTreeSet;

use crate::compile::block_index::IndexedBlock;
use crate::compile::change::Change;
use crate::compile::citation::Citation;
use crate::compile::duration::Duration;
use crate::compile::findings::Findings;
use crate::compile::lock::Blocks;
use crate::compile::source_span::SourceSpan;
use crate::compile::statement::{Statement, StatementKind};
use crate::model::id::Id;
use crate::model::site::{Entity, Form, Reference, Site};

/// All of a site as the checks see it.
pub(crate) struct Whole<'w, 'a> {
    pub(crate) site: &'w Site,
    /// In the order of the entities.
    pub(crate) entity_files: Vec<&'a str>,
    pub(crate) source_spans: &'w [SourceSpan<'a>],
    pub(crate) event_spans: &'w [SourceSpan<'a>],
    pub(crate) statements: &'w [Statement<'a>],
}

/// Checks what is known where every file could be read.
pub(crate) fn whole_site(
    whole: &Whole<'_, '_>,
    stale_after: Option<Duration>,
    findings: &Findings,
) {
    let (site, files, statements) = (whole.site, &*whole.entity_files, whole.statements);
    entities_are_mentioned(site, files, statements, findings);
    sources_are_cited(site, whole.source_spans, statements, findings);
    events_are_shown(site, whole.event_spans, findings);
    descriptions::summaries_are_short(site, statements, findings);
    descriptions::entities_are_described(site, files, findings);
    duplicates::check(site, files, statements, findings);
    relations::check(site, statements, findings);
    lives::check(site, files, whole.event_spans, findings);
    if let Some(stale_after) = stale_after {
        stale::check(site, statements, stale_after, findings);
    }
}

/// A site without an article shows nothing.
pub(crate) fn there_is_an_article(site: &Site, findings: &Findings) {
    if site.articles.is_empty() {
        findings
            .error("no-articles", &SourceSpan::whole(""), "there is no article")
            .change(Change::Append {
                file: "articles/first.md".to_owned(),
                text: "+++\ntitle = \"…\"\n+++\n…\n".to_owned(),
            })
            .help("write one to `articles/NAME.md`: `+++`, `title = \"…\"`, `+++` on lines of their own, then its text");
    }
}

/// Every entity should be met somewhere: in an article or a note on a passage, or in what is said of another. `files` are
/// the entities'.
fn entities_are_mentioned(
    site: &Site,
    files: &[&str],
    statements: &[Statement<'_>],
    findings: &Findings,
) {
    let mut met: BTreeSet<Id<Entity>> = BTreeSet::new();
    for (_, article) in site.articles.iter() {
        met.extend(article.mentions.iter().map(|(_, mention)| mention.entity));
    }
    for statement in statements
        .iter()
        .filter(|said| said.kind != StatementKind::Event)
    {
        let named = statement.named.iter().filter(|one| one.linked);
        let named = named.map(|one| one.entity);
        met.extend(named.filter(|entity| statement.subject != Some(*entity)));
    }
    for ((id, entity), file) in site.entities.iter().zip(files) {
        if !met.contains(&id) {
            let slug = &entity.slug;
            let message = format!("nothing mentions `{slug}`");
            let help = format!("write `[[{slug}|words]]` in an article, or take the file away");
            findings
                .warning("never-mentioned", &SourceSpan::whole(file), message)
                .help(help);
        }
    }
}

/// Every source should be cited. `spans` are where the sources stand.
fn sources_are_cited(
    site: &Site,
    spans: &[SourceSpan<'_>],
    statements: &[Statement<'_>],
    findings: &Findings,
) {
    let references = statements
        .iter()
        .flat_map(|statement| &statement.references);
    let cited = references.filter_map(|cited| match cited.reference {
        Reference::Work(source, _) => Some(source),
        Reference::Article(..) => None,
    });
    let cited: BTreeSet<_> = cited.collect();
    for ((id, source), span) in site.sources.iter().zip(spans) {
        if !cited.contains(&id) {
            let message = format!("nothing cites `{}`", source.slug);
            findings
                .warning("unused-source", span, message)
                .help("cite it in a fact, or take it away");
        }
    }
}

/// Every event should be told somewhere. `spans` are where the events stand.
fn events_are_shown(site: &Site, spans: &[SourceSpan<'_>], findings: &Findings) {
    let mentioned = site.articles.iter().map(|(id, article)| {
        let mentions = article.mentions.iter();
        let entities: BTreeSet<_> = mentions.map(|(_, mention)| mention.entity).collect();
        (id, entities)
    });
    let mentioned: Vec<_> = mentioned.collect();
    for ((_, event), span) in site.events.iter().zip(spans) {
        // That it rests on nothing was said.
        let mut articles = mentioned.iter();
        if articles.any(|(id, entities)| event.is_told_in(*id, |entity| entities.contains(&entity)))
            || event.text.references.is_empty()
        {
            continue;
        }
        let message = format!("no page shows the event `{}`", event.slug);
        let help = if event.entities.is_empty() {
            "link in its text, or name in `entities`, somebody whom an article mentions"
        } else {
            "name in `entities` mostly those whom one article mentions, or cite a block of an article"
        };
        findings.warning("never-shown", span, message).help(help);
    }
}

/// A heading alone says nothing that a statement could rest on.
pub(crate) fn cited_blocks_say_something(
    statements: &[Statement<'_>],
    blocks: &Blocks<'_>,
    findings: &Findings,
) {
    // One of level 1 is refused.
    let is_heading = |block: &IndexedBlock| matches!(block.form, Form::Heading(2..));
    let of = |cited: &Citation<'_>| match cited.reference {
        Reference::Article(article, number) => Some((*blocks.get(&article)?, number)),
        Reference::Work(..) => None,
    };
    let says_nothing = |cited: &Citation<'_>| {
        let block = of(cited).and_then(|(blocks, number)| blocks.block(number));
        block.is_some_and(is_heading)
    };
    for statement in statements {
        if !statement.references.iter().all(says_nothing) {
            continue;
        }
        for cited in &statement.references {
            let Some((blocks, number)) = of(cited) else {
                continue;
            };
            let mut after = blocks.numbered().skip(number as usize);
            let next = after.find(|(_, block)| !is_heading(block));
            let slug = cited.address.split(['#', ' ']).next().unwrap_or_default();
            let help = next.map_or_else(
                || "cite a block that says it too".to_owned(),
                |(next, _)| format!("cite the block that says it too, such as `{slug}#p{next}`"),
            );
            let message = format!(
                "`{}` is a heading, which says nothing by itself",
                cited.address
            );
            findings
                .warning("cited-heading", &cited.span, message)
                .help(help);
        }
    }
}
