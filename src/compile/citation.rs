//! What a statement cites: `"ARTICLE#pN"` or a key of `sources.toml`, and as a table a part of a work.

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
    })
}

/// `{ id = "smith-2019", pages = "12-14" }`, or with `at` any other place of the work.
fn part<'a>(mut table: TomlTable<'a>, symbols: &SymbolTable<'_>) -> Option<Citation<'a>> {
    let id = table.required("id");
    let pages = table.optional("pages");
    let place = table.optional("at");
    if let (Some(pages), Some(_)) = (&pages, &place) {
        table
            .findings()
            .error("wrong-type", &pages.span, "this is one place too many")
            .help("keep `pages` or `at`, and tell the other in it");
    }
    table.finish();
    let id = id?;
    let passage = pages
        .map(|pages| Passage::Pages(pages.text.into_owned()))
        .or(place.map(|place| Passage::Place(place.text.into_owned())));
    match symbols.reference(&id)? {
        Reference::Work(work, _) => Some(Citation {
            reference: Reference::Work(work, passage),
            span: id.words(),
        }),
        reference @ Reference::Article(..) => {
            if passage.is_some() {
                symbols
                    .findings
                    .error("wrong-type", &id.words(), "an article has no pages here")
                    .help(format!("write `source = \"{}\"`", id.text));
            }
            Some(Citation {
                reference,
                span: id.words(),
            })
        }
    }
}
