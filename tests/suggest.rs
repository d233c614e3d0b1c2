//! Names that no entity has yet: how well they are found, and what `suggest` prints, writes and refuses.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "suggest/answers.rs"]
mod answers;
#[path = "suggest/drafts.rs"]
mod drafts;
#[path = "suggest/languages.rs"]
mod languages;
#[path = "suggest/measure.rs"]
mod measure;
#[path = "suggest/names.rs"]
mod names;
#[path = "suggest/story.rs"]
mod story;
#[path = "suggest/unlinked.rs"]
mod unlinked;
#[path = "suggest/writing.rs"]
mod writing;

use std::fs;
use std::path::Path;

use measure::{Measure, measure};

/// A text, and how well its names must be found: the part of the likely ones that are names, the part of all names that are
/// suggested at all.
const TARGETS: [(&str, f64, f64); 8] = [
    ("en-first", 0.75, 0.90),
    ("en-harbour", 0.75, 0.90),
    ("en-ferry", 0.75, 0.90),
    ("de-harbour", 0.75, 0.80),
    ("de-ferry", 0.75, 0.80),
    ("de-moor", 0.75, 0.80),
    ("fr-harbour", 0.75, 0.80),
    ("ru-harbour", 0.75, 0.80),
];

#[test]
fn names_are_found_as_well_as_is_said() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suggest/texts");
    for (name, precision, recall) in TARGETS {
        let list = fs::read_to_string(folder.join(format!("{name}.tsv"))).unwrap();
        let text = match name {
            "en-first" => measure::first_article(),
            _ => fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap(),
        };
        let found = measure(&text, &list, &name[..2]);
        println!("{}", row(name, &found));
        assert!(found.precision() >= precision, "{name}: {found:#?}");
        assert!(found.recall() >= recall, "{name}: {found:#?}");
    }
}

/// Texts with lists that lie elsewhere: `SUGGEST_TEXTS=FOLDER cargo test --test suggest -- --nocapture` prints how well their
/// names are found.
#[test]
fn texts_of_another_folder_are_measured() {
    let Some(folder) = std::env::var_os("SUGGEST_TEXTS") else {
        return;
    };
    let folder = Path::new(&folder);
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names
        .filter_map(|name| name.strip_suffix(".tsv").map(str::to_owned))
        .collect();
    names.sort();
    println!(
        "| text | likely | precision | suggested | listed | recall |\n|---|---|---|---|---|---|"
    );
    for name in names {
        let read =
            |ending: &str| fs::read_to_string(folder.join(format!("{name}.{ending}"))).unwrap();
        let found = measure(&read("txt"), &read("tsv"), &name[..2]);
        println!("{}", row(&name, &found));
    }
}

fn row(name: &str, found: &Measure) -> String {
    format!(
        "| {name} | {} | {:.2} | {} | {} | {:.2} |",
        found.likely,
        found.precision(),
        found.candidates,
        found.listed,
        found.recall()
    )
}

#[test]
fn the_same_text_has_the_same_names_in_the_same_order() {
    let text = measure::first_article();
    let once = measure::suggested(&text, "en");
    assert!(once.candidates.len() > 8);
    for _ in 0..3 {
        assert_eq!(measure::suggested(&text, "en"), once);
    }
}
