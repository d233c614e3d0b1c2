//! Bold that CommonMark leaves open beside Chinese and Japanese signs: `他说**“不”。**然后走了`.
//!
//! CommonMark lets `**` open or close nothing between a letter and a sign of punctuation, since other scripts set a space
//! there. These scripts set none, so pairs of `**` that touch their letters or signs are closed here; and of `*`, which may be
//! the sign of a remark, those that stand around a whole bracket or quotation.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compile::flat::{Edits, Flat, InlineStyle, InlineStyles};

/// The text with such pairs taken for bold and for emphasis.
pub(crate) fn closed(flat: Flat) -> Flat {
    if !flat.text.contains('*') {
        return flat;
    }
    let flat = bold(flat);
    let pairs = single(&flat);
    set_pairs(flat, &pairs, &InlineStyle::Emphasis)
}

fn bold(mut flat: Flat) -> Flat {
    let pairs = pairs(&flat);
    if pairs.is_empty() {
        return flat;
    }
    // CommonMark may have taken the inner two of four signs for a pair: then it is what stands between them that is not bold.
    let styles = InlineStyles::of(&flat);
    let gaps = pairs.iter().map(|(open, close)| {
        let within = styles.touching(open.end..close.start);
        let bold = within.filter(|(range, style)| {
            *style == InlineStyle::Strong && open.end <= range.start && range.end <= close.start
        });
        bold.map(|(range, _)| range.clone()).collect::<Vec<_>>()
    });
    let gaps: Vec<_> = gaps.collect();
    let edits = Edits::new(signs(&pairs).map(|mark| (mark, String::new())).collect());
    let mut bold = Vec::new();
    for ((open, close), gaps) in pairs.iter().zip(&gaps) {
        let mut start = open.end;
        for gap in gaps.iter().chain([&(close.start..close.start)]) {
            bold.push(edits.moved(start)..edits.moved(gap.start));
            start = gap.end;
        }
    }
    let taken: BTreeSet<_> = gaps
        .iter()
        .flatten()
        .map(|gap| (gap.start, gap.end))
        .collect();
    flat.styles.retain(|(range, style)| {
        *style != InlineStyle::Strong || !taken.contains(&(range.start, range.end))
    });
    let mut flat = flat.edit(&edits);
    bold.retain(|range| !range.is_empty());
    let bold = bold.into_iter().map(|range| (range, InlineStyle::Strong));
    flat.styles.extend(bold);
    flat.styles
        .sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    flat
}

/// The signs of some pairs, one by one.
fn signs(pairs: &[(Range<usize>, Range<usize>)]) -> impl Iterator<Item = Range<usize>> {
    let signs = pairs.iter().flat_map(|(open, close)| [open, close]);
    signs.cloned()
}

/// The text without pairs of signs, and with what stands between them in a style.
pub(crate) fn set_pairs(
    flat: Flat,
    pairs: &[(Range<usize>, Range<usize>)],
    style: &InlineStyle,
) -> Flat {
    if pairs.is_empty() {
        return flat;
    }
    let edits = Edits::new(signs(pairs).map(|mark| (mark, String::new())).collect());
    let set: Vec<_> = pairs
        .iter()
        .map(|(open, close)| edits.moved(open.end)..edits.moved(close.start))
        .collect();
    let mut flat = flat.edit(&edits);
    let set = set.into_iter().map(|range| (range, style.clone()));
    flat.styles.extend(set);
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

/// Pairs of `*` around a bracket or quotation beside such letters.
fn single(flat: &Flat) -> Vec<(Range<usize>, Range<usize>)> {
    let text = flat.signs();
    let styles = InlineStyles::of(flat);
    let around = |mark: &Range<usize>| -> Vec<Range<usize>> {
        let touching = styles.touching(mark.clone());
        touching.map(|(range, _)| range.clone()).collect()
    };
    let mut pairs = Vec::new();
    let mut open: Option<Range<usize>> = None;
    // Of a half CommonMark took the other one.
    for mark in lone(&text).filter(|mark| is_whole(flat, mark)) {
        if let Some(opened) = open.take_if(|open| {
            ends_bracket(&text, &mark)
                && (is_beside(&text, open) || is_beside(&text, &mark))
                && around(open) == around(&mark)
        }) {
            pairs.push((opened, mark));
        } else {
            open = begins_bracket(&text, &mark).then_some(mark);
        }
    }
    pairs
}

/// Whether the signs beside a mark stand beside it in the source too.
fn is_whole(flat: &Flat, mark: &Range<usize>) -> bool {
    let source = flat.source(mark.clone());
    let before = mark
        .start
        .checked_sub(1)
        .map(|at| flat.source(at..mark.start).end);
    let after = (mark.end < flat.text.len()).then(|| flat.source(mark.end..mark.end + 1).start);
    before.is_none_or(|end| end == source.start) && after.is_none_or(|start| start == source.end)
}

/// Single asterisks of which one stands at a bracket or quotation and the other does not: an author may have meant emphasis.
pub(crate) fn doubtful(text: &str) -> Vec<Range<usize>> {
    let marks: Vec<_> = lone(text).collect();
    let pairs = marks.windows(2).filter(|pair| {
        let inside = &text[pair[0].end..pair[1].start];
        let is_tight = inside.trim() == inside && !inside.is_empty();
        let is_remark = inside.starts_with(CLOSING) || inside.ends_with(OPENING);
        let (begins, ends) = (begins_bracket(text, &pair[0]), ends_bracket(text, &pair[1]));
        begins != ends && is_tight && !is_remark && pair.iter().any(|mark| is_beside(text, mark))
    });
    pairs.flatten().cloned().collect()
}

const OPENING: [char; 12] = [
    '「', '『', '（', '《', '〈', '【', '〔', '［', '“', '‘', '(', '[',
];
const CLOSING: [char; 20] = [
    '」', '』', '）', '》', '〉', '】', '〕', '］', '”', '’', ')', ']', '。', '，', '！', '？',
    '、', '；', '：', '…',
];

fn begins_bracket(text: &str, mark: &Range<usize>) -> bool {
    text[mark.end..].starts_with(OPENING)
}

fn ends_bracket(text: &str, mark: &Range<usize>) -> bool {
    text[..mark.start].ends_with(CLOSING)
}

/// Asterisks that stand alone.
fn lone(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_star = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)) == Some(&b'*');
    text.match_indices('*')
        .map(|(at, _)| at..at + 1)
        .filter(move |mark| !is_star(mark.start.checked_sub(1)) && !is_star(Some(mark.end)))
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
pub(crate) fn is_cjk(c: char) -> bool {
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
        check(
            "他**「a」**と**「b」**は",
            "他「a」と「b」は",
            &["「a」", "「b」"],
        );
    }

    #[test]
    fn emphasis_closes_around_their_brackets() {
        for (markdown, words) in [
            ("他*「a」*b", "「a」"),
            ("他说*“不”。*然后", "“不”。"),
            ("見る*（本）*と", "（本）"),
        ] {
            let flat = paragraph::read(&SourceText::whole(markdown), &Findings::default());
            let styles = flat.styles.iter();
            let emphasis = styles.filter(|(_, style)| *style == InlineStyle::Emphasis);
            let emphasis: Vec<_> = emphasis
                .map(|(range, _)| &flat.text[range.clone()])
                .collect();
            assert_eq!(emphasis, [words], "{markdown}");
            assert!(!flat.text.contains('*'), "{markdown}");
        }
        for text in ["价格*：100。*注", "价格*", "f*(x)*g"] {
            check(text, text, &[]);
        }
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
