//! An article's front matter: TOML between two lines of `+++`.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compile::allow;
use crate::compile::autolink::{Linker, NameMatcher};
use crate::compile::change::Change;
use crate::compile::editorial;
use crate::compile::entity_names::EntityPlace;
use crate::compile::fields::ARTICLE;
use crate::compile::files::Files;
use crate::compile::findings::Findings;
use crate::compile::former;
use crate::compile::inline::Scope;
use crate::compile::lead;
use crate::compile::metadata;
use crate::compile::names;
use crate::compile::naming::Naming;
use crate::compile::nobody;
use crate::compile::normal::normal;
use crate::compile::rules;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::{SourceText, escaped};
use crate::compile::symbol_table::SymbolTable;
use crate::compile::syntax;
use crate::compile::toml_table::TomlTable;
use crate::compile::yaml;
use crate::model::id::{self, Id};
use crate::model::site::{Article, Entity};

/// What the front matter says.
pub(crate) struct Front<'a> {
    /// Without slug, blocks and mentions.
    pub(crate) article: Article,
    pub(crate) title: Option<SourceText<'a>>,
    /// Names that hold in this article only.
    pub(crate) own: Vec<(SourceText<'a>, Id<Entity>)>,
    pub(crate) except: BTreeSet<Id<Entity>>,
    pub(crate) autolink: bool,
    /// Names that it had, and where they stand.
    pub(crate) former: Vec<SourceText<'a>>,
    /// Whom standfirst, the lead's caption and corrections name.
    pub(crate) named: Vec<Naming<'a>>,
}

impl Front<'_> {
    /// What the article links on its own; `names` are those that all articles link.
    pub(crate) fn linker<'n>(&self, names: &'n NameMatcher) -> Option<Linker<'n>> {
        let own = self.own.iter().map(|(name, entity)| (&*name.text, *entity));
        self.autolink.then(|| Linker {
            names,
            own: (!self.own.is_empty()).then(|| NameMatcher::new(own)),
            except: self.except.clone(),
            nobody: self.article.nobody.clone(),
        })
    }
}

/// The bytes of the front matter and of the text below it.
pub(crate) fn split(
    file: &str,
    text: &str,
    findings: &Findings,
) -> Option<(Range<usize>, Range<usize>)> {
    let first = if text.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    if let Some(yaml) = yaml::front_matter(text, first) {
        yaml.report(file, text, findings);
        return None;
    }
    let mut fences = lines(text, first).filter(|line| text[line.clone()].trim_end() == "+++");
    let opening = fences.next().filter(|line| line.start == first);
    let (message, help) = match (opening.clone(), fences.next()) {
        (Some(opening), Some(closing)) => {
            return Some((opening.end..closing.start, closing.end..text.len()));
        }
        (Some(_), None) => (
            "the front matter has no end",
            "write a line `+++` below its last key",
        ),
        (None, _) => (
            "the article has no front matter",
            "begin with a line `+++`, then `title = \"…\"`, then another `+++`",
        ),
    };
    let line = lines(text, first).next().unwrap_or(first..first);
    let words = text[line.clone()].trim_end();
    let span = SourceSpan::new(file, line.start..line.start + words.len());
    let report = findings.error("malformed-front-matter", &span, message);
    match words.strip_prefix("# ") {
        // The title stands where other programs look for it.
        Some(title) if opening.is_none() => {
            let front = format!("+++\ntitle = \"{}\"\n+++", escaped(title.trim()));
            let change = Change::replace(file, span.range, &*front);
            report
                .change(change)
                .help(format!("write this in the place of the heading:\n{front}"));
        }
        _ if opening.is_none() => {
            let change = Change::replace(file, first..first, "+++\ntitle = \"…\"\n+++\n");
            report.change(change).help(help);
        }
        _ => report.help(help),
    }
    None
}

/// The lines of a text, each with its end.
fn lines(text: &str, from: usize) -> impl Iterator<Item = Range<usize>> {
    let mut end = from;
    text[from..].split_inclusive('\n').map(move |line| {
        let start = end;
        end += line.len();
        start..end
    })
}

/// An article that nothing is known of.
pub(crate) fn empty(language: &str) -> Article {
    Article {
        slug: String::new(),
        former: Vec::new(),
        draft: false,
        byline: Vec::new(),
        publisher: None,
        date: None,
        updated: None,
        language: language.to_owned(),
        url: None,
        description: None,
        standfirst: None,
        lead: None,
        section: None,
        tags: Vec::new(),
        corrections: Vec::new(),
        nobody: BTreeSet::new(),
        excerpt: false,
        blocks: Vec::new(),
        mentions: id::Table::default(),
        footnotes: Vec::new(),
    }
}

/// Reads the front matter in a part of the file.
pub(crate) fn read<'a>(
    file: &'a str,
    text: &'a str,
    part: Range<usize>,
    language: &str,
    files: &Files,
    scope: Scope<'_, 'a>,
) -> Front<'a> {
    let symbols = scope.symbols;
    let mut table = syntax::parse_part(file, text, part, symbols.findings);
    let owned = |written: SourceText<'_>| written.text.into_owned();
    let title = table.required("title");
    let former = former::read(&mut table);
    let mut named = Vec::new();
    let mut written = Vec::new();
    let publisher = table.optional_words("publisher");
    let description = table.words("description");
    written.extend([&publisher, &description].into_iter().flatten().cloned());
    let date = table.date("date");
    let updated = editorial::later(&mut table, "updated", date.as_ref());
    let mut article = Article {
        standfirst: editorial::standfirst(&mut table, scope, &mut named),
        lead: lead::read(&mut table, files, scope, &mut named),
        byline: editorial::byline(&mut table, &mut written),
        publisher: publisher.map(owned),
        corrections: editorial::corrections(&mut table, date.as_ref(), scope, &mut named),
        date,
        updated,
        language: rules::language(&mut table, "language").unwrap_or_else(|| language.to_owned()),
        url: rules::url(&mut table, "url"),
        description: description.map(owned),
        section: editorial::section(&mut table, &mut written),
        tags: editorial::tags(&mut table, &mut written),
        draft: table.flag("draft", false),
        former: former::slugs(&former),
        excerpt: table.flag("excerpt", false),
        ..empty(language)
    };
    metadata::names_nobody_private(&written, symbols);
    let autolink = table.flag("autolink", true);
    let except = table.strings("autolink_except");
    let except = except
        .iter()
        .filter_map(|slug| Some(symbols.named(slug)?.entity))
        .collect();
    let linked = autolink.then_some(&*article.language);
    let (own, nobody) = own_names(&mut table, linked, symbols);
    article.nobody = nobody;
    allow::read(&mut table, Some(file));
    table.finish(&ARTICLE);
    Front {
        article,
        title,
        own,
        except,
        autolink,
        former,
        named,
    }
}

/// `[aliases]`: entity ids with lists of names, and below `-` those that mean nobody here. `linked` is the article's
/// language, if names are linked automatically.
fn own_names<'a>(
    table: &mut TomlTable<'a>,
    linked: Option<&str>,
    symbols: &SymbolTable<'_>,
) -> (Vec<(SourceText<'a>, Id<Entity>)>, BTreeSet<String>) {
    let mut own: Vec<(SourceText<'a>, Id<Entity>)> = Vec::new();
    let mut nobody = BTreeSet::new();
    let Some(aliases) = table.table("aliases") else {
        return (own, nobody);
    };
    for (slug, value) in aliases.into_entries() {
        if slug == nobody::NOBODY {
            nobody.extend(value.strings().iter().map(|name| normal(&name.text)));
            continue;
        }
        let place = EntityPlace {
            span: &value.key,
            bare: false,
            change: &|meant| Change::replace(value.key.file, value.key.range.clone(), meant),
        };
        let entity = symbols.entity(&slug, &place);
        for name in value.strings() {
            let Some(entity) = entity else { continue };
            if let Some(language) = linked {
                names::check_own(&name, &slug, language, symbols.findings);
            }
            if own
                .iter()
                .any(|(other, of)| *of != entity && normal(&other.text) == normal(&name.text))
            {
                let message = format!("`{}` is given to two entities here", name.text);
                symbols
                    .findings
                    .error("alias-clash", &name.words(), message)
                    .help("keep it with one of them");
            }
            own.push((name, entity));
        }
    }
    (own, nobody)
}
