//! Blocks as authors write them: tables, lists, quotations, breaks, letters as they are, footnotes.

use super::{article, draw, site};
use crate::compile::files::Files;
use crate::compile::{compile, finding};
use crate::model::site::{ContainerKind, Form};
use crate::model::text::{Span, plain};

/// All blocks below the title, a line each: the containers around it, its form, its words. `—` before it is a section break.
fn outline(body: &str) -> String {
    let site = site(&[("a", "Ada"), ("b", "Bob")], "autolink = false", body);
    let blocks = article(&site).blocks.iter().skip(1);
    let lines = blocks.map(|block| {
        let containers = block.within.iter().map(|container| match container.kind {
            ContainerKind::Quotation => "> ".to_owned(),
            ContainerKind::PullQuotation => ">> ".to_owned(),
            ContainerKind::List { first: None } => "- ".to_owned(),
            ContainerKind::List { first: Some(first) } => format!("{first}. "),
            ContainerKind::Item => format!("#{} ", container.number),
        });
        let parted = block.parted.map(|depth| format!("—{depth} "));
        let form = match block.form {
            Form::Title => "title ".to_owned(),
            Form::Heading(level) => format!("h{level} "),
            Form::Paragraph => String::new(),
            Form::Attribution => "by ".to_owned(),
            Form::Preformatted => "pre ".to_owned(),
            Form::Figure => "figure ".to_owned(),
            Form::Table { columns } => format!("table{columns} "),
        };
        let containers: String = containers.collect();
        let words = draw(&site, &block.text).replace('\n', "/");
        format!("{}{containers}{form}{words}", parted.unwrap_or_default())
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    assert_eq!(outline(body), expected.join("\n"), "{body}");
}

#[test]
fn a_table_is_one_block_of_cells() {
    check(
        "| Who | Born |\n|---|---:|\n| [[a\\|Ada]] | 1815 |\n| [[b|Bob]] | *then* |\n| Cid |\n\nAfter.",
        &[
            "table2 |Who|Born|<a#1 Ada>|1815|<b#1 Bob>|*then*|Cid|",
            "After.",
        ],
    );
    check(
        "A | B\n--|--\n`a\\|b` | x<br>y",
        &["table2 |A|B|`a|b`|x\\y"],
    );
}

#[test]
fn cells_have_mentions_with_their_place() {
    let body = "| Who | What |\n|---|---|\n| Nobody | [[a|Ada]] came. Then she left. |";
    let site = site(&[("a", "Ada")], "", body);
    let article = article(&site);
    let (_, mention) = article.mentions.iter().next().expect("there is one");
    let text = plain(&article.blocks[1].text);
    let sentence = mention.sentence.start as usize..mention.sentence.end as usize;
    assert_eq!(&text[sentence], "Ada came.");
    assert_eq!(text, "Who\tWhat\tNobody\tAda came. Then she left.");
}

#[test]
fn lists_nest_and_count_from_any_number() {
    check(
        "- one\n  - two\n\n    more\n- three\n\n2016. years\n2017. more",
        &[
            "- #2 one",
            "- #2 - #4 two",
            "- #2 - #4 more",
            "- #5 three",
            "2016. #7 years",
            "2016. #8 more",
        ],
    );
    check(
        "1. one\n\n   > said\n\n   ```\n   a\n     b\n   ```",
        &["1. #2 one", "1. #2 > said", "1. #2 pre `a/  b`"],
    );
}

#[test]
fn section_breaks_part_blocks() {
    check(
        "One.\n\n***\n\n* * *\n\n> Two.\n> ***\n> Three.",
        &["One.", "—0 > Two.", "—1 > Three."],
    );
    check("- one\n\n---\n\nTwo.", &["- #2 one", "—0 Two."]);
}

#[test]
fn letters_stand_as_they_are() {
    check(
        "```rust\nlet x = \"**y**\";\n\n    z\n```\n\nH~2~O and x^2^, ~~no~~, `a*b`, [[a|CO~2~]].",
        &[
            "pre `let x = \"**y**\";//    z`",
            "H↓2↓O and x↑2↑, ~~no~~, `a*b`, <a#1 CO↓2↓>.",
        ],
    );
}

#[test]
fn letters_between_tags_are_set_higher_or_lower() {
    check(
        "H<sub>2</sub>O, m<sup>*2*</sup>, `<sub>` and [[a|CO<sub>2</sub>]].",
        &["H↓2↓O, m*↑2↑*, `<sub>` and <a#1 CO↓2↓>."],
    );
}

#[test]
fn a_last_line_with_a_dash_says_whose_words_they_are() {
    check(
        "> I opened it.\n> — [[a|Ada]], 1843",
        &["> I opened it.", "> by — <a#1 Ada>, 1843"],
    );
    check(
        "> I opened it.\n>\n> -- Ada",
        &["> I opened it.", "> by — Ada"],
    );
    // Speech, in which each line begins so.
    check("> — Who is it?\n> — Nobody.", &["> — Who is it? — Nobody."]);
    check("> One — two.", &["> One — two."]);
    check("> — Only this", &["> — Only this"]);
    check("Not quoted.\n— Ada", &["Not quoted. — Ada"]);
    check("> A.\n> — Ada {#said}", &["> A.", "> by — Ada"]);
}

#[test]
fn a_quotation_that_is_all_bold_is_a_pull_quotation() {
    check(
        "> **It was *dark*.**\n>\n> **Very.**\n>\n> — Ada",
        &[">> It was *dark*.", ">> Very.", ">> by — Ada"],
    );
    check(
        "> **It** was.\n\n> **One.**\n> Two.",
        &["> **It** was.", "> **One.** Two."],
    );
}

#[test]
fn footnotes_are_numbered_by_their_signs() {
    let body = "A claim.[^b] Another [^1].\n\nAgain.[^b]\n\n[^1]: https://example.org/x\n[^b]: Smith, *A Study*; [[a|she]].\n\n    More, see [there](#p2).\n";
    let site = site(&[("a", "Ada")], "", body);
    let article = article(&site);
    let blocks: Vec<_> = article.blocks[1..]
        .iter()
        .map(|block| draw(&site, &block.text))
        .collect();
    assert_eq!(blocks, ["A claim.^1.1 Another^2.1.", "Again.^1.2"]);
    assert_eq!(plain(&article.blocks[1].text), "A claim. Another.");
    let said = article.footnotes.iter().map(|footnote| {
        let paragraphs = footnote.paragraphs.iter().map(|text| plain(text));
        (
            paragraphs.collect::<Vec<_>>().join("/"),
            footnote.signs.clone(),
        )
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            (
                "Smith, A Study; she./More, see there.".to_owned(),
                vec![2, 3]
            ),
            ("https://example.org/x".to_owned(), vec![2]),
        ]
    );
    let link = &article.footnotes[1].paragraphs[0][0];
    assert!(matches!(link, Span::Link { href, .. } if href == "https://example.org/x"));
}

#[test]
fn a_sign_within_a_link_stands_behind_it() {
    for (body, drawn) in [
        ("[[a|the[^1] town]] x", "<a#1 the town>^1.1 x"),
        ("*the*[^1]", "*the*^1.1"),
        ("*the[^1]*", "*the*^1.1"),
        (
            "[the](https://a.example)[^1]",
            "[the](https://a.example)^1.1",
        ),
        ("x[^1][[a|y]]", "x^1.1<a#1 y>"),
        ("[[a|y|Her note.]][^1] {#z}", "<a#1 y>^1.1"),
    ] {
        let site = site(&[("a", "Ada")], "", &format!("{body}\n\n[^1]: Note."));
        assert_eq!(draw(&site, &article(&site).blocks[1].text), drawn, "{body}");
    }
}

#[test]
fn comments_in_footnotes_and_tables_are_left_out() {
    let body = "| A %%x%% | B |\n|---|---|\n| [[a|Ada]] | %%y%% c |\n\nSo.[^1]\n\n[^1]: One.\n\n    %%not this%%Two.\n";
    let site = site(&[("a", "Ada")], "", body);
    let article = article(&site);
    assert_eq!(plain(&article.blocks[1].text), "A\tB\tAda\tc");
    assert_eq!(plain(&article.footnotes[0].paragraphs[1]), "Two.");
}

#[test]
fn all_of_it_compiles_without_a_finding() {
    let body = include_str!("forms.md");
    let outcome = compile(&Files::from_texts([
        (
            "site.toml".to_owned(),
            "format = 1\ntitle = \"T\"\nlanguage = \"en\"".to_owned(),
        ),
        (
            "articles/a.md".to_owned(),
            format!("+++\ntitle = \"T\"\n+++\n{body}"),
        ),
    ]));
    let shown = finding::text(&outcome.findings, &Files::default());
    assert!(outcome.findings.is_empty(), "{shown}");
}

#[test]
fn a_line_in_small_letters_is_no_attribution() {
    check("> He came\n> — and went.", &["> He came — and went."]);
    check("> It rang.\n> --- Ada", &["> It rang.", "> by — Ada"]);
    check("> Take 5\n> -- 3 = 2", &["> Take 5 -- 3 = 2"]);
    check("> **pull** {#p}", &[">> pull"]);
    check(
        "See https://x.example/a[^1].\n\n[^1]: N.",
        &["See [https://x.example/a](https://x.example/a)^1.1."],
    );
}

#[test]
fn a_footnote_sign_may_stand_where_an_attribution_is_looked_for() {
    for body in [
        "> It was dark.\n> — Ada Byron\n> [^1]\n\n[^1]: N.",
        "> — Ada said it\n> [^1]é more\n\n[^1]: N.",
    ] {
        assert!(outline(body).starts_with("> "), "{body}");
    }
}

/// The codes of the findings about an article.
fn codes(body: &str) -> Vec<&'static str> {
    let article = format!("+++\ntitle = \"T\"\n+++\n{body}\n");
    let files = [
        (
            "site.toml",
            "format = 1\ntitle = \"S\"\nlanguage = \"en\"\n",
        ),
        ("articles/t.md", article.as_str()),
    ];
    let files = Files::from_texts(files);
    let findings = compile(&files).findings;
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn what_stands_in_too_much_else_is_refused() {
    let quoted = [&"> ".repeat(3000), "deep"].concat();
    let listed: String = (0..1500).map(|row| " ".repeat(row * 2) + "- x\n").collect();
    let bold = ["*a ~~b ".repeat(100), "x".to_owned(), "~~ c*".repeat(100)].concat();
    for body in [quoted, listed, bold] {
        let found = codes(&body);
        assert!(
            found.contains(&"unsupported-markdown"),
            "{body:.40}: {found:?}"
        );
    }
    assert_eq!(codes(&[&"> ".repeat(20), "deep"].concat()), [""; 0]);
}

#[test]
fn rows_without_a_table_are_told() {
    for body in ["| a | b |\n| x | y |", "| a | b |\n| --- |\n| x | y |"] {
        assert_eq!(codes(body), ["stray-mark"], "{body}");
    }
}
