//! Content files in; a [`Site`] or findings out.
//!
//! Files become TOML values (`toml_table`) and blocks of flat text (`markdown`, `flat`); mention syntax is taken out (`mention`),
//! names are linked (`autolink`), intervals become runs (`runs`) and a tree (`weave`). All findings come in one run.
#![doc = include_str!("compile/format.md")]

pub mod change;
pub mod codes;
pub mod explanation;
pub mod files;
pub mod finding;
pub mod fix;
pub mod lenient;
pub mod outcome;
pub mod printout;
pub mod sentence;

mod allow;
mod allowance;
mod anchor;
mod article;
mod article_links;
mod articles;
mod autolink;
mod bare_links;
mod block_index;
pub mod block_list;
mod characters;
mod check;
mod citation;
mod colours;
mod comments;
mod compilation;
mod content_files;
mod draft;
mod duration;
mod editorial;
pub(crate) mod emphasis;
mod entity;
pub(crate) mod entity_body;
mod entity_names;
mod escapes;
mod event;
mod fields;
mod figure;
pub(crate) mod file_names;
mod findings;
pub(crate) mod flat;
mod flat_builder;
#[cfg(not(target_arch = "wasm32"))]
mod folder;
mod footnotes;
mod former;
mod front;
pub(crate) mod identifiers;
mod inline;
pub mod kept_articles;
mod lead;
mod lines;
mod links;
mod lock;
pub mod look;
mod markdown;
mod mention;
pub mod mention_list;
pub mod merge;
mod metadata;
pub(crate) mod names;
mod naming;
pub(crate) mod nobody;
pub(crate) mod normal;
mod own_kinds;
mod paragraph;
pub(crate) mod passages;
mod passed_over;
mod picture;
mod private;
mod quote_index;
mod raw_marks;
pub(crate) mod read_back;
pub(crate) mod rules;
mod runs;
pub mod schema;
mod script_tags;
mod scripts;
pub mod selected;
mod settings;
pub(crate) mod slug;
pub(crate) mod source;
mod source_span;
pub(crate) mod source_text;
mod statement;
mod suggestion;
mod symbol_table;
mod syntax;
pub(crate) mod toml_edits;
mod toml_table;
mod toml_value;
mod unknown_key;
mod unknown_source;
mod uses;
mod weave;
pub(crate) mod when;
pub(crate) mod work_numbers;
mod yaml;

#[cfg(test)]
mod tests;

use rayon::prelude::*;

use crate::compile::article_links::ArticleLinks;
use crate::compile::codes::ON_DISK;
use crate::compile::compilation::Compilation;
use crate::compile::content_files::ContentFiles;
use crate::compile::entity::Declaration;
use crate::compile::entity_body::{DRAFT, EntityBody};
use crate::compile::files::Files;
use crate::compile::finding::Severity;
use crate::compile::findings::{Findings, Settled};
use crate::compile::inline::Scope;
use crate::compile::kept_articles::KeptArticles;
use crate::compile::naming::PrivateNames;
pub use crate::compile::outcome::Outcome;
use crate::compile::settings::Settings;
use crate::compile::slug::check_slug;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::statement::Statement;
use crate::compile::symbol_table::{SymbolTable, Wanted};
use crate::model::site::Site;

/// Compiles a content folder's files, on all cores. What comes of it does not depend on how many there are.
pub fn compile(files: &Files) -> Outcome {
    outcome(files, None)
}

/// Compiles files of which most are as they were the last time. What comes of it is what [`compile`] makes of them.
pub fn compile_again(files: &Files, kept: &mut KeptArticles) -> Outcome {
    outcome(files, Some(kept))
}

fn outcome(files: &Files, kept: Option<&mut KeptArticles>) -> Outcome {
    let findings = Findings::default();
    let content = ContentFiles::sort(files, &findings);
    let compiled = read_keeping(&content, files, &findings, Wanted::Site, kept);
    let compiled = compiled.map(|compiled| (compiled.lock(&content), compiled.site));
    let comments = findings.comments();
    let images = compiled.iter().flat_map(|(_, site)| site.images());
    let pictures = images.map(|image| image.file.clone()).collect();
    passed_over::report(files, &findings);
    let drafts = findings.files_with(DRAFT);
    let Settled {
        mut findings,
        allowed,
        allowances,
    } = findings.settled();
    finding::keep_names_taken(&mut findings, files);
    if findings.iter().any(|one| ON_DISK.contains(&one.code)) {
        findings.retain(|one| ON_DISK.contains(&one.code));
    }
    let refused = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    let (lock, site) = compiled.filter(|_| !refused).unzip();
    Outcome {
        site,
        findings,
        pictures,
        comments,
        allowed,
        drafts,
        lock: lock.flatten().map(|lock| lock.to_string()),
        allowances,
    }
}

/// Reads everything there is; what else is wanted is found on the way.
fn read<'a>(
    content: &ContentFiles<'a>,
    files: &'a Files,
    findings: &'a Findings,
    wanted: Wanted<'a>,
) -> Option<Compilation<'a>> {
    read_keeping(content, files, findings, wanted, None)
}

/// The same, in the order in which one thing needs another; articles that are as they were come from those that are kept.
fn read_keeping<'a>(
    content: &ContentFiles<'a>,
    files: &'a Files,
    findings: &'a Findings,
    wanted: Wanted<'a>,
    kept: Option<&mut KeptArticles>,
) -> Option<Compilation<'a>> {
    file_names::check(files, findings);
    let (mut site, settings, site_words) = settings::read(content.site, files, findings)?;
    let mut symbols = SymbolTable::new(findings);
    symbols.wanted = wanted;
    symbols.article_links = ArticleLinks::new(content.articles.keys().copied());
    let (source_spans, source_words) = sources(content, &mut site, &mut symbols);
    let declarations = declare(content, files, &settings, &mut site, &mut symbols);
    symbols.private_names = PrivateNames::of(&declarations, &site.entities);
    metadata::names_nobody_private(site_words.iter().chain(&source_words), &symbols);
    let mut statements =
        articles::enter(content, files, &declarations, kept, &mut site, &mut symbols);
    statements.extend(bodies(declarations, &mut site, &symbols));
    let (event_spans, dated) = events(content, &mut site, &symbols);
    statements.extend(dated);
    let blocks = |slug: &str| symbols.articles.get(slug)?.1.as_deref();
    let (links, former) = (&symbols.article_links, &symbols.former_articles);
    links.settle(blocks, former, &mut site, findings);
    private::rests_on_articles(&site.entities, &statements, findings);
    // What could not be read may hold the mention or citation that seems to be missing.
    if !findings.any(finding::hides_content) {
        let entity_files = content.entities.values().map(|file| file.path);
        let whole = check::Whole {
            site: &site,
            entity_files: entity_files.collect(),
            source_spans: &source_spans,
            event_spans: &event_spans,
            statements: &statements,
        };
        check::whole_site(&whole, settings.stale_after, findings);
        private::is_named_where_articles_name(&site, &statements, findings);
    }
    let compiled = Compilation {
        site,
        symbols,
        statements,
    };
    check::cited_blocks_say_something(&compiled.statements, &compiled.blocks(), findings);
    Some(compiled)
}

/// Reads all of several files, on all cores; results come in the order of the files.
fn each<T: Send, R: Send>(all: Vec<T>, read: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    all.into_par_iter().map(read).collect()
}

fn sources<'a>(
    content: &ContentFiles<'a>,
    site: &mut Site,
    symbols: &mut SymbolTable<'a>,
) -> (Vec<SourceSpan<'a>>, Vec<SourceText<'a>>) {
    let Some(file) = content.sources else {
        return (Vec::new(), Vec::new());
    };
    let read = source::read(file, symbols.findings);
    symbols.sources_are_incomplete = !read.complete;
    let mut spans = Vec::new();
    for (span, source) in read.sources {
        let slug = source.slug.clone();
        symbols.known_sources.add(&slug, source.url.as_deref());
        symbols.sources.insert(slug, site.sources.push(source));
        spans.push(span);
    }
    (spans, read.words)
}

/// Enters all entities, so far only with who they are; returns what is left of their files.
fn declare<'a>(
    content: &ContentFiles<'a>,
    files: &Files,
    settings: &Settings,
    site: &mut Site,
    symbols: &mut SymbolTable<'a>,
) -> Vec<Declaration<'a>> {
    let all = content.entities.iter().collect();
    let findings = symbols.findings;
    let declarations = each(all, |(slug, file)| {
        let span = SourceSpan::whole(file.path);
        check_slug(slug, &span, findings, |one| {
            content.entities.contains_key(one)
        });
        entity::declare(*file, slug, settings, files, findings)
    });
    let former = declarations
        .iter()
        .map(|one| (&*one.entity.slug, &*one.former));
    let former: Vec<_> = former.collect();
    for (old, new) in former::check(&former, "entity", findings) {
        symbols.entity_names.rename(old, new);
    }
    if declarations.iter().any(|one| !one.has_kind) {
        site.kinds.push(own_kinds::open(&settings.kinds));
    }
    for one in &declarations {
        let id = site.entities.push(one.entity.clone());
        symbols.entities.insert(one.entity.slug.clone(), id);
        for words in &one.words {
            symbols.entity_names.add(&words.text, &one.entity.slug);
        }
    }
    declarations
}

/// Enters what is said of the entities; returns what the checks need of it.
fn bodies<'a>(
    declarations: Vec<Declaration<'a>>,
    site: &mut Site,
    symbols: &SymbolTable<'a>,
) -> Vec<Statement<'a>> {
    let entities = &site.entities;
    let scope = Scope { symbols, entities };
    let all = entities.ids().zip(declarations).collect();
    let bodies = each(all, |(id, declaration): (_, Declaration<'a>)| {
        let mut statements = Vec::new();
        let body = declaration.read(id, scope, &mut statements);
        (body, statements)
    });
    let ids = site.entities.ids();
    let statements = ids.zip(bodies).flat_map(|(id, (body, statements))| {
        let EntityBody {
            summary,
            facts,
            relations,
        } = body;
        let entity = &mut site.entities[id];
        entity.summary = summary;
        entity.facts = facts;
        entity.relations = relations;
        statements
    });
    statements.collect()
}

/// Enters the events; returns where they stand, and what the checks need of them.
fn events<'a>(
    content: &ContentFiles<'a>,
    site: &mut Site,
    symbols: &SymbolTable<'a>,
) -> (Vec<SourceSpan<'a>>, Vec<Statement<'a>>) {
    let (mut spans, mut statements) = (Vec::new(), Vec::new());
    if let Some(file) = content.events {
        let entities = &site.entities;
        let scope = Scope { symbols, entities };
        for (span, event) in event::read(file, scope, &mut statements) {
            site.events.push(event);
            spans.push(span);
        }
    }
    (spans, statements)
}
