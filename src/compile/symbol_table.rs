//! The symbol table: entities, sources and blocks of articles by the authors' names for them.

use std::collections::BTreeMap;

use crate::compile::block_index::BlockIndex;
use crate::compile::findings::Findings;
use crate::compile::naming::{Naming, PrivateNames};
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::suggestion;
use crate::model::id::Id;
use crate::model::site::{Article, Entity, Reference, Source};

/// Slugs and what they stand for. Looking up what is not there is reported.
pub(crate) struct SymbolTable<'f> {
    pub(crate) findings: &'f Findings,
    pub(crate) entities: BTreeMap<String, Id<Entity>>,
    pub(crate) sources: BTreeMap<String, Id<Source>>,
    /// With the blocks, where the article could be read.
    pub(crate) articles: BTreeMap<String, (Id<Article>, Option<BlockIndex>)>,
    /// `sources.toml` had syntax errors: what seems to be missing may be there.
    pub(crate) sources_are_incomplete: bool,
    /// Where anybody is private.
    pub(crate) private_names: Option<PrivateNames>,
}

impl<'f> SymbolTable<'f> {
    pub(crate) fn new(findings: &'f Findings) -> Self {
        Self {
            findings,
            entities: BTreeMap::new(),
            sources: BTreeMap::new(),
            articles: BTreeMap::new(),
            sources_are_incomplete: false,
            private_names: None,
        }
    }

    /// The entity of that name, or a finding.
    pub(crate) fn entity(&self, slug: &str, span: &SourceSpan<'_>) -> Option<Id<Entity>> {
        let found = self.entities.get(slug).copied();
        if found.is_none() {
            let help = match suggestion::nearest(slug, self.entities.keys().map(String::as_str)) {
                Some(meant) => format!("write `{meant}`"),
                None if is_slug(slug) => {
                    format!("write `entities/{slug}.toml`, or name another entity")
                }
                None => "write the name of a file in `entities/`, without `.toml`".to_owned(),
            };
            self.findings
                .error(
                    "unknown-entity",
                    span,
                    format!("no entity is called `{slug}`"),
                )
                .help(help);
        }
        found
    }

    /// The entity whose slug a value is.
    pub(crate) fn named<'a>(&self, slug: &SourceText<'a>) -> Option<Naming<'a>> {
        let entity = self.entity(&slug.text, &slug.words())?;
        Some(Naming::link(entity, slug.words()))
    }

    /// The private persons whom values name in plain text.
    pub(crate) fn private_names_in<'v, 'a: 'v>(
        &self,
        values: impl IntoIterator<Item = &'v SourceText<'a>>,
    ) -> Vec<Naming<'a>> {
        let names = self.private_names.as_ref();
        names.map_or_else(Vec::new, |names| {
            let values = values.into_iter();
            values.flat_map(|value| names.in_value(value)).collect()
        })
    }

    /// What a fact rests on: `SLUG#pN` or a key of `sources.toml`.
    pub(crate) fn reference(&self, written: &SourceText<'_>) -> Option<Reference> {
        match written.text.split_once('#') {
            Some((article, block)) => self.block(article, block, written),
            None => self.source(written),
        }
    }

    fn source(&self, written: &SourceText<'_>) -> Option<Reference> {
        let slug = &*written.text;
        if let Some(source) = self.sources.get(slug) {
            return Some(Reference::Work(*source, None));
        }
        if !self.sources_are_incomplete {
            let help = match suggestion::nearest(slug, self.sources.keys().map(String::as_str)) {
                _ if self.articles.contains_key(slug) => format!("name the block too: `{slug}#p2`"),
                Some(meant) => format!("write `{meant}`"),
                None => format!("add `[{slug}]` to `sources.toml`, or name another source"),
            };
            self.findings
                .error(
                    "unknown-source",
                    &written.words(),
                    format!("no source is called `{slug}`"),
                )
                .help(help);
        }
        None
    }

    /// The article of that name and its blocks, or a finding. `block` is what was cited of it.
    pub(crate) fn article(
        &self,
        slug: &str,
        block: &str,
        span: &SourceSpan<'_>,
    ) -> Option<(Id<Article>, Option<&BlockIndex>)> {
        if let Some((id, blocks)) = self.articles.get(slug) {
            return Some((*id, blocks.as_ref()));
        }
        let slugs = self.articles.keys().map(String::as_str);
        let help = match suggestion::nearest(slug, slugs.clone()) {
            Some(meant) => format!("write `{meant}{block}`"),
            None if self.articles.is_empty() => {
                "write `articles/NAME.md` first, or name a source".to_owned()
            }
            None => format!("the articles are {}", suggestion::list(slugs)),
        };
        self.findings
            .error(
                "unknown-source",
                span,
                format!("no article is called `{slug}`"),
            )
            .help(help);
        None
    }

    fn block(&self, article: &str, block: &str, written: &SourceText<'_>) -> Option<Reference> {
        let span = written.span_of(0..article.len());
        let (id, blocks) = self.article(article, &["#", block].concat(), &span)?;
        let number = block_number(block);
        let Some(blocks) = blocks else {
            // Its anchors are not known.
            return number.map(|number| Reference::Article(id, number));
        };
        let number = number
            .filter(|number| *number <= blocks.count())
            .or_else(|| blocks.anchored(block));
        if number.is_none() {
            let span = written.span_of(article.len() + 1..written.text.len());
            let anchors = blocks.anchors().keys().map(String::as_str);
            let help = match suggestion::nearest(block, anchors) {
                Some(meant) => format!("write `{meant}`"),
                None => format!("write `p1` to `p{}`", blocks.count()),
            };
            self.findings
                .error(
                    "unknown-block",
                    &span,
                    format!("`{article}` has no block `{block}`"),
                )
                .help(help);
        }
        number.map(|number| Reference::Article(id, number))
    }
}

/// The N of `pN`, counted from 1.
pub(crate) fn block_number(block: &str) -> Option<u32> {
    let digits = block.strip_prefix('p')?;
    digits
        .parse()
        .ok()
        .filter(|number: &u32| *number > 0 && number.to_string() == digits)
}

/// Slugs stand in addresses and file names: small letters, digits and hyphens.
pub(crate) fn is_slug(slug: &str) -> bool {
    !slug.is_empty()
        && slug
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Says that a slug is none, and what it could be.
pub(crate) fn check_slug(slug: &str, span: &SourceSpan<'_>, findings: &Findings) {
    if !is_slug(slug) {
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        };
        let tidy: String = slug.chars().map(plain).collect();
        let message = format!("`{slug}` may only hold small letters, digits and hyphens");
        findings
            .error("bad-slug", span, message)
            .help(format!("call it `{}`", tidy.trim_matches('-')));
    }
}
