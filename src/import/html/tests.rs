//! Pages as other programs write them, and the articles that they become: each row of the table of traps.

mod emphasis;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::compile::compile;
use crate::compile::files::Files;
use crate::compile::finding::Severity;
use crate::import::{ImportError, Imported, Input, import};

/// A picture of one point.
const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

fn try_import(name: &str, page: &[u8]) -> Result<Imported, ImportError> {
    let input = Input {
        name: name.to_owned(),
        bytes: page.to_vec(),
    };
    import(&[input], &Files::default())
}

fn imported(page: &str) -> Imported {
    let imported = try_import("page.html", page.as_bytes()).expect("it can be imported");
    let files = Files::from_texts(imported.files.clone());
    let outcome = compile(&files);
    let errors: Vec<_> = outcome
        .findings
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    imported
}

/// The only article, without its front matter.
fn body(imported: &Imported) -> String {
    let (_, bytes) = imported
        .files
        .iter()
        .find(|(path, _)| path.starts_with("articles/"))
        .expect("an article");
    let text = String::from_utf8(bytes.clone()).expect("a text");
    let (_, body) = text[4..].split_once("+++\n\n").expect("front matter");
    body.trim_end().to_owned()
}

#[track_caller]
fn check(page: &str, expected: &str) {
    assert_eq!(body(&imported(page)), expected);
}

/// What was left out, without the file's name.
fn left(imported: &Imported) -> Vec<String> {
    let all = imported
        .left_out
        .iter()
        .map(|one| format!("{}: {}", one.place, one.what));
    all.collect()
}

#[test]
fn clipboards_are_cut_to_what_was_copied() {
    check(
        "Version:0.9\r\nStartHTML:0000000105\r\n<html><body>no<!--StartFragment--><p>yes</p><!--EndFragment-->no</body></html>",
        "yes",
    );
}

#[test]
fn what_nobody_sees_is_dropped() {
    check(
        "<p>a<!-- b --><script>c</script><style>d{}</style><span style='display:none'>e</span> f\u{AD}\u{200B}g<o:p>&nbsp;</o:p><img src=https://t.example/x.gif width=1 height=1></p><meta name=x><p hidden>h",
        "a fg",
    );
}

#[test]
fn spaces_that_do_not_break_are_spaces_but_in_french() {
    check("<html lang=en><p>a&nbsp;b&nbsp;: c", "a b : c");
    check(
        "<html lang=fr><p>Il dit&nbsp;: «&nbsp;oui&nbsp;» et&nbsp;non",
        "Il dit\u{A0}: «\u{A0}oui\u{A0}» et non",
    );
    check("<p>“a” e\u{301}", "“a” é");
}

#[test]
fn google_docs_says_bold_by_styles() {
    check(
        "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p><span style=\"font-weight:700\">a</span><span style=\"font-style:italic\"> b</span> c</p><br><p><a href=\"https://www.google.com/url?q=https://a.example/%3Fx%3D1&amp;sa=D\">d</a></p></b>",
        "**a** *b* c\n\n[d](https://a.example/?x=1)",
    );
}

#[test]
fn google_docs_lists_stand_beside_their_entries() {
    check(
        "<b id=\"docs-internal-guid-1\" style=\"font-weight:normal\"><ul><li aria-level=1><p>a</p></li><ul><li aria-level=2><p>b</p></li></ul><li><p>c</p></li></ul></b>",
        "- a\n  - b\n- c",
    );
    check(
        "<body class=doc-content><ul class='lst-kix_x-0 start'><li>a</li></ul><ol class='lst-kix_x-1 start' start=1><li>b</li><li>c</li></ol><ul class='lst-kix_x-0'><li>d</li></ul><p>e</p>",
        "- a\n  1. b\n  2. c\n- d\n\ne",
    );
}

#[test]
fn word_writes_lists_as_paragraphs() {
    let item = |level: u32, sign: &str, words: &str| {
        format!(
            "<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{words}<o:p></o:p></p>\n"
        )
    };
    let page = [
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\"><body><p class=MsoTitle>Title</p><p class=MsoNormal>x",
        &item(1, "·", "a"),
        &item(2, "3.", "b"),
        &item(3, "i)", "c"),
        &item(1, "·", "d"),
        "<p class=MsoHeading2>e</p><p class=MsoNormal>f",
    ];
    check(
        &page.concat(),
        "x\n\n- a\n\n  3. b\n     1. c\n\n- d\n\n## e\n\nf",
    );
}

#[test]
fn word_filtered_keeps_only_the_signs() {
    let item = |margin: &str, sign: &str, words: &str| {
        format!(
            "<p class=MsoListParagraph style='margin-left:{margin};text-indent:-.25in'>{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>{words}</p>"
        )
    };
    let page = [
        "<meta name=Generator content=\"Microsoft Word 15 (filtered)\"><div class=WordSection1>",
        &item(
            ".5in",
            "<span style='font-family:Symbol'>·</span>",
            "a <b>b</b>",
        ),
        &item("1.0in", "1.", "c"),
        &item("36.0pt", "<span style='font-family:Symbol'>·</span>", "d"),
        "<p class=MsoNormal>1. e</p></div>",
    ];
    check(&page.concat(), "- a **b**\n  1. c\n- d\n\n1\\. e");
}

#[test]
fn word_footnotes_comments_and_changes() {
    let page = "<meta name=Generator content=\"Microsoft Word 15\"><p class=MsoNormal>a<a href=\"#_ftn1\" name=\"_ftnref1\" title=\"\"><span class=MsoFootnoteReference>[1]</span></a> <del>b</del><ins>c</ins><a class=msocomanchor href=\"#_msocom_1\">[AA1]</a>&nbsp;<st1:place>d</st1:place></p>\
        <div style='mso-element:footnote-list'><hr align=left size=1 width=\"33%\"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> e</p><p class=MsoFootnoteText>f</p></div></div>\
        <div style='mso-element:comment-list'><div style='mso-element:comment'><div id=\"_com_1\" class=msocomtxt><p>g</p></div></div></div>";
    let imported = imported(page);
    assert_eq!(body(&imported), "a[^1] c d\n\n[^1]: e\n\n    f");
    assert_eq!(
        left(&imported),
        [": a comment", ": words that were deleted"]
    );
}

#[test]
fn libreoffice_wraps_everything() {
    check(
        "<meta name=\"generator\" content=\"LibreOffice 7.3\"><p><font face=\"Arial\"><font size=2><b>a</b> b</font></font><a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a></p><ul><li><p>c</p></li></ul><div id=\"sdfootnote1\"><p class=\"sdfootnote\"><a class=\"sdfootnotesym\" name=\"sdfootnote1sym\" href=\"#sdfootnote1anc\">1</a>d</p></div>",
        "**a** b[^1]\n\n- c\n\n[^1]: d",
    );
}

#[test]
fn a_cms_page_is_its_article() {
    let page = "<html lang=en><head><title>A bridge | The Gazette</title><meta property=og:site_name content=\"The Gazette\"><meta property=article:published_time content=\"2026-03-01T10:00:00Z\">\
        <script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"A bridge\",\"author\":[{\"name\":\"Ann Author\"}]}]}</script></head>\
        <body><nav><a href=/>Home</a> menu</nav><main><article><h1>A <em>bridge</em></h1><p>One.<br><br>Two<br>lines.</p><div>Three</div><button>Share</button><form>mail</form><aside>See also</aside><h4>Part</h4><p><b>Bold alone</b></p><p>four</p></article></main><footer>imprint</footer></body></html>";
    let imported = imported(page);
    assert_eq!(
        body(&imported),
        "One.\n\nTwo\\\nlines.\n\nThree\n\n## Part\n\n**Bold alone**\n\nfour"
    );
    let article = String::from_utf8_lossy(&imported.files["articles/a-bridge.md"]);
    assert!(article.starts_with("+++\ntitle = \"A *bridge*\"\nbyline = \"Ann Author\"\npublisher = \"The Gazette\"\ndate = \"2026-03-01\"\n+++\n"), "{article}");
    assert!(
        imported
            .notes
            .iter()
            .any(|note| note.contains("\"Bold alone\""))
    );
    assert_eq!(
        left(&imported),
        [
            "line 1: a menu: \"Home menu\"",
            "line 1: a footer: \"imprint\"",
            "line 1: a form: \"mail\"",
            "line 1: a button or field: \"Share\"",
            "line 1: an aside: \"See also\"",
        ]
    );
}

#[test]
fn an_article_is_taken_wherever_it_stands() {
    for wrapper in [
        "form id=aspnetForm",
        "dialog open",
        "div style='visibility:hidden'",
        "footer",
    ] {
        let name = wrapper.split(' ').next().expect("a name");
        let page = format!(
            "<body><{wrapper}><input type=hidden value=x><div><h1>T</h1><p>The council voted on the bridge.</p><p>It rained.</p></div></{name}></body>"
        );
        check(&page, "The council voted on the bridge.\n\nIt rained.");
    }
    check(
        "<p>a b c d e f g h</p><blockquote><p>i</p><footer>— J</footer></blockquote>",
        "a b c d e f g h\n\n> i\n>\n> — J",
    );
}

#[test]
fn what_is_passed_over_is_told_with_its_place() {
    let page = "<p>The council voted on the bridge, and it was not built in the end.</p>\n\
        <nav>Home\n<a>About</a></nav><footer><p>Imprint</p></footer><dialog>Cookies?</dialog>\n\
        <p style='display:none'>Secret</p><span hidden>and <b>more</b></span><ul><li>x<li style='display:none'>y</ul>\
        <table><tr><td>1<td>2<tr hidden><td>3<td>4<tr><td>5<td hidden>6</table>\
        <svg><text>Map</text></svg><select><option>One<option>Two</select><form><p>Subscribe</p><input></form>\
        <p hidden></p><nav></nav>";
    assert_eq!(
        left(&imported(page)),
        [
            "line 2: a menu: \"Home About\"",
            "line 3: a footer: \"Imprint\"",
            "line 4: a form: \"Subscribe\"",
            "line 3: a dialog: \"Cookies?\"",
            "line 4: a button or field: \"One Two\"",
            "line 4: a drawing: \"Map\"",
            "line 4: hidden words: \"Secret\"",
            "line 4: hidden words: \"and more\"",
            "line 4: hidden words: \"y\"",
            "line 4: hidden words: \"3 4\"",
            "line 4: hidden words: \"6\"",
        ]
    );
    let many = "<p>The council voted on the bridge, and it was not built in the end.</p>"
        .to_owned()
        + &"<span hidden>x</span>\n".repeat(9);
    let told = left(&imported(&many));
    assert_eq!(told.len(), 6, "{told:?}");
    assert_eq!(told[5], "line 6: 4 more parts that are hidden");
}

#[test]
fn scripts_and_drawings_make_no_page_too_deep() {
    let script = format!("<script>{}</script>", "if (i<e) x(); ".repeat(5000));
    let icons = "<svg><title>Icon</title><path d='M0 0'/><g/></svg>".repeat(2000);
    check(&[&*script, &icons, "<p>It rained."].concat(), "It rained.");
}

#[test]
fn many_attributes_are_told() {
    let many: String = (0..30_000).map(|row| format!("a{row} ")).collect();
    let page = format!("<p>x\n<b {many}>y");
    let error = try_import("a.html", page.as_bytes()).expect_err("they are too many");
    assert_eq!(
        error.to_string(),
        "`a.html`, line 2, column 1: an element has more than 200 attributes; save it again where it comes from"
    );
    let bodies: String = (0..20_000).map(|row| format!("<body a{row}>")).collect();
    check(&[&*bodies, "<p>It rained."].concat(), "It rained.");
}

#[test]
fn apple_and_notion_mean_nothing_by_their_spans() {
    check(
        "<p>a<span class=\"Apple-converted-space\">&nbsp;</span>b</p><figure class=\"callout\"><div>c</div></figure><p class=\"block-color-gray\">d</p>",
        "a b\n\nc\n\nd",
    );
}

#[test]
fn signs_in_the_text_stay_signs() {
    check(
        "<p>[[a|b]] *c* [d](e)(1) # {x}</p><p># f</p><p>1. g</p><p><a href='javascript:x()'>h</a> <a href='#i'>i</a> <a href='mailto:j@k.example'>j</a> <code>l`m</code>",
        "\\[\\[a|b]] \\*c\\* \\[d\\](e)(1) # \\{x}\n\n\\# f\n\n1\\. g\n\nh i [j](mailto:j@k.example) ``l`m``",
    );
}

#[test]
fn headings_begin_at_level_two() {
    check(
        "<h1>T</h1><h3>a</h3><p>b<h5>c</h5><p>d",
        "## a\n\nb\n\n#### c\n\nd",
    );
}

#[test]
fn tables_figures_code_and_rules_are_taken() {
    let page = format!(
        "<table><caption>C</caption><tr><th>a<th colspan=2>b</tr><tr><td rowspan=2>c<td>d<br>e<td><ul><li>f<li>g</ul></tr><tr><td>h</tr></table>\
         <figure><img src='data:image/png;base64,{DOT}' alt='A dot'><figcaption>The <i>dot</i>.</figcaption></figure>\
         <pre>i\n  <b>j</b></pre><hr><p>k <img src='https://a.example/x.jpg' alt='L'></p><blockquote><p>m<p>— N</blockquote><p>x<sup>2</sup>"
    );
    let imported = imported(&page);
    assert_eq!(
        body(&imported),
        "C\n\n| a | b | |\n|---|---|---|\n| c | d<br>e | • f<br>• g |\n| | h | |\n\n![A dot](images/page-1.png \"The *dot*.\")\n\n```\ni\n  j\n```\n\n* * *\n\nk\n\n> m\n>\n> — N\n\nx<sup>2</sup>"
    );
    assert!(imported.files.contains_key("images/page-1.png"));
    assert_eq!(
        left(&imported),
        ["line 2: a picture from the web, https://a.example/x.jpg (\"L\")"]
    );
}

#[test]
fn encodings_are_those_that_pages_name() {
    let page = |bytes: &[u8]| body(&try_import("a.htm", bytes).expect("it can be imported"));
    assert_eq!(page(b"<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"><p>caf\xE9 \x93a\x94"), "café “a”");
    let utf16: Vec<u8> = "\u{FEFF}<p>Ж"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(page(&utf16), "Ж");
    let error = try_import("a.htm", b"<p>\n caf\xE9").expect_err("nothing tells the encoding");
    assert!(
        error
            .to_string()
            .starts_with("`a.htm`, line 2, column 5: the byte 0xE9 is not UTF-8; save"),
        "{error}"
    );
}

#[test]
fn hostile_pages_are_told_or_read() {
    let times = |tag: &str, times| try_import("a.html", tag.repeat(times).as_bytes());
    let deep = |tag| times(tag, 200_000);
    for tag in ["<div>", "<b>", "<table>", "<svg>", "<b a=1><p>", "<a><div>"] {
        let error = deep(tag).expect_err(tag).to_string();
        // Some end those that are open.
        let is_told = error.contains("stand in each other more than") || error.contains("no text");
        assert!(is_told, "{tag}: {error}");
    }
    for tag in [
        "<p>",
        "<li>",
        "</p>",
        "<br>",
        "<",
        "<!--",
        "&amp;",
        "<p><b>x</b>",
    ] {
        // Done, or told that nothing is in it.
        if let Err(error) = times(tag, 20_000) {
            assert!(
                error.message.contains("no text") || error.message.contains("more than"),
                "{tag}: {error}"
            );
        }
    }
    let long = ["<p>", &*"a ".repeat(500_000)].concat();
    assert!(try_import("a.html", long.as_bytes()).is_ok());
    let longer = ["<p>", &*"a ".repeat(3_000_000)].concat();
    let error = try_import("a.html", longer.as_bytes()).expect_err("it is too long");
    assert!(error.message.contains("at most 5 are read"), "{error}");
    let formatted: String = (0..700)
        .map(|row| format!("<font a={row}>"))
        .chain(std::iter::repeat_n("<p>".to_owned(), 100_000))
        .collect();
    let error = try_import("a.html", formatted.as_bytes()).expect_err("it grows without end");
    assert!(error.message.contains("more than"), "{error}");
}

#[test]
fn pictures_beside_a_page_come_with_it() {
    let page = Input {
        name: "a/b.htm".to_owned(),
        bytes: b"<p>x<img src='b_files/i%201.png' alt=y><img src='../../etc/passwd'>".to_vec(),
    };
    assert_eq!(crate::import::beside(&page), ["b_files/i 1.png"]);
    let png = STANDARD.decode(DOT).expect("a picture");
    let picture = Input {
        name: "a/b_files/i 1.png".to_owned(),
        bytes: png.to_vec(),
    };
    let imported = import(&[page, picture], &Files::default()).expect("it can be imported");
    assert_eq!(imported.files["images/b-1.png"], png);
    assert_eq!(body(&imported), "x\n\n![y](images/b-1.png)");
    assert_eq!(imported.left_out.len(), 1);
}
