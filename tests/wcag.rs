//! The table of WCAG 2.2 (`tests/wcag.toml`) is whole, and the tests that it names exist.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::path::Path;

/// The criteria of levels A and AA in each guideline: the numbers of the last parts (WCAG 2.2, W3C Recommendation of 5 October
/// 2023; 4.1.1 is obsolete).
const CRITERIA: [(&str, &[u32]); 13] = [
    ("1.1", &[1]),
    ("1.2", &[1, 2, 3, 4, 5]),
    ("1.3", &[1, 2, 3, 4, 5]),
    ("1.4", &[1, 2, 3, 4, 5, 10, 11, 12, 13]),
    ("2.1", &[1, 2, 4]),
    ("2.2", &[1, 2]),
    ("2.3", &[1]),
    ("2.4", &[1, 2, 3, 4, 5, 6, 7, 11]),
    ("2.5", &[1, 2, 3, 4, 7, 8]),
    ("3.1", &[1, 2]),
    ("3.2", &[1, 2, 3, 4, 6]),
    ("3.3", &[1, 2, 3, 4, 7, 8]),
    ("4.1", &[2, 3]),
];

fn table() -> toml::Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wcag.toml");
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// All that stands in the reader's tests.
fn tests(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text += &tests(&path);
        } else {
            text += &fs::read_to_string(path).unwrap();
        }
    }
    text
}

#[test]
fn every_criterion_stands_in_the_table_once() {
    let wanted = CRITERIA.iter().flat_map(|(guideline, numbers)| {
        numbers
            .iter()
            .map(move |number| format!("{guideline}.{number}"))
    });
    let mut wanted: Vec<String> = wanted.collect();
    let mut listed: Vec<String> = table().keys().cloned().collect();
    wanted.sort();
    listed.sort();
    assert_eq!(listed, wanted);
}

#[test]
fn each_is_held_by_tests_that_exist_or_has_its_reason() {
    let written = tests(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reader"));
    for (criterion, entry) in table() {
        let named: Vec<&str> = entry
            .get("tests")
            .and_then(|tests| tests.as_array())
            .map_or_else(Vec::new, |tests| {
                tests.iter().filter_map(|test| test.as_str()).collect()
            });
        let reason = entry.get("reason").and_then(|reason| reason.as_str());
        assert!(
            !named.is_empty() || reason.is_some(),
            "{criterion} has neither"
        );
        for test in named.into_iter().filter(|test| *test != "axe") {
            assert!(
                written.contains(&format!("fn {test}(")),
                "{criterion}: there is no test `{test}`"
            );
        }
    }
}
