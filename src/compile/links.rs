//! Where links in prose may lead: to the web, by mail, to a block of the same page, or to an article of the site.

use std::ops::Range;

use crate::compile::block_index::block_number;
use crate::compile::flat::{Flat, InlineStyle};
use crate::compile::source_text::SourceText;
use crate::compile::symbol_table::SymbolTable;

/// Checks all links of a text. `blocks` is how many blocks its page has; prose about entities stands in many pages.
pub(crate) fn check(
    flat: &Flat,
    written: &SourceText<'_>,
    blocks: Option<u32>,
    symbols: &SymbolTable<'_>,
) {
    for (range, style) in &flat.styles {
        let InlineStyle::Link(href) = style else {
            continue;
        };
        let words = flat.source(range.clone());
        let span = written.span_of(words.clone());
        let report = |message: String| symbols.findings.error("broken-link", &span, message);
        match fault(href, blocks) {
            Some(LinkFault::Known(message, help)) => report(message).help(help),
            Some(LinkFault::NoScheme) => {
                let part = address(written, words.end, href);
                let at = part.map(|part| written.span_of(part).range);
                symbols.article_links.take(href, &span, at);
            }
            None => {}
        }
    }
}

/// Where the address of a link stands whose words end there: `](address`; nothing where the file has the text otherwise.
fn address(written: &SourceText<'_>, end: usize, href: &str) -> Option<Range<usize>> {
    written.start?;
    let rest = written.text.get(end..)?.strip_prefix("](")?;
    let start = end + 2;
    rest.starts_with(href).then(|| start..start + href.len())
}

/// What is wrong with a link.
enum LinkFault {
    Known(String, &'static str),
    /// It is no web address; it may be an article's.
    NoScheme,
}

/// What is wrong with an address, and what to type.
fn fault(href: &str, blocks: Option<u32>) -> Option<LinkFault> {
    let known = |message: String, help| Some(LinkFault::Known(message, help));
    let nowhere = || format!("`{href}` leads nowhere");
    if href.is_empty() {
        let message = "this link leads nowhere".to_owned();
        return known(message, "write an address in the parentheses");
    }
    if let Some(fragment) = href.strip_prefix('#') {
        let number = block_number(fragment).filter(|number| Some(*number) <= blocks);
        let help = "write `#pN` for block N of the same article, or a mention for an entity";
        return number.is_none().then(|| LinkFault::Known(nowhere(), help));
    }
    match href.split_once(':') {
        Some((scheme, rest)) if is_any(scheme, &["http", "https"]) => {
            let host = rest.strip_prefix("//").unwrap_or_default();
            let is_whole = !host.is_empty() && !host.starts_with('/');
            (!is_whole).then(|| LinkFault::Known(nowhere(), "write the whole address"))
        }
        Some((scheme, rest)) if is_any(scheme, &["mailto"]) => {
            let help = "write `mailto:name@host`";
            (!rest.contains('@')).then(|| LinkFault::Known(nowhere(), help))
        }
        Some((scheme, _)) if !scheme.contains('/') => {
            let message = format!("`{scheme}:` is no scheme for a link here");
            known(message, "write `https:`, `http:` or `mailto:`")
        }
        _ => Some(LinkFault::NoScheme),
    }
}

fn is_any(scheme: &str, schemes: &[&str]) -> bool {
    schemes
        .iter()
        .any(|known| known.eq_ignore_ascii_case(scheme))
}
