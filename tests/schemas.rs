//! The schemas that editors read say the same as the compiler: what it takes fits them, what it refuses does not.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "support/fixture.rs"]
#[allow(
    dead_code,
    reason = "what authors do about a finding is followed elsewhere"
)]
mod fixture;
#[path = "support/json_schema.rs"]
mod json_schema;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::compile::finding::Finding;
use article_explorer::compile::schema::{NAMES, schema};
use serde_json::{Value, json};

/// The schemas of a site.
struct Schemas(BTreeMap<&'static str, Value>);

impl Schemas {
    fn of(files: &Files) -> Self {
        let text = |name| schema(name, files).unwrap();
        let read = |name| (name, serde_json::from_str(&text(name)).unwrap());
        Self(NAMES.into_iter().map(read).collect())
    }

    /// What is wrong with a file, if anything is; nothing of one that has no schema.
    fn fault(&self, path: &str, bytes: &[u8]) -> Option<String> {
        let text = String::from_utf8(bytes.to_vec()).ok()?;
        let (name, text) = match path {
            "site.toml" => ("site", text),
            "events.toml" => ("events", text),
            "sources.toml" => ("sources", text),
            _ if path.starts_with("entities/") => ("entity", text),
            _ if path.starts_with("articles/") => {
                let text = text.replace("\r\n", "\n");
                ("article", text.split("+++\n").nth(1)?.to_owned())
            }
            _ => return None,
        };
        let table: toml::Table = text
            .parse()
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        let value = converted(toml::Value::Table(table));
        json_schema::fault(&self.0[name], &value, path)
    }
}

/// TOML as editors hold it against a schema. A date without quotes is no string.
fn converted(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(date) => json!({ "date": date.to_string() }),
        toml::Value::Array(all) => all.into_iter().map(converted).collect(),
        toml::Value::Table(table) => {
            let entries = table
                .into_iter()
                .map(|(key, value)| (key, converted(value)));
            Value::Object(entries.collect())
        }
    }
}

#[test]
fn every_file_of_a_site_fits_its_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in [
        "content",
        "tests/sites/any",
        "tests/sites/arabic",
        "tests/sites/two",
        "src/cli/new/sample",
    ] {
        let files = Files::read(&root.join(folder)).unwrap();
        let schemas = Schemas::of(&files);
        let faults = files.files.iter();
        let faults: Vec<_> = faults
            .filter_map(|(path, bytes)| schemas.fault(path, bytes))
            .collect();
        assert!(faults.is_empty(), "{folder}: {}", faults.join("\n"));
    }
}

/// What several keys may not say together; schemas look at each alone.
const BETWEEN_KEYS: &[&str] = &["this is one place too many", "an article has no pages here"];

#[test]
fn what_the_compiler_refuses_for_its_keys_fits_no_schema() {
    let codes = ["missing-key", "unknown-key", "unknown-kind", "wrong-type"];
    let mut held = 0;
    for name in fixture::names() {
        let (site, _) = fixture::site(&name);
        let files = Files::from_texts(site);
        let findings = compile(&files).findings;
        if findings.iter().any(|one| {
            ["malformed-toml", "malformed-front-matter", "duplicate-id"].contains(&one.code)
        }) {
            continue;
        }
        let schemas = Schemas::of(&files);
        for (path, bytes) in &files.files {
            let mut of_file = findings.iter().filter(|one| one.file == *path);
            let is_of_keys =
                |one: &Finding| codes.contains(&one.code) && !BETWEEN_KEYS.contains(&&*one.message);
            let is_refused = of_file.clone().any(is_of_keys);
            let is_sound = of_file.next().is_none();
            let fault = schemas.fault(path, bytes);
            if is_refused {
                held += 1;
                assert!(
                    fault.is_some(),
                    "{name}: {path} fits its schema, and should not"
                );
            } else if is_sound {
                assert_eq!(fault, None, "{name}: {path}");
            }
        }
    }
    assert!(held > 12, "{held} files were held against their schemas");
}

#[test]
fn kinds_and_schemes_of_the_site_s_own_are_in_its_schemas() {
    let site = "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n[kinds.ship]\n[identifiers.imo]\n";
    let files = Files::from_texts([("site.toml", site)]);
    let schemas = Schemas::of(&files);
    let ship = "kind = \"ship\"\nnames = [{ text = \"Ship\" }]\nidentifiers = { imo = \"1\" }\n[[facts]]\ntext = \"It sails.\"\nsource = \"a#p1\"\n";
    assert_eq!(schemas.fault("entities/x.toml", ship.as_bytes()), None);
    let bus = ship.replace("\"ship\"", "\"bus\"");
    assert!(schemas.fault("entities/x.toml", bus.as_bytes()).is_some());
}

#[test]
fn schema_writes_them_where_the_files_of_a_new_site_name_them() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
        let output = tool
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    run(&["new", "story"]);
    let story = folder.path().join("story");
    let mut named = 0;
    for file in [
        "site.toml",
        "events.toml",
        "sources.toml",
        "entities/riverton.toml",
    ] {
        let path = story.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        let schema = text
            .lines()
            .next()
            .unwrap()
            .strip_prefix("#:schema ")
            .unwrap();
        let schema = path.parent().unwrap().join(schema);
        let schema: Value = serde_json::from_slice(&std::fs::read(schema).unwrap()).unwrap();
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        named += 1;
    }
    assert_eq!(named, 4);
    let written = story.join(".article-explorer/schemas");
    std::fs::remove_dir_all(&written).unwrap();
    run(&["schema", "story"]);
    assert_eq!(std::fs::read_dir(&written).unwrap().count(), NAMES.len());
    let printed: Value =
        serde_json::from_str(&run(&["schema", "story", "--print", "entity"])).unwrap();
    assert!(printed["properties"]["names"].is_object());
}

/// The tables of the format reference: the file and header under which their keys stand, and where the schemas have them.
const REFERENCE: &[(&str, &str, &str, &str)] = &[
    ("# site.toml", "", "site", ""),
    (
        "# site.toml",
        "[[links]]",
        "site",
        "/properties/links/items",
    ),
    ("# site.toml", "[colours]", "site", "/properties/colours"),
    (
        "# site.toml",
        "[kinds.ship]",
        "site",
        "/properties/kinds/additionalProperties",
    ),
    (
        "# site.toml",
        "[identifiers.ndl]",
        "site",
        "/properties/identifiers/additionalProperties",
    ),
    ("# articles/SLUG.md", "", "article", ""),
    (
        "# articles/SLUG.md",
        "[[corrections]]",
        "article",
        "/properties/corrections/items",
    ),
    ("# entities/SLUG.toml", "", "entity", ""),
    (
        "# entities/SLUG.toml",
        "[[facts]]",
        "entity",
        "/properties/facts/items",
    ),
    (
        "# entities/SLUG.toml",
        "[[relations]]",
        "entity",
        "/properties/relations/items",
    ),
    (
        "# events.toml",
        "[[events]]",
        "events",
        "/properties/events/items",
    ),
    (
        "# sources.toml",
        "[hrw-2026-01-15]",
        "sources",
        "/additionalProperties",
    ),
];

/// Keys that the reference tells elsewhere: below another header, or with another key.
const ELSEWHERE: &[&str] = &["allow", "former", "claim", "date"];

/// The key of a line of TOML, and its remark.
fn key_of(line: &str) -> Option<(&str, &str)> {
    let (key, rest) = line.split_once(" = ")?;
    let is_key = !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_key.then(|| {
        (
            key,
            rest.split_once(" # ")
                .map_or("", |(_, remark)| remark.trim()),
        )
    })
}

/// The keys of the format reference with their remarks, by file and header.
fn reference() -> BTreeMap<(&'static str, String), Vec<(&'static str, &'static str)>> {
    let text = include_str!("../src/compile/format.md");
    let text = text
        .split("```toml\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let (mut file, mut header) = ("", String::new());
    for line in text.lines() {
        if let Some((begun, ..)) = REFERENCE.iter().find(|(begun, ..)| line.starts_with(begun)) {
            (file, header) = (begun, String::new());
        } else if line.starts_with('[') {
            header = line[..=line.rfind(']').unwrap()].to_owned();
            header.truncate(header.find(" ").unwrap_or(header.len()));
        }
        let keys = found.entry((file, header.clone())).or_default();
        keys.extend(key_of(line));
    }
    found
}

#[cfg(unix)]
#[test]
fn schemas_are_written_through_no_link() {
    use std::fs;
    use std::os::unix::fs::symlink;
    for link in [
        ".article-explorer",
        ".article-explorer/schemas",
        ".article-explorer/schemas/site.json",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (story, mine) = (folder.path().join("story"), folder.path().join("mine"));
        fs::create_dir_all(story.join(link).parent().unwrap()).unwrap();
        fs::write(story.join("site.toml"), "format = 1\n").unwrap();
        fs::create_dir_all(mine.join("schemas")).unwrap();
        let to = if link.ends_with("json") {
            mine.join("site.json")
        } else {
            mine.clone()
        };
        symlink(&to, story.join(link)).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .args(["schema", "story"])
            .current_dir(&folder)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains(&format!("`story/{link}` is a link")),
            "{said}"
        );
        let written = fs::read_dir(mine.join("schemas")).unwrap().count();
        assert_eq!((written, mine.join("site.json").exists()), (0, false));
    }
}

#[test]
fn the_format_reference_has_the_keys_of_the_schemas() {
    let reference = reference();
    for (file, header, name, place) in REFERENCE {
        let schema: Value =
            serde_json::from_str(&schema(name, &Files::default()).unwrap()).unwrap();
        let table = schema.pointer(place).unwrap();
        let told = &reference[&(*file, (*header).to_owned())];
        let properties = table["properties"].as_object().unwrap();
        for (key, property) in properties {
            let own = |(other, other_header): &&(&str, String)| {
                other == file && other_header.trim_start_matches('[').starts_with(&**key)
            };
            let is_told = told.iter().any(|(one, _)| one == key)
                || header.is_empty() && reference.keys().any(|one| own(&one))
                || ELSEWHERE.contains(&&**key);
            assert!(is_told, "{file} {header}: the reference has no `{key}`");
            assert!(
                property["description"].is_string(),
                "{file} {header}: nobody says what `{key}` is"
            );
        }
        for (key, remark) in told {
            assert!(
                properties.contains_key(*key),
                "{file} {header}: the schema has no `{key}`"
            );
            let mut required = table["required"].as_array().into_iter().flatten();
            let is_required = required.any(|one| one == key);
            let is_said = remark.starts_with("required") && !remark.starts_with("required, but");
            // Of small tables one sentence says that all are.
            let is_small = ["[[links]]", "[kinds.ship]", "[identifiers.ndl]"].contains(header);
            assert!(
                is_required == is_said || is_small,
                "{file} {header}: is `{key}` required?"
            );
        }
    }
}
