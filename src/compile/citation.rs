//! What a statement cites: `"ARTICLE#pN"`, `"ARTICLE#anchor"` or a key of `sources.toml`; as a table words of an article,
//! or a part of a work.

use crate::compile::fields::{PART, QUOTED};
use crate::compile::metadata;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::symbol_table::SymbolTable;
use crate::compile::toml_table::TomlTable;
use crate::compile::toml_value::TomlValue;
use crate::model::site::{Passage, Reference};

/// What a statement rests on, and where it says so.
#[derive(Clone)]
pub(crate) struct Citation<'a> {
    pub(crate) reference: Reference,
    pub(crate) span: SourceSpan<'a>,
    /// Of a block of an article: its address as the statement has it, `town#p2`, `town#arrest` or `town "words of it"`.
    pub(crate) address: String,
}

/// The citations in a value: a string, a table, or a list of both.
pub(crate) fn citations<'a>(value: TomlValue<'a>, symbols: &SymbolTable<'_>) -> Vec<Citation<'a>> {
    let values = if value.is_list() {
        value.items()
    } else {
        vec![value]
    };
    let cited = values.into_iter().filter_map(|value| {
        if value.is_blank() {
            None
        } else if value.is_table() {
            part(value.table()?, symbols)
        } else {
            plain(value.string()?, symbols)
        }
    });
    cited.collect()
}

fn plain<'a>(written: SourceText<'a>, symbols: &SymbolTable<'_>) -> Option<Citation<'a>> {
    Some(Citation {
        reference: symbols.reference(&written)?,
        span: written.words(),
        address: written.text.into_owned(),
    })
}

fn part<'a>(table: TomlTable<'a>, symbols: &SymbolTable<'_>) -> Option<Citation<'a>> {
    if table.holds("article") || table.holds("quote") {
        words(table, symbols)
    } else {
        passage(table, symbols)
    }
}

/// `{ id = "smith-2019", pages = "12-14" }`, or with `at` any other place of the work.
fn passage<'a>(mut table: TomlTable<'a>, symbols: &SymbolTable<'_>) -> Option<Citation<'a>> {
    let id = table.required("id");
    let pages = table.optional_words("pages");
    let place = table.optional_words("at");
    if let (Some(pages), Some(_)) = (&pages, &place) {
        table
            .findings()
            .error("wrong-type", &pages.span, "this is one place too many")
            .help("keep `pages` or `at`, and tell the other in it");
    }
    table.finish(&PART);
    metadata::names_nobody_private(pages.iter().chain(&place), symbols);
    let id = id?;
    let passage = pages
        .map(|pages| Passage::Pages(pages.text.into_owned()))
        .or(place.map(|place| Passage::Place(place.text.into_owned())));
    let reference = match symbols.reference(&id)? {
        Reference::Work(work, _) => Reference::Work(work, passage),
        reference @ Reference::Article(..) => {
            if passage.is_some() {
                symbols
                    .findings
                    .error("wrong-type", &id.words(), "an article has no pages here")
                    .help(format!("write `source = \"{}\"`", id.text));
            }
            reference
        }
    };
    Some(Citation {
        reference,
        span: id.words(),
        address: id.text.into_owned(),
    })
}

/// `{ article = "dredger", quote = "61 tonnes" }`: the one block in which these words stand.
fn words<'a>(mut table: TomlTable<'a>, symbols: &SymbolTable<'_>) -> Option<Citation<'a>> {
    let article = table.required("article");
    let quote = table.required("quote");
    table.finish(&QUOTED);
    let (article, quote) = (article?, quote?);
    let (id, blocks) = symbols.article(&article.text, "", &article.words())?;
    let found = blocks?.quoted(&quote.text);
    let address = format!("{} \"{}\"", article.text, quote.text);
    if let [block] = found[..] {
        return Some(Citation {
            reference: Reference::Article(id, block),
            span: quote.words(),
            address,
        });
    }
    let (code, message, help) = if found.is_empty() {
        (
            "unknown-quote",
            format!("these words stand in no block of `{}`", article.text),
            "write words of one block as the article has them, without its markup",
        )
    } else {
        let places: Vec<_> = found.iter().map(|block| format!("`p{block}`")).collect();
        (
            "ambiguous-quote",
            format!("these words stand in {}", places.join(", ")),
            "write more of the words around them, so that only one block has them",
        )
    };
    symbols
        .findings
        .error(code, &quote.words(), message)
        .help(help);
    None
}
