//! The symbol table: entities, sources and blocks of articles by the authors' names for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::compile::article_links::ArticleLinks;
use crate::compile::block_index::{BlockIndex, block_number};
use crate::compile::change::Change;
use crate::compile::entity_names::{EntityNames, EntityPlace};
use crate::compile::findings::Findings;
use crate::compile::naming::{Naming, PrivateNames};
use crate::compile::selected::Selected;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::suggestion;
use crate::compile::unknown_source::KnownSources;
use crate::compile::uses::Uses;
use crate::model::id::Id;
use crate::model::site::{Article, Entity, Reference, Source};

/// What a run of the compiler is to find.
#[derive(Clone, Copy, Default)]
pub(crate) enum Wanted<'f> {
    /// The site alone.
    #[default]
    Site,
    /// Also all places where an entity is named by its id.
    Uses(&'f Uses),
    /// Also where selected words stand.
    Selected(&'f Selected),
}

/// Slugs and what they stand for. Looking up what is not there is reported.
pub(crate) struct SymbolTable<'f> {
    pub(crate) findings: &'f Findings,
    pub(crate) entities: BTreeMap<String, Id<Entity>>,
    pub(crate) sources: BTreeMap<String, Id<Source>>,
    /// With the blocks, where the article could be read.
    pub(crate) articles: BTreeMap<String, (Id<Article>, Option<Arc<BlockIndex>>)>,
    /// `sources.toml` had syntax errors: what seems to be missing may be there.
    pub(crate) sources_are_incomplete: bool,
    /// Their keys and addresses, for those who mistyped one.
    pub(crate) known_sources: KnownSources,
    pub(crate) entity_names: EntityNames,
    /// The names that articles have, by those that they had.
    pub(crate) former_articles: BTreeMap<String, String>,
    pub(crate) article_links: ArticleLinks,
    /// Where anybody is private.
    pub(crate) private_names: Option<PrivateNames>,
    pub(crate) wanted: Wanted<'f>,
}

impl<'f> SymbolTable<'f> {
    pub(crate) fn new(findings: &'f Findings) -> Self {
        Self {
            findings,
            entities: BTreeMap::new(),
            sources: BTreeMap::new(),
            articles: BTreeMap::new(),
            sources_are_incomplete: false,
            known_sources: KnownSources::default(),
            entity_names: EntityNames::default(),
            former_articles: BTreeMap::new(),
            article_links: ArticleLinks::default(),
            private_names: None,
            wanted: Wanted::Site,
        }
    }

    /// The entity of that id, or the only one of that name; else a finding. What stands behind `#` is a place in a file of
    /// another program.
    pub(crate) fn entity(&self, written: &str, place: &EntityPlace<'_>) -> Option<Id<Entity>> {
        let slug = written.split('#').next().unwrap_or(written).trim();
        let slug = if slug.is_empty() { written } else { slug };
        if let Wanted::Uses(uses) = self.wanted {
            uses.note(slug, place);
        }
        let known = |slug: &str| self.entities.get(slug).copied();
        let found = known(slug).or_else(|| known(self.entity_names.only(slug)?));
        if found.is_none() {
            let slugs = self.entities.keys().map(String::as_str);
            self.entity_names.report(slug, slugs, place, self.findings);
        }
        found
    }

    /// The entity whose id or name a value is.
    pub(crate) fn named<'a>(&self, written: &SourceText<'a>) -> Option<Naming<'a>> {
        let place = EntityPlace {
            span: &written.words(),
            bare: false,
            change: &|meant| written.change(0..written.text.len(), meant),
        };
        let entity = self.entity(&written.text, &place)?;
        Some(Naming::link(entity, written.words()))
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

    /// The private persons whom the name of a file names.
    pub(crate) fn private_names_of_file<'a>(&self, written: &SourceText<'a>) -> Vec<Naming<'a>> {
        let names = self.private_names.as_ref();
        names.map_or_else(Vec::new, |names| names.in_file_name(written))
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
            let message = format!("no source is called `{slug}`");
            let report = self
                .findings
                .error("unknown-source", &written.words(), message);
            if self.articles.contains_key(slug) {
                let meant = format!("{slug}#p2");
                let help = format!("name the block too: `{meant}`");
                report
                    .change(written.change(0..slug.len(), &meant))
                    .help(help);
            } else {
                self.known_sources.help(report, written);
            }
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
            return Some((*id, blocks.as_deref()));
        }
        let slugs = self.articles.keys().map(String::as_str);
        let former = self.former_articles.get(slug).map(String::as_str);
        let meant = former.or_else(|| suggestion::nearest(slug, slugs.clone()));
        let help = match meant {
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
            .changes(meant.map(|meant| Change::replace(span.file, span.range.clone(), meant)))
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
            let last = format!("p{}", blocks.count());
            let anchors = blocks.anchors().keys().map(String::as_str);
            let (meant, help) = match suggestion::nearest(block, anchors) {
                Some(meant) => (meant, format!("write `{meant}`")),
                None => (&*last, format!("write `p1` to `{last}`")),
            };
            let part = article.len() + 1..written.text.len();
            self.findings
                .error(
                    "unknown-block",
                    &span,
                    format!("`{article}` has no block `{block}`"),
                )
                .change(written.change(part, meant))
                .help(help);
        }
        number.map(|number| Reference::Article(id, number))
    }
}
