//! Values that are plain words, such as names and descriptions: Markdown is not read in them.

use std::ops::Range;

use crate::compile::findings::Findings;
use crate::compile::source_text::SourceText;

/// Says which signs of Markdown in a value would be published as they stand.
pub(crate) fn check_words(written: &SourceText<'_>, findings: &Findings) {
    let Some((range, words)) = mark(&written.text) else {
        return;
    };
    let message = format!(
        "Markdown is not read here, and `{}` would be published as it stands",
        &written.text[range.clone()]
    );
    let change = written.change(range.clone(), &words);
    let report = findings.error("stray-mark", &written.span_of(range), message);
    report.change(change).help(if words.is_empty() {
        "leave it out".to_owned()
    } else {
        format!("write `{}`", written.typed(&words))
    });
}

/// The first mark, and its words alone.
fn mark(text: &str) -> Option<(Range<usize>, String)> {
    let pairs = [
        ("[[", "]]"),
        ("%%", "%%"),
        ("<!--", "-->"),
        ("**", "**"),
        ("__", "__"),
        ("`", "`"),
    ];
    let found = pairs.iter().filter_map(|(open, close)| {
        let start = text.find(open)?;
        let inner = start + open.len();
        let end = inner + text[inner..].find(close)?;
        let words = &text[inner..end];
        let words = match *open {
            "%%" | "<!--" => "",
            "[[" => words.split('|').nth(1).unwrap_or(words),
            _ => words,
        };
        (inner < end).then(|| (start..end + close.len(), words.to_owned()))
    });
    let marks = found.chain(link(text)).chain(emphasis(text));
    let marks = marks.chain(tag(text)).chain(reference(text));
    marks.min_by_key(|(range, _)| range.start)
}

/// `*words*`, `_words_`
fn emphasis(text: &str) -> Option<(Range<usize>, String)> {
    let mut signs = text.char_indices().filter(|(_, c)| matches!(c, '*' | '_'));
    let (start, sign) = signs.find(|(at, _)| {
        let before = text[..*at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric())
    })?;
    let inner = start + 1;
    let end = inner + text[inner..].find(sign)?;
    let words = &text[inner..end];
    let after = text[end + 1..].chars().next();
    let is_tight = !words.is_empty() && words.trim() == words;
    let is_whole = after.is_none_or(|c| !c.is_alphanumeric() && c != sign);
    (is_tight && is_whole).then(|| (start..end + 1, words.to_owned()))
}

/// `<em>`, `</em>`: what sets words. Any other tag may be the very thing that is named.
fn tag(text: &str) -> Option<(Range<usize>, String)> {
    const TAGS: [&str; 12] = [
        "a", "b", "br", "em", "font", "i", "p", "small", "span", "strong", "sub", "sup",
    ];
    let mut signs = text.match_indices('<').map(|(at, _)| at);
    signs.find_map(|start| {
        let end = start + text[start..].find('>')? + 1;
        let inner = text[start + 1..end - 1].trim_matches('/');
        let name = inner.split(' ').next().unwrap_or(inner);
        TAGS.contains(&&*name.to_ascii_lowercase())
            .then(|| (start..end, String::new()))
    })
}

/// `&amp;`, which other programs leave in what is copied from them.
fn reference(text: &str) -> Option<(Range<usize>, String)> {
    let mut signs = text.match_indices('&').map(|(at, _)| at);
    signs.find_map(|start| {
        let end = start + text[start..].find(';')? + 1;
        let words = html_escape::decode_html_entities(&text[start..end]);
        (words != text[start..end]).then(|| (start..end, words.into_owned()))
    })
}

/// `[words](address)`
fn link(text: &str) -> Option<(Range<usize>, String)> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')? + 1;
    Some((start..end, text[start + 1..middle].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn plain_words_have_no_mark() {
        for text in [
            "AT&T; Johnson & Johnson",
            "5 * 3 * 2, C*-algebra, a_b_c",
            "1 < 2 > 0",
            "f(x)[1](sic",
            "Who? [sic]",
            "snake_case and _private",
            "The <canvas> element",
        ] {
            assert_eq!(mark(text), None, "{text}");
        }
    }

    #[test]
    fn marks_are_found_with_their_words() {
        for (text, found, words) in [
            ("The *Gazette*, again", "*Gazette*", "Gazette"),
            ("an _old_ town", "_old_", "old"),
            ("a <em>b", "<em>", ""),
            ("Smith &amp; Sons", "&amp;", "&"),
            ("[[a|the words|note]]", "[[a|the words|note]]", "the words"),
            ("[b](https://c.example)", "[b](https://c.example)", "b"),
        ] {
            let (range, instead) = mark(text).expect(text);
            assert_eq!((&text[range], &*instead), (found, words));
        }
    }
}
