//! Where links in prose may lead: to the web, by mail, or to a block of the same page.

use crate::compile::findings::Findings;
use crate::compile::flat::{Flat, InlineStyle};
use crate::compile::source_text::SourceText;
use crate::compile::symbol_table::block_number;

/// Checks all links of a text. `blocks` is how many blocks its page has; prose about entities stands in many pages.
pub(crate) fn check(
    flat: &Flat,
    written: &SourceText<'_>,
    blocks: Option<u32>,
    findings: &Findings,
) {
    for (range, style) in &flat.styles {
        if let InlineStyle::Link(href) = style
            && let Some((message, help)) = fault(href, blocks)
        {
            let span = written.span_of(flat.source(range.clone()));
            findings.error("broken-link", &span, message).help(help);
        }
    }
}

/// What is wrong with an address, and what to type.
fn fault(href: &str, blocks: Option<u32>) -> Option<(String, &'static str)> {
    let nowhere = || format!("`{href}` leads nowhere");
    if href.is_empty() {
        let message = "this link leads nowhere".to_owned();
        return Some((message, "write an address in the parentheses"));
    }
    if let Some(fragment) = href.strip_prefix('#') {
        let number = block_number(fragment).filter(|number| Some(*number) <= blocks);
        let help = "write `#pN` for block N of the same article, or a mention for an entity";
        return number.is_none().then(|| (nowhere(), help));
    }
    match href.split_once(':') {
        Some((scheme, rest)) if is_any(scheme, &["http", "https"]) => {
            let host = rest.strip_prefix("//").unwrap_or_default();
            let is_whole = !host.is_empty() && !host.starts_with('/');
            (!is_whole).then(|| (nowhere(), "write the whole address"))
        }
        Some((scheme, rest)) if is_any(scheme, &["mailto"]) => {
            (!rest.contains('@')).then(|| (nowhere(), "write `mailto:name@host`"))
        }
        Some((scheme, _)) if !scheme.contains('/') => {
            let message = format!("`{scheme}:` is no scheme for a link here");
            Some((message, "write `https:`, `http:` or `mailto:`"))
        }
        _ => Some((
            nowhere(),
            "write a whole address that begins with `https://`",
        )),
    }
}

fn is_any(scheme: &str, schemes: &[&str]) -> bool {
    schemes
        .iter()
        .any(|known| known.eq_ignore_ascii_case(scheme))
}
