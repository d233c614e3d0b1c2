//! An article's front matter: TOML between two lines of `+++`.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compile::autolink::{Linker, NameMatcher};
use crate::compile::findings::Findings;
use crate::compile::normal::normal;
use crate::compile::rules;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::symbol_table::SymbolTable;
use crate::compile::syntax;
use crate::compile::toml_table::TomlTable;
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
}

impl Front<'_> {
    /// What the article links on its own; `names` are those that all articles link.
    pub(crate) fn linker<'n>(&self, names: &'n NameMatcher) -> Option<Linker<'n>> {
        let own = self.own.iter().map(|(name, entity)| (&*name.text, *entity));
        self.autolink.then(|| Linker {
            names,
            own: (!self.own.is_empty()).then(|| NameMatcher::new(own)),
            except: self.except.clone(),
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
    let line = lines(text, first).next().unwrap_or(0..0);
    let span = SourceSpan::new(
        file,
        line.start..line.start + text[line.clone()].trim_end().len(),
    );
    findings
        .error("malformed-front-matter", &span, message)
        .help(help);
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
        byline: Vec::new(),
        publisher: None,
        date: None,
        updated: None,
        language: language.to_owned(),
        url: None,
        description: None,
        excerpt: false,
        blocks: Vec::new(),
        mentions: id::Table::default(),
    }
}

/// Reads the front matter in a part of the file.
pub(crate) fn read<'a>(
    file: &'a str,
    text: &'a str,
    part: Range<usize>,
    language: &str,
    symbols: &SymbolTable<'a>,
) -> Front<'a> {
    let mut table = syntax::parse_part(file, text, part, symbols.findings);
    let owned = |written: SourceText<'_>| written.text.into_owned();
    let title = table.required("title");
    let article = Article {
        byline: table.strings("byline").into_iter().map(owned).collect(),
        publisher: table.string("publisher").map(owned),
        date: table.date("date"),
        updated: table.date("updated"),
        language: rules::language(&mut table, "language").unwrap_or_else(|| language.to_owned()),
        url: rules::url(&mut table, "url"),
        description: table.string("description").map(owned),
        excerpt: table.flag("excerpt", false),
        ..empty(language)
    };
    let autolink = table.flag("autolink", true);
    let except = table.strings("autolink_except");
    let except = except
        .iter()
        .filter_map(|slug| symbols.entity(&slug.text, &slug.words()))
        .collect();
    let own = own_names(&mut table, symbols);
    table.finish();
    Front {
        article,
        title,
        own,
        except,
        autolink,
    }
}

/// `[aliases]`: entity ids with lists of names.
fn own_names<'a>(
    table: &mut TomlTable<'a>,
    symbols: &SymbolTable<'_>,
) -> Vec<(SourceText<'a>, Id<Entity>)> {
    let mut own: Vec<(SourceText<'a>, Id<Entity>)> = Vec::new();
    let Some(aliases) = table.table("aliases") else {
        return own;
    };
    for (slug, value) in aliases.into_entries() {
        let entity = symbols.entity(&slug, &value.key);
        for name in value.strings() {
            let Some(entity) = entity else { continue };
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
    own
}
