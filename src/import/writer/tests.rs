//! What is written, and that the compiler reads it as it was meant.

use proptest::prelude::*;

use super::*;
use crate::compile::read_back;

fn words(text: &str) -> Inline {
    Inline::Words(text.to_owned())
}

fn styled(style: Style, text: &str) -> Inline {
    Inline::Styled(style, vec![words(text)])
}

#[track_caller]
fn check(blocks: &[Block], markdown: &str) {
    let written = write(blocks, &[]).text;
    assert_eq!(written, markdown);
    assert!(read_back::texts(&written).is_some(), "{written}");
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![words(text)])
}

#[test]
fn headings_begin_at_level_two() {
    let heading = |level, text| Block::Heading {
        level,
        words: vec![words(text)],
    };
    let blocks = [
        heading(3, "A"),
        heading(4, "B #"),
        heading(9, "C"),
        heading(1, " "),
    ];
    check(&blocks, "## A\n\n### B \\#\n\n###### C\n");
}

#[test]
fn settings_begin_and_end_where_markdown_lets_them() {
    let blocks = [Block::Paragraph(vec![
        words("a"),
        styled(Style::Strong, " b. "),
        words("c"),
        styled(Style::Emphasis, "(d)"),
        words("e "),
        Inline::Styled(
            Style::Strong,
            vec![words("f "), styled(Style::Emphasis, "g")],
        ),
        styled(Style::Higher, "2"),
    ])];
    check(&blocks, "a **b.** c(*d*)e **f *g***<sup>2</sup>\n");
}

#[test]
fn lists_nest_and_keep_apart() {
    let list = |first, entries: &[&str]| Block::List {
        first,
        entries: entries.iter().map(|text| vec![paragraph(text)]).collect(),
    };
    let nested = Block::List {
        first: None,
        entries: vec![
            vec![paragraph("a"), list(Some(1), &["b", "c"])],
            vec![paragraph("d"), list(None, &["e"])],
        ],
    };
    let long = Block::List {
        first: Some(9),
        entries: vec![
            vec![
                paragraph("f"),
                Block::Quotation(vec![paragraph("g"), paragraph("h")]),
            ],
            vec![paragraph("i")],
        ],
    };
    check(
        &[nested, list(None, &["1. x"]), long],
        "- a\n  1. b\n  2. c\n- d\n  - e\n\n* 1\\. x\n\n9. f\n\n   > g\n   >\n   > h\n\n10. i\n",
    );
}

#[test]
fn figures_stand_behind_what_they_stood_in() {
    let figure = |alt: &str, caption: &str| {
        Block::Figure(Figure::new(
            "images/a.png".to_owned(),
            alt.to_owned(),
            vec![words(caption)],
        ))
    };
    let blocks = [
        Block::Quotation(vec![figure("A [b]", "c \"d\""), paragraph("e")]),
        paragraph("f"),
        figure("", ""),
    ];
    let written = write(&blocks, &[]);
    assert_eq!(
        written.text,
        "> e\n\n![A \\[b\\]](images/a.png \"c \\\"d\\\"\")\n\nf\n\n![Picture 2](images/a.png)\n"
    );
    assert_eq!(written.undescribed, [7]);
}

#[test]
fn footnotes_are_numbered_by_their_signs() {
    let blocks = [Block::Paragraph(vec![
        words("a"),
        Inline::Footnote(2),
        words(": b"),
        Inline::Footnote(0),
        Inline::Footnote(2),
    ])];
    let note = |text: &str| vec![words(text)];
    let footnotes = [
        vec![note("first"), note("second")],
        vec![note("unused")],
        vec![note("third")],
    ];
    let written = write(&blocks, &footnotes);
    assert_eq!(
        written.text,
        "a[^1]\\: b[^2][^1]\n\n[^1]: third\n\n[^2]: first\n\n    second\n"
    );
    assert_eq!(written.unreferred, [1]);
    assert!(read_back::texts(&written.text).is_some());
}

#[test]
fn tables_have_as_many_cells_in_each_row() {
    let cell = |text: &str| vec![words(text)];
    let rows = vec![
        vec![cell("a|b"), cell("c")],
        vec![vec![words("d"), Inline::Break, Inline::Code("e|f".into())]],
    ];
    check(
        &[Block::table(rows)],
        "| a\\|b | c |\n|---|---|\n| d<br>`e\\|f` | |\n",
    );
}

#[test]
fn breaks_part_blocks_only() {
    let blocks = [
        Block::Break,
        paragraph("a"),
        Block::Break,
        Block::Break,
        paragraph("b"),
        Block::Break,
    ];
    check(&blocks, "a\n\n* * *\n\nb\n");
}

#[test]
fn mentions_and_links_hold_their_words() {
    let blocks = [Block::Paragraph(vec![
        Inline::Mention("berg".into(), vec![words("a|b [c]")]),
        words("(d) "),
        Inline::Link(
            "https://a.example/b_(c)".into(),
            vec![words("[e] "), styled(Style::Strong, "f")],
        ),
    ])];
    check(
        &blocks,
        "[[berg|a\\|b \\[c\\]]]\\(d) [\\[e\\] **f**](https://a.example/b_(c))\n",
    );
}

#[test]
fn code_is_letter_for_letter() {
    let blocks = [Block::Code("\n  a ```` b\n\n%% c %%\n".into())];
    check(&blocks, "`````\n  a ```` b\n\n%% c %%\n`````\n");
}

/// How CommonMark sets each letter or digit.
fn set(markdown: &str) -> Vec<(char, u8)> {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let mut open = 0;
    let mut set = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Strong) => open |= 1,
            Event::Start(Tag::Emphasis) => open |= 2,
            Event::Start(Tag::Strikethrough) => open |= 4,
            Event::End(TagEnd::Strong) => open &= !1,
            Event::End(TagEnd::Emphasis) => open &= !2,
            Event::End(TagEnd::Strikethrough) => open &= !4,
            Event::Text(text) => {
                set.extend(
                    text.chars()
                        .filter(|c| c.is_alphanumeric())
                        .map(|c| (c, open)),
                );
            }
            _ => {}
        }
    }
    set
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// However words are set, Markdown sets them so, or it is told.
    #[test]
    fn no_setting_is_lost_untold(pieces in prop::collection::vec(("[a-c.,( ]{1,4}", 0..8_u8), 1..6)) {
        let inlines: Vec<_> = pieces.iter().map(|(text, bits)| {
            let set = letters::STYLES.iter().filter(|(_, bit)| bits & bit != 0);
            set.fold(words(text), |inner, (style, _)| Inline::Styled(*style, vec![inner]))
        }).collect();
        let written = write(&[Block::Paragraph(inlines)], &[]);
        let wanted = pieces.iter().flat_map(|(text, bits)| {
            text.chars().filter(|c| c.is_alphanumeric()).map(|c| (c, *bits))
        });
        let is_kept = set(&written.text) == wanted.collect::<Vec<_>>();
        prop_assert!(is_kept || !written.unset.is_empty(), "{}", written.text);
    }

    /// Words that are parted by spaces can all be set.
    #[test]
    fn words_are_set_as_they_were(pieces in prop::collection::vec(0..8_u8, 1..8)) {
        let mut inlines = Vec::new();
        for bits in &pieces {
            let set = letters::STYLES.iter().filter(|(_, bit)| bits & bit != 0);
            inlines.push(set.fold(words("ab "), |inner, (style, _)| Inline::Styled(*style, vec![inner])));
        }
        let written = write(&[Block::Paragraph(inlines)], &[]);
        prop_assert!(written.unset.is_empty(), "{} {:?}", written.text, written.unset);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever signs a text holds, the article says it, and nothing in it is a finding.
    #[test]
    fn no_text_is_changed_or_refused(
        text in "([a-z0-9é他。 ]|[*_`~^\\[\\]()<>{}|#%=$!&:;.\\-+\\\\\"'@/\u{A0}]|https://a\\.bc/|\\[\\[|%%|<!--|&amp;|&#1;|\\*\\*|\u{202E}|\u{2067}){1,24}",
        style in 0..5_usize, cut in 0.0..1.0,
    ) {
        let style = letters::STYLES[style].0;
        let at = text.floor_char_boundary((text.len() as f64 * cut) as usize);
        let inlines = vec![words(&text[..at]), styled(style, &text[at..])];
        let expected: Vec<_> = text.split_ascii_whitespace().collect();
        let expected = expected.join(" ");
        let bare = |text: &str| text.replace(['\u{202E}', '\u{2067}'], "");
        for blocks in [
            vec![Block::Paragraph(inlines.clone())],
            vec![Block::Heading { level: 1, words: inlines.clone() }],
            vec![Block::table(vec![vec![inlines.clone()]])],
            vec![Block::List { first: None, entries: vec![vec![Block::Paragraph(inlines.clone())]] }],
        ] {
            let written = write(&blocks, &[]).text;
            let read = read_back::texts(&written);
            let said = read.map(|texts| bare(&texts.concat()));
            // What nobody sees is no block.
            let expected = bare(&expected);
            let expected = if expected.trim().is_empty() { "" } else { &*expected };
            let expected: Vec<_> = expected.split_ascii_whitespace().collect();
            let said: Option<String> = said.map(|text| text.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
            prop_assert_eq!(said, Some(expected.join(" ")), "{}", written);
        }
    }
}
