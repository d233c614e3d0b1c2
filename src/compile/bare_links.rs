//! Addresses that stand in the text as they are, `https://example.org` and `www.example.org`: each is a link to itself.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compile::emphasis::is_cjk;
use crate::compile::flat::{Edits, Flat, InlineStyle, InlineStyles};

/// By what an address begins.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// Bytes that an address may have here; browsers and servers take no longer ones for certain.
const LONGEST: usize = 2048;

/// The text with its addresses as links.
pub(crate) fn set(flat: Flat) -> Flat {
    if !BEGINNINGS.iter().any(|one| flat.text.contains(one)) {
        return flat;
    }
    let found = found(&flat);
    if found.is_empty() {
        return flat;
    }
    // Put in anew as they are: no sign in an address is markup.
    let edits = found
        .iter()
        .map(|range| (range.clone(), flat.text[range.clone()].to_owned()));
    let edits = Edits::new(edits.collect());
    let mut flat = flat.edit(&edits);
    for range in found {
        let words = &flat.text[range.clone()];
        let href = match words.strip_prefix("www.") {
            Some(_) => ["http://", words].concat(),
            None => words.to_owned(),
        };
        flat.styles.push((range, InlineStyle::Link(href)));
    }
    // Stable: of two over the same words the author's stays outside.
    flat.styles
        .sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    flat
}

/// Addresses that end where letters of Chinese or Japanese begin, which may be more of them.
pub(crate) fn cut_short(flat: &Flat) -> Vec<Range<usize>> {
    if !BEGINNINGS.iter().any(|one| flat.text.contains(one)) {
        return Vec::new();
    }
    let is_letter = |c: char| c.is_alphanumeric() && is_cjk(c);
    // Where words are set in another way, or a footnote's sign stands, their author parted them.
    let styles = flat.styles.iter();
    let borders = styles.flat_map(|(range, _)| [range.start, range.end]);
    let borders: BTreeSet<_> = borders
        .chain(flat.footnote_references.iter().map(|sign| sign.at))
        .collect();
    let mut found = found(flat);
    found.retain(|range| {
        flat.text[range.end..].starts_with(is_letter) && !borders.contains(&range.end)
    });
    found
}

fn found(flat: &Flat) -> Vec<Range<usize>> {
    let text = &flat.text;
    let signs = flat.signs();
    let styles = InlineStyles::of(flat);
    let ranges = flat.styles.iter().map(|(range, _)| range);
    let mut borders: Vec<_> = ranges.flat_map(|one| [one.start, one.end]).collect();
    borders.extend(flat.footnote_references.iter().map(|sign| sign.at));
    borders.sort_unstable();
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut from, mut counted, mut open) = (0, 0, 0_isize);
    let begins = signs.match_indices(['h', 'w']).map(|(at, _)| at);
    let begins = begins.filter(|at| BEGINNINGS.iter().any(|one| signs[*at..].starts_with(one)));
    for start in begins {
        if start < from {
            continue;
        }
        let before = text[..start].chars().next_back();
        let is_apart = before.is_none_or(|c| !c.is_alphanumeric() && c != '/' || is_cjk(c));
        let is_closed = |(_, style): &(Range<usize>, InlineStyle)| {
            matches!(style, InlineStyle::Link(_) | InlineStyle::Code)
        };
        let passed = &signs[counted..start];
        open += passed.matches("[[").count() as isize - passed.matches("]]").count() as isize;
        counted = start;
        let in_mention = open > 0;
        if !is_apart || in_mention || styles.touching(start..start + 1).any(is_closed) {
            continue;
        }
        // An address is in one style, and ends at a footnote's sign.
        let border = borders.get(borders.partition_point(|border| *border <= start));
        let longest = text.floor_char_boundary(start + LONGEST);
        let limit = border.map_or(longest, |border| longest.min(*border));
        let end = end(&text[start..limit]);
        if is_address(&text[start..start + end]) {
            from = start + end;
            found.push(start..from);
        }
    }
    found
}

/// How long the address is by which a text begins; signs that end a sentence are none of it.
fn end(text: &str) -> usize {
    let goes_on = |c: char| match c {
        c if c.is_ascii() => c.is_ascii_graphic() && !"<>[]{}|\"`".contains(c),
        c => c.is_alphanumeric() && !is_cjk(c),
    };
    let mut end = text.find(|c: char| !goes_on(c)).unwrap_or(text.len());
    let count = |sign: char| text[..end].matches(sign).count();
    let (opened, mut closed) = (count('('), count(')'));
    while let Some(last) = text[..end].chars().next_back() {
        if last == ')' && closed > opened {
            closed -= 1;
        } else if !"?!.,:;*_~'&".contains(last) {
            break;
        }
        end -= last.len_utf8();
    }
    end
}

/// Whether a host is named, with its country or the like.
fn is_address(text: &str) -> bool {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let parts: Vec<_> = host.split('.').collect();
    let is_name =
        |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let least = if text.starts_with("www.") { 3 } else { 2 };
    parts.len() >= least && parts.iter().all(is_name)
}

#[cfg(test)]
mod tests {
    use crate::compile::findings::Findings;
    use crate::compile::flat::InlineStyle;
    use crate::compile::paragraph;
    use crate::compile::source_text::SourceText;

    /// Where the links of a paragraph lead.
    #[track_caller]
    fn check(markdown: &str, links: &[&str]) {
        let flat = paragraph::read(&SourceText::whole(markdown), &Findings::default());
        let found = flat.styles.iter().filter_map(|(_, style)| match style {
            InlineStyle::Link(href) => Some(&**href),
            _ => None,
        });
        assert_eq!(found.collect::<Vec<_>>(), links, "{markdown}");
    }

    #[test]
    fn an_address_is_a_link_without_the_sentence_around_it() {
        for (text, link) in [
            (
                "See https://example.org/report for more.",
                "https://example.org/report",
            ),
            (
                "See https://example.org/a_b_c~d.",
                "https://example.org/a_b_c~d",
            ),
            ("(https://example.org/a_(b))", "https://example.org/a_(b)"),
            ("((https://example.org/a)).)", "https://example.org/a"),
            ("hwww.x.example https://x.example", "https://x.example"),
            ("www.example.org!", "http://www.example.org"),
            ("见https://x.example。她走了", "https://x.example"),
            ("**https://x.example**, so", "https://x.example"),
            ("“https://x.example/?a=1&b=2”", "https://x.example/?a=1&b=2"),
            (
                "https://de.example/wiki/Zürich?",
                "https://de.example/wiki/Zürich",
            ),
        ] {
            check(text, &[link]);
        }
    }

    #[test]
    fn in_code_links_and_mentions_it_stays() {
        check("`https://x.example`", &[]);
        check(
            "[https://x.example](https://y.example)",
            &["https://y.example"],
        );
        check("<https://x.example>", &["https://x.example"]);
        check("[[a|https://x.example]]", &[]);
        check("https://, http://localhost, www.x, awww.x.example", &[]);
    }
}
