//! Files that would harm: each is refused or told, at once.

use std::time::{Duration, Instant};

use crate::site;

/// Longer than any of it takes, and far shorter than what grows with the square of it.
const LIMIT: Duration = Duration::from_secs(20);

#[track_caller]
fn harmless(name: &str, bytes: impl Into<Vec<u8>>) {
    let start = Instant::now();
    let site = site();
    if let Ok(imported) = site.try_import(name, bytes) {
        for path in imported.files.keys() {
            let is_below = !path.starts_with('/') && !path.contains("..") && !path.contains('\\');
            assert!(is_below, "{name} writes {path}");
        }
        for told in &imported.left_out {
            assert!(
                told.to_string().len() < 2000,
                "{name} tells a book: {}",
                told.to_string().len()
            );
        }
    }
    assert!(start.elapsed() < LIMIT, "{name} took {:?}", start.elapsed());
}

#[test]
fn bombs_and_deep_nests_are_refused() {
    harmless(
        "a.bib",
        format!(
            "@article{{a, title = {}x{}}}",
            "{".repeat(100_000),
            "}".repeat(100_000)
        ),
    );
    harmless(
        "a.bib",
        format!(
            "@article{{a, title = {{{}x{}}}}}",
            "\\a{".repeat(50_000),
            "}".repeat(50_000)
        ),
    );
    let strings: String = (1..60)
        .map(|row| format!("@string{{s{row} = s{} # s{}}}\n", row - 1, row - 1))
        .collect();
    harmless(
        "a.bib",
        format!("@string{{s0 = \"ha\"}}\n{strings}@book{{b, title = s59}}"),
    );
    harmless(
        "a.bib",
        "@string{a = b}\n@string{b = a}\n@book{a, title = a, crossref = {b}}\n@book{b, title = {B}, crossref = {a}, xdata = {b}}",
    );
    harmless(
        "a.json",
        format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000)),
    );
    harmless(
        "Q1.json",
        format!(
            "{{\"entities\": {{\"Q1\": {}{}}}}}",
            "{\"a\":".repeat(100_000),
            "}".repeat(100_000)
        ),
    );
    let entities: String = (1..20)
        .map(|row| format!("<!ENTITY e{row} \"&e{};&e{};\">", row - 1, row - 1))
        .collect();
    let bomb = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE TEI [<!ENTITY e0 \"ha\">{entities}]><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>&e19;</p></body></text></TEI>"
    );
    harmless("a.xml", bomb.clone());
    let error = site().try_import("a.xml", bomb).unwrap_err();
    assert!(error.to_string().contains("<!DOCTYPE"), "{error}");
    let deep = format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>{}x{}</body></text></TEI>",
        "<div>".repeat(20_000),
        "</div>".repeat(20_000)
    );
    harmless("a.xml", deep.clone());
    let error = site().try_import("a.xml", deep).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("more than 100 elements stand in each other"),
        "{error}"
    );
}

#[test]
fn long_lines_and_many_quotes_end() {
    harmless(
        "a.csv",
        format!("name,kind,description\n\"{}\n", "x,".repeat(5_000_000)),
    );
    harmless("a.csv", format!("name,kind\n{}\n", "x".repeat(20_000_000)));
    harmless(
        "a.csv",
        format!("name,kind,date\n{}", "a,person,01/02/2003\n".repeat(60_000)),
    );
    harmless(
        "a.ris",
        format!("TY  - BOOK\nTI  - {}\nER  - \n", "x".repeat(10_000_000)),
    );
    harmless("a.bib", "@".repeat(1_000_000));
    harmless("a.bib", "@book{a,\n".repeat(20_000));
    let ents: Vec<_> = (0..20_000)
        .map(|row| {
            format!(
                "{{\"start\":{},\"end\":{},\"label\":\"ORG\"}}",
                row % 9,
                row % 9 + 1
            )
        })
        .collect();
    harmless(
        "a.json",
        format!(
            "{{\"text\": \"{}\", \"ents\": [{}]}}",
            "The town ".repeat(1000),
            ents.join(",")
        ),
    );
}

#[test]
fn names_that_lead_out_of_the_folder_stay_in_it() {
    harmless(
        "a.csv",
        "id,name,kind,description\n../../etc/passwd,..,place,x\n/abs,C:\\x,place,y\n.,CON,place,z\n",
    );
    harmless(
        "a.bib",
        "@book{../../x, title = {../..}, publisher = {P}, year = 2001}\n@book{[[events]], title = {\"\"\"\n[evil]\nx = 1}, publisher = {P}, year = 2001}",
    );
    harmless("../../a.csv", "name,kind,description\nA Hill,place,x\n");
}

#[test]
fn bytes_that_are_no_text_are_told() {
    for name in ["a.csv", "a.bib", "a.ris", "a.json", "a.xml"] {
        let error = site().try_import(name, b"TY  - x\n@book{\xFF\xFE\x00\x00".to_vec());
        assert!(error.is_err(), "{name}");
    }
    let utf16: Vec<u8> = "\u{FEFF}name,kind,description\nGood Hill,place,hill\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let imported = site().try_import("a.csv", utf16).unwrap();
    assert!(imported.files.contains_key("entities/good-hill.toml"));
}
