//! Documents that are broken, or made to harm.

use super::*;

#[test]
fn a_field_without_an_end_swallows_nothing() {
    let sign = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let page = "<w:r><w:instrText> PAGE </w:instrText></w:r>";
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let written = [
        &*format!(
            "<w:p>{}{page}{}{}</w:p>",
            run("a "),
            sign("begin"),
            run("b ")
        ),
        &format!(
            "<w:p>{}{page}{}{}{}</w:p>",
            sign("begin"),
            sign("separate"),
            run("1"),
            sign("end")
        ),
        &format!("<w:p>{}{page}{hidden}{}</w:p>", sign("begin"), run("c")),
        &format!(
            "<w:p><w:del>{}</w:del>{}{}</w:p>",
            sign("begin"),
            sign("end"),
            run("d")
        ),
        &p("e"),
    ]
    .concat();
    let imported = imported(&written, &[]);
    assert_eq!(body(&imported), "a b\n\n1\n\nc\n\nd\n\ne");
    assert_eq!(
        imported.left_out[0].what,
        "a field that does not end, so that what it shows is taken as words"
    );
}

#[test]
fn footnotes_do_not_take_the_more_time_the_more_they_are() {
    let reference = |id: usize| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let note = |id: usize| format!("<w:footnote w:id=\"{id}\">{}</w:footnote>", p("b"));
    let time = |count: usize| {
        let signs: String = (0..count).map(reference).collect();
        let notes: String = (0..count).map(note).collect();
        let notes = format!("<w:footnotes {SPACES}>{notes}</w:footnotes>");
        let links = "<Relationships><Relationship Id=\"f\" Type=\"http://x/footnotes\" Target=\"footnotes.xml\"/></Relationships>";
        let text = document(&format!("<w:p><w:r><w:t>a</w:t></w:r>{signs}</w:p>"));
        let file = zipped(&[
            ("word/document.xml", text.as_bytes()),
            ("word/_rels/document.xml.rels", links.as_bytes()),
            ("word/footnotes.xml", notes.as_bytes()),
        ]);
        let start = std::time::Instant::now();
        let imported = try_import(file).expect("it can be imported");
        assert!(body(&imported).contains(&format!("[^{count}]: b")));
        start.elapsed()
    };
    let (few, many) = (time(500), time(4000));
    assert!(many < few * 24, "{few:?} for 500, {many:?} for 4000");
}

#[test]
fn hostile_documents_are_told() {
    let error = |bytes: Vec<u8>| {
        try_import(bytes)
            .expect_err("it cannot be read")
            .to_string()
    };
    let bomb = vec![b' '; 70 << 20];
    let told = error(zipped(&[("word/document.xml", &bomb)]));
    assert!(
        told.contains("`word/document.xml` in it unpacks to more than 60 MB; no text is so large"),
        "{told}"
    );
    let told = error(zipped(&[("word/document.xml", b"<w:document")]));
    assert!(
        told.contains("the document is broken, or no .docx"),
        "{told}"
    );
    let whole = zipped(&[("word/document.xml", document(&p("a")).as_bytes())]);
    for length in [30, whole.len() / 2, whole.len() - 10] {
        let told = try_import(whole[..length].to_vec())
            .expect_err("it is cut")
            .to_string();
        assert!(told.contains(';'), "{told}");
    }
    let laughs = format!(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>{}",
        document(&p("&b;")).trim_start_matches("<?xml version=\"1.0\"?>")
    );
    error(zipped(&[("word/document.xml", laughs.as_bytes())]));
    let deep = document(
        &[
            "<w:tbl><w:tr><w:tc>".repeat(5_000),
            p("a"),
            "</w:tc></w:tr></w:tbl>".repeat(5_000),
        ]
        .concat(),
    );
    let read = try_import(zipped(&[("word/document.xml", deep.as_bytes())]));
    assert!(read.is_err() || !read.expect("read").left_out.is_empty());
    let deeper = document(
        &[
            "<w:sdt>".repeat(100_000),
            p("a"),
            "</w:sdt>".repeat(100_000),
        ]
        .concat(),
    );
    let _ = try_import(zipped(&[("word/document.xml", deeper.as_bytes())]));
    for (begin, end) in [
        ("<w:ins>", "</w:ins>"),
        ("<w:hyperlink>", "</w:hyperlink>"),
        ("<w:fldSimple>", "</w:fldSimple>"),
        ("<w:smartTag>", "</w:smartTag>"),
        ("<w:r><w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby></w:r>"),
        (
            "<w:r><w:pict><w:txbxContent><w:p>",
            "</w:p></w:txbxContent></w:pict></w:r>",
        ),
        (
            "<mc:AlternateContent><mc:Choice>",
            "</mc:Choice></mc:AlternateContent>",
        ),
        ("<m:oMath>", "</m:oMath>"),
        ("<w:unknown>", "</w:unknown>"),
    ] {
        let words = "<w:r><w:t>a</w:t></w:r>";
        let nest = [&*begin.repeat(10_000), words, &end.repeat(10_000)].concat();
        let nested = document(&[&*p("x"), "<w:p>", &nest, "</w:p>"].concat());
        let read = try_import(zipped(&[("word/document.xml", nested.as_bytes())]));
        let read = read.expect("it is read");
        let is_taken = body(&read).contains('a');
        assert!(
            is_taken || !read.left_out.is_empty() || begin.contains("unknown"),
            "{begin}"
        );
    }
    let crowded = document(&format!("<w:p {}/>", "a='' ".repeat(40_000)));
    let told = error(zipped(&[("word/document.xml", crowded.as_bytes())]));
    assert!(told.contains("more than 200 attributes"), "{told}");
    let path = "<Relationships><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"../../../etc/passwd\"/></Relationships>";
    let read = try_import(zipped(&[
        ("_rels/.rels", path.as_bytes()),
        ("word/document.xml", document(&p("a")).as_bytes()),
    ]));
    assert_eq!(body(&read.expect("it can be imported")), "a");
}
