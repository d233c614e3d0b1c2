//! Structured data: literal, in schema.org's published words, and silent about private persons.
//!
//! A file in `tests/structured/` begins with a site's files, as those in `tests/pages/` do; after `=== PAGE` follows
//! the JSON-LD of that page. Line ends and indentation count for nothing.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::model::data::FORMAT;
use article_explorer::model::site::Site;
use article_explorer::publish::app::App;
use article_explorer::publish::{Options, Pages, pages};
use serde_json::{Map, Value};

#[path = "vocabulary/check.rs"]
mod vocabulary;

use vocabulary::{Vocabulary, is_date};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn archive(text: &str) -> BTreeMap<String, Vec<u8>> {
    text.split("--- ")
        .filter_map(|file| file.split_once('\n'))
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect()
}

/// A small site with these files laid over it.
fn site(files: &str) -> Site {
    let base = fs::read_to_string(folder("tests/findings/base.txt")).unwrap();
    let mut texts = archive(&base);
    texts.extend(archive(files));
    let outcome = compile(&Files::from_texts(texts));
    outcome
        .site
        .unwrap_or_else(|| panic!("{:?}", outcome.findings))
}

/// The site that the project comes with.
fn content() -> Site {
    compile(&Files::read(&folder("content")).unwrap())
        .site
        .unwrap()
}

fn drawn(site: &Site) -> Pages {
    let app = App::new(b"app".to_vec(), FORMAT.into()).unwrap();
    pages(site, &app, Options::default()).unwrap()
}

/// The text of a page's data block, the only one it has.
fn block(pages: &Pages, page: &str) -> String {
    let html = String::from_utf8(pages[page].clone()).unwrap();
    let mut blocks = html.split("<script type=\"application/ld+json\">").skip(1);
    let block = blocks.next().unwrap().split("</script>").next().unwrap();
    assert_eq!(blocks.next(), None, "{page}");
    block.to_owned()
}

fn node(block: &str) -> Map<String, Value> {
    serde_json::from_str(block).unwrap()
}

/// A fixture's site, the page it is about, and what is expected there.
fn fixture(text: &str) -> (Pages, &str, String) {
    let (files, expected) = text.split_once("=== ").unwrap();
    let (page, expected) = expected.split_once('\n').unwrap();
    (
        drawn(&site(files)),
        page,
        expected.lines().map(str::trim).collect(),
    )
}

const EVERY_KIND: &str = include_str!("structured/every-kind.txt");

/// The data blocks of the first articles and of every fixture.
fn all_blocks() -> Vec<String> {
    let mut sites = vec![drawn(&content())];
    for entry in fs::read_dir(folder("tests/structured")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        sites.push(fixture(&text).0);
    }
    let with_data = |pages: &Pages| {
        let names = pages
            .keys()
            .filter(|page| page.ends_with(".html") && *page != "404.html");
        names.map(|page| block(pages, page)).collect::<Vec<_>>()
    };
    sites.iter().flat_map(with_data).collect()
}

/// Calls `f` with every object in a value and the key it stands under.
fn objects<'a>(key: &'a str, value: &'a Value, f: &mut impl FnMut(&str, &'a Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            f(key, object);
            object
                .iter()
                .for_each(|(key, value)| objects(key, value, f));
        }
        Value::Array(values) => values.iter().for_each(|value| objects(key, value, f)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn data_blocks_are_written_as_expected() {
    for entry in fs::read_dir(folder("tests/structured")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let (pages, page, expected) = fixture(&text);
        assert_eq!(block(&pages, page), expected, "{}", path.display());
    }
}

#[test]
fn every_word_is_schema_orgs() {
    let vocabulary = Vocabulary::published();
    for block in all_blocks() {
        let node = node(&block);
        assert_eq!(node["@context"], "https://schema.org");
        vocabulary.check(&node);
    }
}

#[test]
fn every_date_is_exact() {
    for block in all_blocks() {
        objects("", &Value::Object(node(&block)), &mut |_, object| {
            if let Some(date) = object.get("datePublished") {
                assert!(is_date(date.as_str().unwrap()), "{date}");
            }
        });
    }
    for (written, expected) in [
        ("2025", true),
        ("2025-12", true),
        ("2025-12-31", true),
        ("2025-12~", false),
        ("2025?", false),
        ("2025-23", false),
        ("2025/2026", false),
        ("2025-12-XX", false),
        ("-0044", false),
    ] {
        let files = format!(
            "--- articles/town.md\n+++\ntitle = \"The town\"\ndate = \"{written}\"\n+++\n[[ada|Ada]] and the [[hall|hall]].\n"
        );
        let node = node(&block(&drawn(&site(&files)), "town/index.html"));
        let date = expected.then(|| Value::from(written));
        assert_eq!(node.get("datePublished"), date.as_ref(), "{written}");
    }
}

#[test]
fn private_persons_are_nowhere() {
    let (pages, page, _) = fixture(EVERY_KIND);
    let block = block(&pages, page);
    let public = "Jules Moreau-Petit";
    assert!(block.contains(public), "a relative is not private");
    let block = block.replace(public, "").to_lowercase();
    for word in ["moreau", "lise", "voisine"] {
        assert!(!block.contains(word), "{word} in {block}");
    }
}

/// Not by the names that their notes bear, and in no other writing that a title or an address has.
#[test]
fn the_first_articles_private_persons_are_nowhere() {
    let pages = drawn(&content());
    let words = [
        "alimnur",
        "turganb",
        "guldari",
        "sherizat",
        "алимнур",
        "әлімнұр",
        "турганба",
        "тұрғанба",
        "гульдари",
        "гүлдари",
        "шеризат",
        "шерізат",
    ];
    for page in pages.keys().filter(|page| *page != "404.html") {
        let block = block(&pages, page).to_lowercase();
        for word in words {
            assert!(!block.contains(word), "{word} in {page}");
        }
    }
}

#[test]
fn only_identifiers_say_what_is_the_same() {
    let site = content();
    let known: Vec<String> = site
        .entities
        .iter()
        .flat_map(|(_, entity)| &entity.identifiers)
        .map(|number| number.url.clone().unwrap())
        .collect();
    let node = Value::Object(node(&block(&drawn(&site), "burning-xi-jinping/index.html")));
    let mut count = 0;
    objects("", &node, &mut |key, object| {
        if let Some(same) = object.get("sameAs") {
            assert_eq!(key, "mentions");
            for address in same.as_array().unwrap() {
                assert!(known.iter().any(|known| known == address), "{address}");
                count += 1;
            }
        }
    });
    assert!(count > 0, "the first article mentions what Wikidata knows");
}

/// The article never saw most of the works that its notes rest on. What the page lists for readers it cites.
#[test]
fn the_page_cites_and_the_article_does_not() {
    let pages = drawn(&content());
    let page = "burning-xi-jinping/index.html";
    let node = node(&block(&pages, page));
    assert_eq!(node.get("citation"), None);
    let cited = node["mainEntityOfPage"]["citation"].as_array().unwrap();
    let cited: Vec<_> = cited
        .iter()
        .map(|work| work["url"].as_str().unwrap())
        .collect();
    let html = String::from_utf8(pages[page].clone()).unwrap();
    let (_, list) = html.split_once("<ul class=\"works\">").unwrap();
    let rows = list.split("</ul>").next().unwrap().split("<li ").skip(1);
    let public = rows.filter(|row| !row.contains("Турганба"));
    let listed: Vec<_> = public
        .map(|row| row.split(" href=\"").nth(1).unwrap())
        .map(|link| link.split('"').next().unwrap())
        .collect();
    assert!(cited.len() > 50, "{}", cited.len());
    assert_eq!(cited, listed);
}

#[test]
fn pins_stand_only_where_they_are_exact_and_on_places() {
    let (pages, page, _) = fixture(EVERY_KIND);
    let node = Value::Object(node(&block(&pages, page)));
    let mut pinned = Vec::new();
    objects("", &node, &mut |_, object| {
        if object.contains_key("geo") {
            pinned.push(object["name"].clone());
        }
    });
    assert_eq!(pinned, ["Quai", "Aulne"]);
}
