//! Bold that CommonMark leaves open beside Chinese and Japanese signs: `他说**“不”。**然后走了`.
//!
//! CommonMark lets `**` open or close nothing between a letter and a sign of punctuation, since other scripts set a space
//! there. These scripts set none, so pairs of `**` that touch their letters or signs are closed here.

use std::ops::Range;

use crate::compile::flat::{Edits, Flat, InlineStyle, InlineStyles};

/// The text with such pairs taken for bold.
pub(crate) fn closed(flat: Flat) -> Flat {
    if !flat.text.contains("**") {
        return flat;
    }
    let pairs = pairs(&flat);
    if pairs.is_empty() {
        return flat;
    }
    let marks = pairs.iter().flat_map(|(open, close)| [open, close]);
    let edits = Edits::new(marks.map(|mark| (mark.clone(), String::new())).collect());
    let bold: Vec<_> = pairs
        .iter()
        .map(|(open, close)| edits.moved(open.end)..edits.moved(close.start))
        .collect();
    let mut flat = flat.edit(&edits);
    let bold = bold.into_iter().map(|range| (range, InlineStyle::Strong));
    flat.styles.extend(bold);
    flat.styles
        .sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    flat
}

/// Pairs of `**` that stand open.
fn pairs(flat: &Flat) -> Vec<(Range<usize>, Range<usize>)> {
    let text = flat.signs();
    let styles = InlineStyles::of(flat);
    let around = |mark: &Range<usize>| -> Vec<Range<usize>> {
        let touching = styles.touching(mark.clone());
        touching.map(|(range, _)| range.clone()).collect()
    };
    let mut pairs = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for mark in doubled(&text) {
        let before = text[..mark.start].chars().next_back();
        let after = text[mark.end..].chars().next();
        if let Some(opened) = open.take_if(|open| {
            before.is_some_and(|c| !c.is_whitespace())
                && open.end < mark.start
                && (is_beside(&text, open) || is_beside(&text, &mark))
                && around(open) == around(&mark)
        }) {
            pairs.push((opened, mark));
        } else if after.is_some_and(|c| !c.is_whitespace()) {
            open = Some(mark);
        }
    }
    pairs
}

/// Runs of exactly two asterisks.
fn doubled(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_star = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)) == Some(&b'*');
    text.match_indices("**")
        .map(|(at, _)| at..at + 2)
        .filter(move |mark| !is_star(mark.start.checked_sub(1)) && !is_star(Some(mark.end)))
}

/// Whether a letter or sign of Chinese or Japanese stands right before or behind a mark.
fn is_beside(text: &str, mark: &Range<usize>) -> bool {
    let before = text[..mark.start].chars().next_back();
    let after = text[mark.end..].chars().next();
    [before, after].into_iter().flatten().any(is_cjk)
}

/// Han, kana, their punctuation, and full-width forms.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{30FF}' | '\u{3100}'..='\u{312F}' | '\u{31F0}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use crate::compile::findings::Findings;
    use crate::compile::flat::InlineStyle;
    use crate::compile::paragraph;
    use crate::compile::source_text::SourceText;

    /// The words of a paragraph, and those of them that are bold.
    #[track_caller]
    fn check(markdown: &str, words: &str, bold: &[&str]) {
        let flat = paragraph::read(&SourceText::whole(markdown), &Findings::default());
        assert_eq!(flat.text, words);
        let strong = flat.styles.iter();
        let strong = strong.filter(|(_, style)| *style == InlineStyle::Strong);
        let strong: Vec<_> = strong.map(|(range, _)| &flat.text[range.clone()]).collect();
        assert_eq!(strong, bold);
    }

    #[test]
    fn bold_closes_beside_chinese_and_japanese_signs() {
        check("他说**“不”。**然后走了", "他说“不”。然后走了", &["“不”。"]);
        check("**注意：**请看。", "注意：请看。", &["注意："]);
        check(
            "これは**「強調」**です",
            "これは「強調」です",
            &["「強調」"],
        );
        check(
            "他**[[xi|习近平]]**走了",
            "他[[xi|习近平]]走了",
            &["[[xi|习近平]]"],
        );
    }

    #[test]
    fn elsewhere_nothing_is_guessed() {
        for text in ["a ** b ** c", "er**(x)**s", "他说**不", "\\*\\*他**"] {
            let plain = text.replace('\\', "");
            check(text, &plain, &[]);
        }
        // One mark within emphasis, one outside it.
        check("*他“**”不*他“**”", "他“**”不他“**”", &[]);
    }
}
