//! Content files in; a [`Site`] or findings out.
//!
//! Files become TOML values (`toml_table`) and blocks of flat text (`markdown`, `flat`); mention syntax is taken
//! out (`mention`), names are linked (`autolink`), intervals become runs (`runs`) and a tree (`weave`).
//! Nothing stops at the first fault: all findings come in one run.
//!
//! # The content format, version 1
//!
//! Slugs are file names without ending, or keys: small letters, digits, hyphens. Dates are strings in EDTF, levels
//! 0 and 1 without times of day: `2025-07-23`, `2025-07`, `2025`, `2025-22` (summer), `2016~` (about), `1847?`,
//! `184X`, `2016/2017`, `2019/..`. A key not named here is a finding. A link may lead to a file of the content folder,
//! not to a folder nor out of it.
//!
//! ```toml
//! # site.toml
//! format = 1                          # required
//! title = "Article Explorer"          # required, name of the site
//! language = "en"                     # required, BCP 47
//! base_url = "https://example.org/x/" # absolute; a closing slash is added if missing
//! contact = "desk@example.org"        # where readers may report mistakes: an e-mail address, shown in each page
//!
//! [allow]                             # findings that may stand, with the reason; here for all files, in an article's front
//! missing-summary = "Written by May." # matter, an entity's file, events.toml or sources.toml for that file alone
//!
//! # articles/SLUG.md begins with TOML between two lines of +++, then CommonMark
//! title = "Burning [[xi-jinping|Xi Jinping|The headline means a portrait.]]"   # required, inline Markdown with mentions
//! byline = ["Chris Rickleton"]        # string or list
//! publisher = "The Diplomat"
//! date = "2025-12~"                   # tells what is later than the article
//! updated = "2026-01-02"              # when it was last changed: told to those who cite it
//! language = "en"                     # default: the site's
//! url = "https://..."                 # where first published
//! description = "..."                 # for the page's head; default: the first paragraph
//! excerpt = true                      # default false: this copy holds only the beginning
//! autolink = true                     # default true
//! autolink_except = ["almaty"]        # entities never linked automatically here
//! [aliases]                           # names that mean an entity in this article only
//! alimnur-turganbay = ["Alimnur"]
//!
//! # entities/SLUG.toml
//! kind = "person"                     # required: person people place organisation event law policy concept
//! names = [{ text = "Xi Jinping", lang = "en" }, { text = "习近平", lang = "zh-Hans" }]   # required; lang default: the site's
//! aliases = ["President Xi"]          # further words for linking and search
//! description = "leader of China"     # a few words beside the kind, lower case
//! summary = "..."                     # inline Markdown, links to entities as [[id|words]]; a warning if missing
//! private = false                     # true: only what articles say, no place, identifiers or image
//! autolink = true                     # false: its names are never linked automatically
//! place = { lat = 43.24, lon = 76.92, approximate = true }   # degrees, WGS 84, north and east positive
//! # a region is `approximate` with an `extent`: kilometers from its middle to about its edge, at most 3000
//! identifiers = { wikidata = "Q15031" }
//! image = { file = "images/x.jpg", alt = "...", credit = "...", licence = "..." }   # a file below the content folder
//! [[facts]]                           # at least one
//! text = "..."                        # required, inline Markdown with links to entities
//! source = "burning-xi-jinping#p6"    # required: ARTICLE#pN is a block of an article, else a key of sources.toml; several in
//! # a list. What holds when lines are inserted: "ARTICLE#anchor", or { article = "...", quote = "words of one block" }.
//! # A part of a work: { id = "smith-2019", pages = "12-14" } or { id = "...", at = "minute 12" }
//! claim = "Amnesty International"     # whose view it is
//! date = "2025-11"                    # when it held
//! [[relations]]
//! predicate = "founded by"            # required: this entity founded by OBJECT
//! object = "serikzhan-bilash"         # required
//! inverse = "founder of"              # OBJECT founder of this entity
//! source = "hrw-2026-01-15"           # required; claim and date as above
//!
//! # events.toml
//! [[events]]
//! date = "2025-07-23"                 # required
//! id = "arrest-at-the-border"         # its address, where another event has the same date
//! text = "..."                        # required, inline Markdown with links to entities
//! entities = ["alimnur-turganbay"]    # default: those whom the text links; half of them must be of an article, or it is cited
//! source = "..."                      # required; claim as above
//!
//! # sources.toml
//! [hrw-2026-01-15]                    # something must tell where it can be found
//! kind = "report"                     # "web" (default) article book report interview letter court-file archive recording
//! author = "Ann Smith"                # string or list
//! publisher = "Human Rights Watch"
//! title = "..."                       # required, but for letters, interviews and the like whose author or keeper is named
//! url = "https://..."                 # the work's own public page
//! archived = "https://..."            # where a web archive has it
//! doi = "10.1000/182"                 # makes an address where there is no `url`
//! isbn = "978-0-306-40615-7"
//! pages = "12-14"                     # where it stands in its volume
//! held_by = "City Archive"            # who keeps what has no address
//! call_number = "box 12, folder 3"
//! date = "2026-01-15"                 # publication, or when it was written or said
//! read_on = "2026-09"
//! read = "page"                       # "page" (default) or "copy"
//! reliability = "good"                # "strong", "good" (default), "official", "low"
//! language = "ru"
//! ```
//!
//! An article's blocks are paragraphs, headings (`##` to `######`), quotations and lists, whose entries hold one
//! paragraph. In them: emphasis, strong, code, links (to the web, by mail, or to a block: `#p3`), breaks, mentions.
//! HTML, code blocks, images, thematic breaks and headings of level 1 are refused. The title is block 1. A block may end in
//! an anchor, `{#arrest}`: the name by which facts cite it and links of the article lead to it (`#arrest`). It is no part of
//! the text, and the page's address of the block stays `#pN`.
//! Signs of other dialects (callouts, task lists, attributes, formulas, embeds, highlights) and marks left open, such as
//! a stray `**`, are findings. Bold closes beside Chinese and Japanese signs too.
//! Comments, `%% ... %%` and `<!-- ... -->`, are left out wherever Markdown is read; in code they are text.
//!
//! `citations.lock` is written by the tool: a line for each citation of a block, with a digest of the words that it was
//! confirmed with (`lock`). It belongs to the content.
//!
//! | mention | means |
//! |---|---|
//! | `[[id]]` | the entity, by its first name |
//! | `[[id\|words]]` | these words mean the entity; they may hold emphasis and further mentions, to any depth |
//! | `[[id\|words\|note]]` | what the entity is in this passage: inline Markdown with `[[id\|words]]` as links; no part of the text |
//! | `[[id+\|words]]` | goes on with the mention of `id` that ended right before, so that mentions overlap |
//! | `\[[` | two brackets |
//!
//! In the place of an id a name or alias may stand that only one entity has: `[[Maria Berg]]`. As Obsidian writes them,
//! `[[id#Early life|words]]` is `[[id|words]]`, and so is `[[id\|words]]`.
//! In `[[a|the old [[b|town]]]][[b+| hall]]` a is "the old town", b is "town hall".
//! Single brackets within a mention pair up: `[[id|words [sic]]]`. Nested mentions of one entity are one. No mention
//! shares words with a link. `[[id|words]](1)` would be a link: write `\(`.
//!
//! The rest of the text is linked automatically: names and aliases of all entities, and the article's own, which win.
//! Leftmost and longest first, whole words, case and diacritics count; curly and straight quotes are alike, hyphens
//! and short dashes, kinds of spaces, composed and decomposed letters. A possessive may follow. A hyphen or short dash
//! joined to a word goes on with it ("China" is not linked in "China-friendly"); an em dash does not. Nothing is
//! linked in links and code, across the edge of an author's mention, within one of the same entity, nor where the
//! author already said what just these words mean.

pub mod change;
pub mod codes;
pub mod files;
pub mod finding;
pub mod fix;
pub mod printout;
pub mod sentence;

mod allow;
mod allowance;
mod anchor;
mod article;
mod autolink;
mod block_index;
pub mod block_list;
mod characters;
mod check;
mod citation;
mod comments;
mod compilation;
mod content_files;
mod draft;
mod emphasis;
mod entity;
mod entity_body;
mod entity_names;
mod event;
mod file_names;
mod findings;
mod flat;
mod flat_builder;
#[cfg(not(target_arch = "wasm32"))]
mod folder;
mod front;
mod inline;
mod links;
mod lock;
mod markdown;
mod mention;
mod names;
mod naming;
mod normal;
mod paragraph;
mod picture;
mod private;
mod raw_marks;
mod rules;
mod runs;
mod settings;
mod slug;
mod source;
mod source_span;
mod source_text;
mod statement;
mod suggestion;
mod symbol_table;
mod syntax;
mod toml_table;
mod toml_value;
mod unknown_key;
mod unknown_source;
mod weave;
mod when;
mod work_numbers;
mod yaml;

#[cfg(test)]
mod tests;

use rayon::prelude::*;

use crate::compile::autolink::NameMatcher;
use crate::compile::change::Change;
use crate::compile::compilation::Compilation;
use crate::compile::content_files::ContentFiles;
use crate::compile::entity::Declaration;
use crate::compile::entity_body::EntityBody;
use crate::compile::files::Files;
use crate::compile::finding::{Finding, Severity};
use crate::compile::findings::Findings;
use crate::compile::inline::Scope;
use crate::compile::naming::PrivateNames;
use crate::compile::slug::check_slug;
use crate::compile::source_span::SourceSpan;
use crate::compile::statement::{Statement, StatementKind};
use crate::compile::symbol_table::SymbolTable;
use crate::model::site::{Article, Site};

/// What a run of the compiler came to.
#[derive(Debug)]
pub struct Outcome {
    /// Absent as soon as one finding is an error.
    pub site: Option<Site>,
    /// All of the run but for those that may stand: errors first, each by file and source span.
    pub findings: Vec<Finding>,
    /// How many comments are left out of what is published.
    pub comments: usize,
    /// How many findings may stand.
    pub allowed: usize,
    /// What [`files::LOCK`] is to hold after this run, where that is known and no finding is an error.
    pub lock: Option<String>,
}

/// Compiles a content folder's files, on all cores. What comes of it does not depend on how many there are.
pub fn compile(files: &Files) -> Outcome {
    let findings = Findings::default();
    let content = ContentFiles::sort(files, &findings);
    let compiled = read(&content, files, &findings);
    let compiled = compiled.map(|compiled| (compiled.lock(&content), compiled.site));
    let comments = findings.comments();
    let (findings, allowed) = findings.settled();
    let refused = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    let (lock, site) = compiled.filter(|_| !refused).unzip();
    Outcome {
        site,
        findings,
        comments,
        allowed,
        lock: lock.flatten().map(|lock| lock.to_string()),
    }
}

/// Reads everything there is, in the order in which one thing needs another.
fn read<'a>(
    content: &ContentFiles<'a>,
    files: &'a Files,
    findings: &'a Findings,
) -> Option<Compilation<'a>> {
    file_names::check(files, findings);
    let mut site = settings::read(content.site, findings)?;
    let mut symbols = SymbolTable::new(findings);
    let source_spans = sources(content, &mut site, &mut symbols);
    let declarations = declare(content, files, &mut site, &mut symbols);
    symbols.private_names = PrivateNames::of(&declarations, &site.entities);
    let mut statements = articles(content, &declarations, &mut site, &mut symbols);
    statements.extend(bodies(declarations, &mut site, &symbols));
    let (event_spans, dated) = events(content, &mut site, &symbols);
    statements.extend(dated);
    private::rests_on_articles(&site.entities, &statements, findings);
    // What could not be read may hold the mention or citation that seems to be missing.
    if !findings.any(finding::hides_content) {
        let files = content.entities.values().map(|file| file.path);
        check::entities_are_mentioned(&site, files, &statements, findings);
        check::sources_are_cited(&site, &source_spans, &statements, findings);
        check::events_are_shown(&site, &event_spans, findings);
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
) -> Vec<SourceSpan<'a>> {
    let Some(file) = content.sources else {
        return Vec::new();
    };
    let (sources, complete) = source::read(file, symbols.findings);
    symbols.sources_are_incomplete = !complete;
    let mut spans = Vec::new();
    for (span, source) in sources {
        let slug = source.slug.clone();
        if let Some(url) = &source.url {
            symbols.source_urls.insert(slug.clone(), url.clone());
        }
        symbols.sources.insert(slug, site.sources.push(source));
        spans.push(span);
    }
    spans
}

/// Enters all entities, so far only with who they are; returns what is left of their files.
fn declare<'a>(
    content: &ContentFiles<'a>,
    files: &Files,
    site: &mut Site,
    symbols: &mut SymbolTable<'a>,
) -> Vec<Declaration<'a>> {
    let all = content.entities.iter().collect();
    let language = &site.language;
    let findings = symbols.findings;
    let declarations = each(all, |(slug, file)| {
        let span = SourceSpan::whole(file.path);
        check_slug(slug, &span, findings, |one| {
            content.entities.contains_key(one)
        });
        entity::declare(*file, slug, language, files, findings)
    });
    for one in &declarations {
        let id = site.entities.push(one.entity.clone());
        symbols.entities.insert(one.entity.slug.clone(), id);
        for words in &one.words {
            symbols.entity_names.add(&words.text, &one.entity.slug);
        }
    }
    declarations
}

/// Enters the articles; returns what their notes on passages name.
fn articles<'a>(
    content: &ContentFiles<'a>,
    declarations: &[Declaration<'_>],
    site: &mut Site,
    symbols: &mut SymbolTable<'a>,
) -> Vec<Statement<'a>> {
    let all = site.entities.ids().zip(declarations);
    let linkable = all.filter(|(_, declaration)| declaration.autolink);
    let words = linkable
        .flat_map(|(id, declaration)| declaration.words.iter().map(move |words| (words, id)));
    let words: Vec<_> = words.collect();
    names::check(declarations, &site.language, symbols.findings);
    check::names_are_distinct(&words, &site.entities, symbols.findings);
    let names = NameMatcher::new(words.iter().map(|(words, id)| (&*words.text, *id)));
    let (entities, language, known) = (&site.entities, &site.language, &*symbols);
    let all = content.articles.iter().collect();
    let compiled = each(all, |(slug, file)| {
        let span = SourceSpan::whole(file.path);
        check_slug(slug, &span, known.findings, |one| {
            content.articles.contains_key(one)
        });
        let symbols = known;
        let scope = Scope { symbols, entities };
        article::compile(*file, language, &names, scope)
    });
    let mut statements = Vec::new();
    for (slug, compiled) in content.articles.keys().zip(compiled) {
        let (article, named, blocks) = match compiled {
            Some(compiled) => (compiled.article, compiled.named, Some(compiled.blocks)),
            None => (front::empty(&site.language), Vec::new(), None),
        };
        let slug = (*slug).to_owned();
        let id = site.articles.push(Article {
            slug: slug.clone(),
            ..article
        });
        symbols.articles.insert(slug, (id, blocks));
        statements.push(Statement {
            subject: None,
            kind: StatementKind::Notes(id),
            named,
            references: Vec::new(),
            said: String::new(),
        });
    }
    if site.articles.is_empty() {
        symbols
            .findings
            .error("no-articles", &SourceSpan::whole(""), "there is no article")
            .change(Change::Append {
                file: "articles/first.md".to_owned(),
                text: "+++\ntitle = \"…\"\n+++\n…\n".to_owned(),
            })
            .help("write one to `articles/NAME.md`: `+++`, `title = \"…\"`, `+++` on lines of their own, then its text");
    }
    statements
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
