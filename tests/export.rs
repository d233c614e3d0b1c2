//! What the site knows, for other programs: literal, read back by parsers of other people's making, silent about private
//! persons. `tests/export/site.txt` is the site, the other files of that folder are what is written of it.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "support/json_schema.rs"]
mod json_schema;
#[path = "export/round_trip.rs"]
mod round_trip;
#[path = "export/tables_again.rs"]
mod tables_again;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::export::{Format, export};
use article_explorer::model::site::Site;
use serde_json::Value;

const SITE: &str = include_str!("export/site.txt");

fn archive(text: &str) -> BTreeMap<String, Vec<u8>> {
    let files = text.split("--- ").filter_map(|file| file.split_once('\n'));
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    files.collect()
}

/// The site with these files laid over it.
fn site(files: &str) -> Site {
    let mut texts = archive(SITE);
    texts.extend(archive(files));
    let outcome = compile(&Files::from_texts(texts));
    outcome
        .site
        .unwrap_or_else(|| panic!("{:#?}", outcome.findings))
}

fn written(format: Format) -> String {
    export(site(""), format, None).unwrap()
}

/// A second article, in which an entity of the site is mentioned.
const SECOND: &str =
    "--- articles/delta.md\n+++\ntitle = \"Down the river\"\n+++\n[[delta|The delta]] is wide.\n";

#[track_caller]
fn check(format: Format, expected: &str) {
    let written = written(format).replace("\r\n", "\n");
    if written != expected {
        let now = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("export.{}", format.name()));
        fs::write(&now, &written).unwrap();
        panic!("{} is now {}", format.name(), now.display());
    }
}

#[test]
fn tables_are_written_as_expected() {
    check(Format::CsvMentions, include_str!("export/mentions.csv"));
    check(Format::CsvEntities, include_str!("export/entities.csv"));
    check(Format::CsvRelations, include_str!("export/relations.csv"));
    check(Format::CsvEvents, include_str!("export/events.csv"));
}

#[test]
fn places_are_written_as_expected() {
    check(Format::Geojson, include_str!("export/places.geojson"));
}

#[test]
fn annotations_are_written_as_expected() {
    check(Format::Annotations, include_str!("export/annotations.json"));
    check(Format::Text, include_str!("export/bridge.txt"));
}

#[test]
fn sources_are_written_as_expected() {
    check(Format::Bibtex, include_str!("export/sources.bib"));
    check(Format::Csl, include_str!("export/sources.json"));
}

#[test]
fn structured_data_is_written_as_expected() {
    check(Format::Jsonld, include_str!("export/structured.json"));
}

#[test]
fn tei_is_written_as_expected() {
    check(Format::Tei, include_str!("export/bridge.xml"));
}

#[test]
fn the_model_is_written_as_expected() {
    check(Format::Json, include_str!("export/site.json"));
}

/// Nothing is written that the schema does not name.
#[test]
fn the_model_fits_its_schema() {
    let schema: Value = serde_json::from_str(&written(Format::JsonSchema)).unwrap();
    for files in ["", SECOND] {
        let text = export(site(files), Format::Json, None).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json_schema::fault(&schema, &value, "site"), None);
    }
}

/// RFC 4180, section 2: lines end in CRLF, every row has as many cells as the header.
#[test]
fn tables_are_read_back() {
    for (format, rows) in [
        (Format::CsvMentions, 8),
        (Format::CsvEntities, 5),
        (Format::CsvRelations, 1),
        (Format::CsvEvents, 1),
    ] {
        let text = written(format);
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let all: Vec<_> = table.records().map(Result::unwrap).collect();
        assert_eq!(all.len(), rows, "{}", format.name());
    }
    let text = written(Format::CsvEntities);
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let at = table
        .headers()
        .unwrap()
        .iter()
        .position(|one| one == "description");
    let mayor = table
        .records()
        .map(Result::unwrap)
        .find(|row| &row[0] == "berg")
        .unwrap();
    assert_eq!(&mayor[at.unwrap()], "mayor, \"the red\"");
}

/// Characters of a text from and to.
fn cut(text: &str, from: usize, to: usize) -> String {
    text.chars().skip(from).take(to - from).collect()
}

#[test]
fn mentions_are_where_tables_say() {
    let blocks = written(Format::Text);
    let blocks: Vec<_> = blocks.trim_end().split("\n\n").collect();
    let text = written(Format::CsvMentions);
    let mut table = csv::Reader::from_reader(text.as_bytes());
    for row in table.records().map(Result::unwrap) {
        let number = |at: usize| row[at].parse::<usize>().unwrap();
        assert_eq!(cut(blocks[number(1) - 1], number(2), number(3)), &row[4]);
    }
}

#[test]
fn annotations_select_their_words() {
    let text = written(Format::Text);
    let all: Vec<Value> = serde_json::from_str(&written(Format::Annotations)).unwrap();
    for one in &all {
        let [quote, place] = [0, 1].map(|row| &one["target"]["selector"][row]);
        let number = |key: &str| place[key].as_u64().unwrap() as usize;
        let (start, end) = (number("start"), number("end"));
        assert_eq!(quote["exact"], cut(&text, start, end));
        let prefix = quote["prefix"].as_str().unwrap();
        assert_eq!(prefix, cut(&text, start - prefix.chars().count(), start));
        let suffix = quote["suffix"].as_str().unwrap();
        assert_eq!(suffix, cut(&text, end, end + suffix.chars().count()));
    }
    assert_eq!(all.len(), 8);
}

#[test]
fn json_is_read_back() {
    for format in [
        Format::Geojson,
        Format::Annotations,
        Format::Csl,
        Format::Jsonld,
    ] {
        serde_json::from_str::<Value>(&written(format)).unwrap();
    }
}

/// Every pointer of the text and the lists leads somewhere in the file.
#[test]
fn tei_is_well_formed_and_whole() {
    for files in ["", SECOND] {
        let text = export(site(files), Format::Tei, None).unwrap();
        let xml = roxmltree::Document::parse(&text).unwrap();
        let id = |node: roxmltree::Node| {
            let id = node.attribute(("http://www.w3.org/XML/1998/namespace", "id"));
            id.map(str::to_owned)
        };
        let ids: Vec<_> = xml.descendants().filter_map(id).collect();
        let unique: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
        for node in xml.descendants() {
            for name in ["ref", "active", "passive", "corresp", "source"] {
                let pointers = node.attribute(name).unwrap_or_default();
                for pointer in pointers.split_whitespace() {
                    let known = ids.iter().any(|id| pointer.strip_prefix('#') == Some(id));
                    assert!(known, "{pointer} in {text}");
                }
            }
        }
    }
}

/// NCName of <https://www.w3.org/TR/xml-names/#NT-NCName>, as far as slugs go.
#[test]
fn ids_of_tei_begin_with_a_letter() {
    let digits = "--- articles/2026-river.md\n+++\ntitle = \"Down\"\n+++\n[[delta|The delta]] is wide.[^1]\n\n[^1]: Very.\n--- entities/1917.toml\nkind = \"event\"\nnames = [{ text = \"The flood\" }]\ndescription = \"flood\"\nsummary = \"A flood.\"\n[[facts]]\ntext = \"It came.\"\nsource = \"2026-river#p2\"\n";
    let text = export(site(digits), Format::Tei, None).unwrap();
    let xml = roxmltree::Document::parse(&text).unwrap();
    let mut count = 0;
    for node in xml.descendants() {
        let id = node.attribute(("http://www.w3.org/XML/1998/namespace", "id"));
        if let Some(id) = id {
            assert!(id.starts_with(|c: char| c.is_ascii_alphabetic()), "{id}");
            count += usize::from(id.contains("2026-river") || id.contains("1917"));
        }
    }
    assert!(count > 4, "{text}");
}

/// What names her but for the article's own words.
#[test]
fn nobody_private_is_in_any_format() {
    let words = written(Format::Text);
    assert!(words.contains("Lise Moreau"));
    for format in Format::ALL {
        let mut text = written(format);
        match format {
            // The article's own words are in the text, and round the words of others.
            Format::Text => continue,
            Format::Tei | Format::Json => {
                assert!(text.contains("Lise Moreau"), "{}", format.name());
                text = text.replace("Lise Moreau", "");
            }
            _ => {}
        }
        for name in [
            "Moreau",
            "Lise",
            "Lilou",
            "neighbour\"",
            "ent-neighbour",
            "guest",
            "visit",
        ] {
            let told = text.find(name);
            assert_eq!(told, None, "{}: {name} in {text}", format.name());
        }
        let ids = [
            "neighbour,",
            "m-neighbour",
            "\"neighbour",
            "neighbour of",
            "She met",
        ];
        for id in ids {
            assert!(!text.contains(id), "{}: {id} in {text}", format.name());
        }
    }
}

#[test]
fn drafts_are_in_no_format() {
    let draft = SECOND.replace("title", "draft = true\ntitle");
    for format in Format::ALL {
        let text = export(site(&draft), format, None).unwrap();
        assert!(!text.contains("Down the river"), "{}", format.name());
        assert!(!text.contains("delta/"), "{}", format.name());
    }
}

#[test]
fn a_text_is_of_one_article() {
    let error = export(site(SECOND), Format::Text, None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the site has several articles, and a text is of one; name it: `--article bridge`; there are: bridge, delta"
    );
    let text = export(site(SECOND), Format::Text, Some("delta")).unwrap();
    assert_eq!(text, "Down the river\n\nThe delta is wide.\n");
    let error = export(site(SECOND), Format::Tei, Some("river")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no article `river` to export; there are: bridge, delta"
    );
}

/// The site's folder, and a program that runs beside it.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (path, bytes) in archive(SITE) {
            let path = folder.path().join("story").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .current_dir(&self.0)
            .args(["export", "story"])
            .args(arguments)
            .output()
            .unwrap()
    }

    fn at(&self, name: &str) -> PathBuf {
        Path::new(self.0.path()).join(name)
    }
}

#[test]
fn the_command_prints_or_writes_and_overwrites_nothing() {
    let folder = Folder::new();
    let printed = folder.run(&["--format", "geojson"]);
    assert_eq!(
        String::from_utf8(printed.stdout).unwrap(),
        include_str!("export/places.geojson")
    );
    let out = ["--format", "geojson", "--out", "places.geojson"];
    assert!(folder.run(&out).status.success());
    fs::write(folder.at("places.geojson"), "mine").unwrap();
    let refused = folder.run(&out);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(refused.stderr).unwrap(),
        "error: `places.geojson` is there already; name another file, or write it anew with --replace\n"
    );
    let kept = fs::read_to_string(folder.at("places.geojson")).unwrap();
    assert_eq!(kept, "mine");
    assert!(
        folder
            .run(&[&out[..], &["--replace"]].concat())
            .status
            .success()
    );
    let text = |name: &str| fs::read_to_string(folder.at(name)).unwrap();
    assert_eq!(
        text("places.geojson"),
        include_str!("export/places.geojson")
    );
    assert_eq!(text("places.geojson.bak"), "mine");
    // Of what is the same no copy is needed.
    folder.run(&[&out[..], &["--replace"]].concat());
    assert!(!folder.at("places.geojson.bak.2").exists());
}

#[test]
fn broken_content_writes_nothing() {
    let folder = Folder::new();
    fs::write(folder.at("story/site.toml"), "format = 1\ntitle = ").unwrap();
    let refused = folder.run(&["--format", "tei", "--out", "bridge.xml"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(refused.stdout.is_empty());
    assert!(!folder.at("bridge.xml").exists());
}
