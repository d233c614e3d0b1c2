//! What `check` lists beside findings: with `--explain-page` what an article's page shows, what it leaves out, and why; with `--blocks`
//! how blocks are cited; with `--mentions` whom the articles mention.

use anyhow::{Result, anyhow};

use crate::compile::block_list::{self, ListedBlock};
use crate::compile::files::Files;
use crate::compile::mention_list::{self, ListedMention};
use crate::model::site::Site;
use crate::publish::project::left_out::{Explanation, Reason, explain};
use crate::publish::site_index::SiteIndex;

/// The explanation of the page of the article with this slug, in lines.
///
/// # Errors
/// If there is no such article.
pub(super) fn explanation(site: &Site, slug: &str) -> Result<String> {
    let mut articles = site.articles.iter();
    let found = articles.find(|(_, article)| article.slug == slug);
    let (id, _) = found.ok_or_else(|| {
        let slugs = site.articles.iter().map(|(_, article)| &*article.slug);
        let slugs: Vec<_> = slugs.collect();
        anyhow!(
            "no article is called `{slug}`; there are: {}",
            slugs.join(", ")
        )
    })?;
    let index = SiteIndex::of(site);
    Ok(lines(slug, &explain(&index, id)?))
}

/// The blocks of all articles, each in a line.
pub(super) fn blocks(files: &Files) -> String {
    let mut out = String::new();
    for (slug, blocks) in block_list::blocks(files) {
        let name = |block: &ListedBlock| block.anchor.clone().unwrap_or_default();
        let widest = blocks.iter().map(|block| name(block).len()).max();
        let width = widest.unwrap_or_default();
        out += &format!("{slug}\n");
        for block in &blocks {
            let number = format!("p{}", block.number);
            let anchor = name(block);
            out += &format!("  {number:<5} {anchor:<width$}  {}\n", block.beginning);
        }
    }
    out
}

/// The mentions of all articles, each with its sentence on the line below.
pub(super) fn mentions(site: &Site) -> String {
    let mut out = String::new();
    let mut last = String::new();
    for one in mention_list::mentions(site) {
        if one.article != last {
            out += &format!("{}\n", one.article);
            last.clone_from(&one.article);
        }
        let ListedMention {
            block,
            entity,
            words,
            sentence,
            ..
        } = &one;
        let found = one.found.words();
        let words: Vec<_> = words.split_whitespace().collect();
        let words = words.join(" ");
        out += &format!("  p{block:<4} {entity}: \"{words}\", by {found}\n        {sentence}\n");
    }
    out
}

fn lines(slug: &str, explanation: &Explanation) -> String {
    let mut out = format!(
        "{slug}/ shows whom the article mentions ({}) and whom their notes name ({})\n",
        explanation.mentioned.len(),
        explanation.named.len()
    );
    section(
        &mut out,
        "shown because somebody mentioned names them",
        &explanation.named,
        "by ",
    );
    section(
        &mut out,
        "left out, two steps away",
        &explanation.entities,
        "named by ",
    );
    section(&mut out, "left out of notes", &explanation.statements, "");
    section(
        &mut out,
        "left out of the timeline",
        &explanation.events,
        "",
    );
    if explanation.entities.is_empty()
        && explanation.statements.is_empty()
        && explanation.events.is_empty()
    {
        out.push_str("nothing is left out\n");
    }
    out
}

fn section(out: &mut String, title: &str, reasons: &[Reason], before: &str) {
    if reasons.is_empty() {
        return;
    }
    *out += &format!("{title}:\n");
    for Reason { slug, why } in reasons {
        *out += &format!("  {slug}  {before}{why}\n");
    }
}
