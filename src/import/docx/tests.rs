//! Documents made part by part, each with a trap, and the articles that they become.

mod hostile;

use std::io::{Cursor, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::compile::compile;
use crate::compile::files::Files;
use crate::compile::finding::Severity;
use crate::import::{ImportError, Imported, Input, import};

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

/// A picture of one point.
fn dot() -> Vec<u8> {
    let letters = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    STANDARD.decode(letters).expect("a picture")
}

/// A document of some parts, each a path and what it holds.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        zip.start_file(*path, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(bytes).expect("a part");
    }
    zip.finish().expect("a zip").into_inner()
}

fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    )
}

fn try_import(bytes: Vec<u8>) -> Result<Imported, ImportError> {
    let name = "a/text.docx".to_owned();
    import(&[Input { name, bytes }], &Files::default())
}

/// Imports a body with other parts; the result passes `check`.
fn imported(body: &str, parts: &[(&str, &str)]) -> Imported {
    let kinds = ["styles", "numbering", "footnotes", "endnotes", "comments"];
    let links: String = kinds
        .iter()
        .map(|kind| {
            format!("<Relationship Id=\"r{kind}\" Type=\"http://x/{kind}\" Target=\"{kind}.xml\"/>")
        })
        .collect();
    let links = format!(
        "<Relationships>{links}<Relationship Id=\"web\" Type=\"http://x/hyperlink\" Target=\"https://a.example/(b)\" TargetMode=\"External\"/><Relationship Id=\"png\" Type=\"http://x/image\" Target=\"media/i.png\"/><Relationship Id=\"far\" Type=\"http://x/image\" Target=\"https://a.example/x.png\" TargetMode=\"External\"/></Relationships>"
    );
    let png = dot();
    let text = document(body);
    let mut all: Vec<(&str, &[u8])> = vec![
        ("word/document.xml", text.as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
        ("word/media/i.png", &png),
    ];
    all.extend(parts.iter().map(|(path, text)| (*path, text.as_bytes())));
    let imported = try_import(zipped(&all)).expect("it can be imported");
    let files = Files::from_texts(imported.files.clone());
    let errors: Vec<_> = compile(&files)
        .findings
        .into_iter()
        .filter(|one| one.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    imported
}

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
fn check(written: &str, parts: &[(&str, &str)], expected: &str) {
    assert_eq!(body(&imported(written, parts)), expected);
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn styles_tell_what_paragraphs_are() {
    let styles = format!(
        "<w:styles {SPACES}><w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"Own\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"berschrift1\"/></w:style><w:style w:styleId=\"Q\"><w:name w:val=\"Intense Quote\"/></w:style></w:styles>"
    );
    let written = [
        &*styled("Titel", "The title"),
        &styled("berschrift1", "A"),
        &styled("Own", "B"),
        &styled("Heading2", "C"),
        &styled("Q", "d"),
        &styled("Q", "e"),
        &p("f"),
    ]
    .concat();
    let imported = imported(&written, &[("word/styles.xml", &styles)]);
    assert_eq!(body(&imported), "## A\n\n## B\n\n### C\n\n> d\n>\n> e\n\nf");
    assert!(imported.files.contains_key("articles/the-title.md"));
}

#[test]
fn runs_tell_how_words_are_set() {
    check(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/><w:i/></w:rPr><w:t xml:space=\"preserve\"> b</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>e</w:t></w:r></w:p>",
        &[],
        "**a** *b*<sup>2</sup> c\\\nd-e",
    );
}

#[test]
fn changes_are_settled_and_comments_counted() {
    let comments =
        format!("<w:comments {SPACES}><w:comment w:id=\"0\"/><w:comment w:id=\"1\"/></w:comments>");
    let written = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">a </w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r><w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:ins></w:p><w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t xml:space=\"preserve\"> d</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:moveFrom><w:r><w:t>e</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>f</w:t></w:r></w:moveTo></w:p>";
    let imported = imported(written, &[("word/comments.xml", &comments)]);
    assert_eq!(body(&imported), "a b df");
    assert_eq!(imported.left_out[0].what, "2 comments");
    assert!(
        imported.notes[0].contains("3 tracked changes of"),
        "{:?}",
        imported.notes
    );
}

#[test]
fn boxes_are_read_once() {
    let content = p("in the box");
    check(
        &format!(
            "<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{}",
            p("b")
        ),
        &[],
        "a\n\nin the box\n\nb",
    );
}

#[test]
fn notes_of_both_kinds_are_footnotes() {
    let note = |kind: &str, words: &str| {
        format!(
            "<w:{kind}s {SPACES}><w:{kind} w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}><w:{kind} w:id=\"2\">{}<w:p><w:hyperlink r:id=\"own\"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p></w:{kind}></w:{kind}s>",
            p(words)
        )
    };
    let rels = "<Relationships><Relationship Id=\"own\" Type=\"http://x/hyperlink\" Target=\"https://own.example/\" TargetMode=\"External\"/></Relationships>";
    check(
        "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r><w:r><w:t>b</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        &[
            ("word/footnotes.xml", &note("footnote", "foot")),
            ("word/endnotes.xml", &note("endnote", "end")),
            ("word/_rels/footnotes.xml.rels", rels),
        ],
        "a[^1]b[^2]\n\n[^1]: end\n\n    link\n\n[^2]: foot\n\n    [link](https://own.example/)",
    );
}

#[test]
fn links_are_told_by_relations_and_fields() {
    check(
        "<w:p><w:hyperlink r:id=\"web\"><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r></w:hyperlink><w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://c.example\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>c</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:hyperlink w:anchor=\"x\"><w:r><w:t>d</w:t></w:r></w:hyperlink><w:smartTag w:element=\"place\"><w:r><w:t>e</w:t></w:r></w:smartTag></w:p>",
        &[],
        "[a**b**](https://a.example/(b)) [c](https://c.example)de",
    );
}

#[test]
fn lists_nest_as_they_are_numbered() {
    let level = |row: u32, kind: &str, start: u32| {
        format!(
            "<w:lvl w:ilvl=\"{row}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{kind}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"1\">{}{}{}</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>",
        level(0, "decimal", 1),
        level(1, "bullet", 1),
        level(2, "lowerLetter", 4)
    );
    let item = |level: u32, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let written = [
        item(0, "a"),
        item(1, "b"),
        item(2, "c"),
        item(2, "d"),
        item(0, "e"),
        p("f"),
        item(0, "g"),
    ]
    .concat();
    check(
        &written,
        &[("word/numbering.xml", &numbering)],
        "1. a\n   - b\n\n     4. c\n     5. d\n2. e\n\nf\n\n3. g",
    );
}

#[test]
fn tables_and_what_only_places_things() {
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
    };
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr></w:tbl>",
        cell("<w:gridSpan w:val=\"2\"/>", "a"),
        cell("", "b|c"),
        cell("<w:vMerge/>", ""),
        cell("", "d"),
        cell("", "e"),
        cell("", "gone")
    );
    let placing = format!(
        "<w:tbl><w:tr><w:tc>{}<w:tbl><w:tr>{}{}</w:tr></w:tbl></w:tc></w:tr></w:tbl>",
        p("f"),
        cell("", "g"),
        cell("", "h")
    );
    check(
        &[table, placing].concat(),
        &[],
        "| a | | b\\|c |\n|---|---|---|\n| | d | e |\n\nf\n\n| g | h |\n|---|---|",
    );
}

#[test]
fn pictures_are_taken_with_what_they_show() {
    let picture = |id: &str| {
        format!(
            "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"999999\" cy=\"999999\"/><wp:docPr id=\"1\" descr=\"A dot\"/><a:graphic><a:blip r:{id}/></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
    };
    let styles = format!(
        "<w:styles {SPACES}><w:style w:styleId=\"C\"><w:name w:val=\"caption\"/></w:style></w:styles>"
    );
    let written = [
        p("a"),
        picture("embed=\"png\""),
        styled("C", "The dot"),
        picture("link=\"far\""),
    ]
    .concat();
    let imported = imported(&written, &[("word/styles.xml", &styles)]);
    assert_eq!(
        body(&imported),
        "a\n\n![A dot](images/text-1.png \"The dot\")"
    );
    let left = &imported.left_out[0];
    assert_eq!(
        (&*left.place, &*left.what),
        (
            "behind \"The dot\"",
            "a picture that is not in the document but at https://a.example/x.png (\"A dot\")"
        )
    );
}

#[test]
fn contents_and_formulas() {
    let written = [
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Contents</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt>",
    ];
    check(&written.concat(), &[], "ax=1");
}

#[test]
fn the_strict_vocabulary_is_read_too() {
    let text = document(&p("a")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    let imported = try_import(zipped(&[(
        "word/document.xml",
        ["\u{FEFF}", &text].concat().as_bytes(),
    )]))
    .expect("it can be imported");
    assert_eq!(body(&imported), "a");
}
