//! The article that the README's way begins with, as people have one: a Word document, a page of a site.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Its words: a title, headings, paragraphs. Written for this test; nobody in it lives.
const TEXT: &str = include_str!("bridge.txt");

/// What is said: how it is set, and its words.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXT.lines().filter(|line| !line.is_empty()).map(|line| {
        let heading = line.strip_prefix("## ").map(|words| ("Heading1", words));
        let title = line.strip_prefix("# ").map(|words| ("Title", words));
        heading.or(title).unwrap_or(("Normal", line))
    })
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

/// As Word saves it, without what Word alone reads.
pub(crate) fn docx() -> Vec<u8> {
    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const PARTS: &str = "http://schemas.openxmlformats.org/package/2006";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let paragraph = |(style, words): (&str, &str)| {
        let words = escaped(words);
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let paragraphs: String = lines().map(paragraph).collect();
    let style = |id: &str, name: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/></w:style>"
        )
    };
    let styles = [
        ("Title", "Title"),
        ("Heading1", "heading 1"),
        ("Normal", "Normal"),
    ];
    let styles: String = styles.iter().map(|(id, name)| style(id, name)).collect();
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |relation: &str| {
        format!("<Relationships xmlns=\"{PARTS}/relationships\">{relation}</Relationships>")
    };
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let files = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PARTS}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{main}.document.main+xml\"/>\
                 <Override PartName=\"/word/styles.xml\" ContentType=\"{main}.styles+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            relations(&relation("r1", "officeDocument", "word/document.xml")),
        ),
        (
            "word/_rels/document.xml.rels",
            relations(&relation("r1", "styles", "styles.xml")),
        ),
        (
            "word/styles.xml",
            format!("<w:styles xmlns:w=\"{WORD}\">{styles}</w:styles>"),
        ),
        (
            "word/document.xml",
            format!("<w:document xmlns:w=\"{WORD}\"><w:body>{paragraphs}</w:body></w:document>"),
        ),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// As a page of a newspaper's site, with what stands round an article there.
pub(crate) fn html() -> Vec<u8> {
    let element = |(style, words): (&str, &str)| {
        let name = match style {
            "Title" => "h1",
            "Heading1" => "h2",
            _ => "p",
        };
        format!("<{name}>{}</{name}>\n", escaped(words))
    };
    let text: String = lines().map(element).collect();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A bridge for Riverton - Riverton Review</title></head>\n\
         <body><nav><a href=\"/\">Riverton Review</a><a href=\"/town\">Town</a></nav>\n<main><article>{text}</article></main>\n\
         <footer>Riverton Review, all rights reserved</footer></body></html>"
    )
    .into_bytes()
}
