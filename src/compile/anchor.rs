//! Anchors: the name that an author gives a block, `{#arrest}` at its end, so that it can be cited whatever is written
//! before it. It is no part of the text, and no address in the page.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::compile::block_index::block_number;
use crate::compile::findings::Findings;
use crate::compile::flat::{Edits, Flat, InlineStyle};
use crate::compile::slug::is_slug;
use crate::compile::source_text::SourceText;

/// The anchors of an article, with the number of their blocks.
#[derive(Default)]
pub(crate) struct Anchors(BTreeMap<String, u32>);

impl Anchors {
    /// Takes the anchor out of a block's text, if it ends in one.
    pub(crate) fn take(
        &mut self,
        flat: &mut Flat,
        number: u32,
        written: &SourceText<'_>,
        findings: &Findings,
    ) {
        let Some(found) = find(flat, written) else {
            return;
        };
        let name = flat.text[found.name.clone()].to_owned();
        let sign = flat.source(found.sign.clone());
        let span = written.span_of(sign.clone());
        let before = flat.text[..found.sign.start].trim_end().len();
        let fault = if before == 0 {
            Some((
                "an anchor stands at the end of the block that it names".to_owned(),
                "write it behind the last word of the block".to_owned(),
                None,
            ))
        } else if block_number(&name).is_some() {
            Some((
                format!("`{name}` is a block by its number"),
                "give the block a name: `{#arrest}`".to_owned(),
                None,
            ))
        } else if !is_slug(&name) {
            let meant = proposal(&name).map(|name| format!("{{#{name}}}"));
            let help = match &meant {
                Some(meant) => format!("write `{meant}`"),
                None => "write a name of small letters, digits and hyphens: `{#arrest}`".to_owned(),
            };
            let change = meant.map(|meant| written.change(sign, &meant));
            Some((format!("`{name}` is no name for a block"), help, change))
        } else {
            None
        };
        if let Some((message, help, change)) = fault {
            findings
                .error("bad-anchor", &span, message)
                .changes(change)
                .help(help);
            return;
        }
        *flat = flat.edit(&Edits::new(vec![(before..flat.text.len(), String::new())]));
        if self.0.insert(name.clone(), number).is_some() {
            let message = format!("another block is called `{name}`");
            findings
                .error("duplicate-id", &span, message)
                .help("give this one a name of its own");
        }
    }

    /// Lets links to anchors, `[words](#arrest)`, lead to the addresses of their blocks.
    pub(crate) fn resolve_links(&self, flat: &mut Flat) {
        for (_, style) in &mut flat.styles {
            if let InlineStyle::Link(href) = style
                && let Some(number) = href.strip_prefix('#').and_then(|name| self.0.get(name))
            {
                *href = format!("#p{number}");
            }
        }
    }

    pub(crate) fn into_numbers(self) -> BTreeMap<String, u32> {
        self.0
    }
}

/// Where an anchor stands in a block's text.
struct Found {
    /// From brace to brace.
    sign: Range<usize>,
    name: Range<usize>,
}

/// The anchor at the end of a text; braces that the author escaped or set as code are none.
fn find(flat: &Flat, written: &SourceText<'_>) -> Option<Found> {
    let text = flat.text.trim_end();
    let start = text.strip_suffix('}')?.rfind("{#")?;
    let sign = start..text.len();
    let source = flat.source(sign.clone());
    let before = written.text.get(..source.start)?.bytes().rev();
    let is_escaped = before.take_while(|byte| *byte == b'\\').count() % 2 == 1;
    let is_plain = written.text.get(source) == Some(&text[sign.clone()]) && !is_escaped;
    let name = start + 2..text.len() - 1;
    let is_alone = !text[name.clone()].contains(['{', '\n']);
    (is_plain && is_alone).then_some(Found { sign, name })
}

/// A name like the one that was meant.
fn proposal(name: &str) -> Option<String> {
    let first = name.split([' ', '.', '=']).find(|word| !word.is_empty());
    name_of(first.unwrap_or_default())
}

/// Longest name that is made of a block's words.
const LONGEST: usize = 32;

/// A name made of words, if they have Latin letters or digits.
pub(crate) fn name_of(words: &str) -> Option<String> {
    let plain = words
        .nfd()
        .filter(|letter| letter.is_ascii() && *letter != '\'');
    let plain: String = plain.collect();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    let mut name = String::new();
    for word in words.filter(|word| !word.is_empty()).take(4) {
        if !name.is_empty() && name.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&word.to_ascii_lowercase());
    }
    name.truncate(LONGEST);
    (!name.is_empty() && block_number(&name).is_none()).then_some(name)
}

/// Says that a value that is no block of an article has no anchor.
pub(crate) fn refuse(flat: &Flat, written: &SourceText<'_>, findings: &Findings) {
    let is_word = |found: &Found| !flat.text[found.name.clone()].contains(char::is_whitespace);
    if let Some(found) = find(flat, written).filter(is_word) {
        let sign = flat.source(found.sign);
        let message = "only a block of an article has an anchor";
        findings
            .error("bad-anchor", &written.span_of(sign.clone()), message)
            .change(written.change(sign, ""))
            .help("leave it out");
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_name_is_made_of_the_first_words() {
        for (words, name) in [
            (
                "The group's critics will contend",
                Some("the-groups-critics-will"),
            ),
            ("Ärger in Łódź", Some("arger-in-odz")),
            ("p3 is a block by its number", Some("p3-is-a-block")),
            ("p3", None),
            ("习近平", None),
            (
                "Donaudampfschifffahrtsgesellschaftskapitän",
                Some("donaudampfschifffahrtsgesellscha"),
            ),
        ] {
            assert_eq!(name_of(words).as_deref(), name, "{words}");
        }
    }
}
