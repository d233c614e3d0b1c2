//! All articles of a site, compiled on all cores.

use rayon::prelude::*;

use crate::compile::autolink::NameMatcher;
use crate::compile::content_files::ContentFiles;
use crate::compile::entity::Declaration;
use crate::compile::files::Files;
use crate::compile::inline::Scope;
use crate::compile::kept_articles::KeptArticles;
use crate::compile::slug::{check_reserved, check_slug};
use crate::compile::source_span::SourceSpan;
use crate::compile::statement::{Statement, StatementKind};
use crate::compile::symbol_table::SymbolTable;
use crate::compile::{article, check, former, front, names};
use crate::model::site::{Article, Site};

/// Enters the articles, those that are kept as they are; returns what their notes on passages name.
pub(super) fn enter<'a>(
    content: &ContentFiles<'a>,
    files: &Files,
    declarations: &[Declaration<'_>],
    mut kept: Option<&mut KeptArticles>,
    site: &mut Site,
    symbols: &mut SymbolTable<'a>,
) -> Vec<Statement<'a>> {
    let all = site.entities.ids().zip(declarations);
    let linkable = all.filter(|(_, declaration)| declaration.entity.autolink);
    let words = linkable
        .flat_map(|(id, declaration)| declaration.words.iter().map(move |words| (words, id)));
    let words: Vec<_> = words.collect();
    names::check(declarations, &site.language, symbols.findings);
    let names = NameMatcher::new(words.iter().map(|(words, id)| (&*words.text, *id)));
    let (entities, language, known) = (&site.entities, &site.language, &*symbols);
    let entity_pages = site.entity_pages;
    if let Some(kept) = &mut kept {
        kept.forget_unless_alike(files);
    }
    let as_they_were = kept.as_deref();
    let compiled = content.articles.par_iter().map(|(slug, file)| {
        if let Some(article) = as_they_were.and_then(|kept| kept.article(*file, known)) {
            return article;
        }
        let span = SourceSpan::whole(file.path);
        check_slug(slug, &span, known.findings, |one| {
            content.articles.contains_key(one)
        });
        if entity_pages {
            check_reserved(slug, file.path, known.findings);
        }
        let scope = Scope {
            symbols: known,
            entities,
        };
        article::compile(*file, language, &names, files, scope)
    });
    let compiled: Vec<_> = compiled.collect();
    if let Some(kept) = kept {
        kept.keep(content.articles.values().zip(&compiled), known);
    }
    let mut statements = Vec::new();
    let mut former = Vec::new();
    for ((slug, file), compiled) in content.articles.iter().zip(compiled) {
        let (article, named, blocks) = match compiled {
            Some(compiled) => {
                former.push((*slug, compiled.former));
                (compiled.article, compiled.named, Some(compiled.blocks))
            }
            None => {
                former.push((*slug, Vec::new()));
                (front::empty(&site.language), Vec::new(), None)
            }
        };
        let slug = (*slug).to_owned();
        let id = site.articles.push(Article {
            slug: slug.clone(),
            ..article
        });
        symbols.articles.insert(slug, (id, blocks));
        statements.push(Statement {
            span: SourceSpan::whole(file.path),
            subject: None,
            kind: StatementKind::Notes(id),
            named,
            references: Vec::new(),
            said: String::new(),
        });
    }
    let former: Vec<_> = former.iter().map(|(slug, all)| (*slug, &**all)).collect();
    let taken = former.iter().flat_map(|(_, all)| *all);
    for one in taken.filter(|one| entity_pages && one.text == "entities") {
        let message = "`entities/` is where the site's entities stand";
        let report = symbols
            .findings
            .error("duplicate-id", &one.words(), message);
        report.help("leave it out: an address leads to one place");
    }
    let former = former::check(&former, "article", symbols.findings).into_iter();
    symbols.former_articles = former.map(|(old, new)| (old, new.to_owned())).collect();
    check::there_is_an_article(site, symbols.findings);
    statements
}
