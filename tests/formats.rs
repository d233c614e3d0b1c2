//! Content of every format that was released: a folder in `tests/formats/N` is as authors wrote it then, and nobody brings it
//! up to date. What its pages say, and at which addresses, stands in `tests/formats/N.txt` and stays.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::compile::finding::Severity;
use article_explorer::model::data::FORMAT;
use article_explorer::publish::app::App;
use article_explorer::publish::{Options, pages};
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest, Sha256};

/// Every format with a digest of its folder, which is why the example can still be relied on.
const RELEASED: &[(&str, &str)] = &[("1", "fde452ac4775686a")];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/formats")
        .join(name)
}

#[test]
fn every_released_format_has_its_example() {
    let entries = fs::read_dir(folder("")).unwrap();
    let folders = entries
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = folders
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    let released: Vec<_> = RELEASED.iter().map(|(format, _)| *format).collect();
    assert_eq!(names, released);
    // The format that the tool begins a site with is the latest.
    let latest = include_str!("../src/compile/format.md")
        .lines()
        .next()
        .unwrap();
    assert!(
        latest.ends_with(&format!("version {}", released.last().unwrap())),
        "{latest}"
    );
}

#[test]
fn the_examples_are_as_they_were_written() {
    for (format, digest) in RELEASED {
        let mut hash = Sha256::new();
        for (path, bytes) in below(&folder(format), "") {
            hash.update(path);
            hash.update([0]);
            hash.update(bytes);
            hash.update([0]);
        }
        let found: String = hash.finalize()[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(
            found, *digest,
            "tests/formats/{format} is no longer what authors wrote: undo the change"
        );
    }
}

#[test]
fn content_of_every_released_format_gives_the_same_pages() {
    for (format, _) in RELEASED {
        let outcome = compile(&Files::read(&folder(format)).unwrap());
        let errors = outcome
            .findings
            .iter()
            .filter(|one| one.severity == Severity::Error);
        assert_eq!(
            errors.collect::<Vec<_>>(),
            Vec::<&_>::new(),
            "format {format}"
        );
        let app = App::new(b"app".to_vec(), FORMAT.into()).unwrap();
        let drawn = pages(&outcome.site.unwrap(), &app, Options::default()).unwrap();
        let mut told = String::new();
        for (name, bytes) in drawn {
            writeln!(told, "=== {name}").unwrap();
            if name.ends_with(".html") && name != "404.html" {
                tell(&String::from_utf8(bytes).unwrap(), &mut told);
            }
        }
        let expected = fs::read_to_string(folder(&format!("{format}.txt"))).unwrap();
        assert_eq!(told, expected, "format {format}:\n{told}");
    }
}

/// All files below a folder by their paths.
fn below(folder: &Path, under: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{under}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            files.extend(below(&path, &format!("{name}/")));
        } else {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
    files
}

/// What stays of a page whatever it looks like: addresses, ids, and the words of whoever wrote the content.
fn tell(html: &str, told: &mut String) {
    let page = Html::parse_document(html);
    let all = |css: &str| select(page.root_element(), css);
    let mut line = |line: String| writeln!(told, "{line}").unwrap();
    for meta in all("meta[name=description], link[rel=canonical]") {
        let value = meta.attr("content").or(meta.attr("href")).unwrap();
        line(value.to_owned());
    }
    for link in all(".front a.name") {
        line(format!("{} -> {}", words(link), link.attr("href").unwrap()));
    }
    for block in all("article[data-article] .block") {
        let id = block.attr("id").unwrap();
        line(format!("{} {id}: {}", block.value().name(), words(block)));
        for link in select(block, "a") {
            let id = link.attr("id").or(link.attr("data-part")).unwrap_or("link");
            line(format!(
                "    {id}: {} -> {}",
                words(link),
                link.attr("href").unwrap()
            ));
        }
    }
    for note in all("[data-note]") {
        line(format!(
            "{}: {}",
            note.attr("id").unwrap(),
            words(first(note, "h3"))
        ));
        for part in select(
            note,
            ".kind bdi, .native bdi, .here p, .say, figcaption, .where small, .ids, .back a",
        ) {
            let to = part.attr("href").map(|href| format!(" -> {href}"));
            line(format!("    {}{}", words(part), to.unwrap_or_default()));
        }
        for said in select(note, ".facts li, .rels li") {
            line(format!("    {}", words(said)));
            for link in select(said, "a") {
                line(format!("        -> {}", link.attr("href").unwrap()));
            }
        }
    }
    for event in all("li[id^=event-]") {
        line(format!("{}: {}", event.attr("id").unwrap(), words(event)));
    }
    for work in all(".works li a.src") {
        line(format!("{} -> {}", words(work), work.attr("href").unwrap()));
    }
}

fn select<'p>(within: ElementRef<'p>, css: &str) -> Vec<ElementRef<'p>> {
    within.select(&Selector::parse(css).unwrap()).collect()
}

fn first<'p>(within: ElementRef<'p>, css: &str) -> ElementRef<'p> {
    select(within, css)[0]
}

fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
