//! The numbers that style sheets share with programs are the same in both.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::path::Path;

use article_explorer::components::measures::{BRANCH, MARGIN, PANEL, ROW, SHEET, SMALL};

fn sheet(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("static/css")
        .join(name);
    fs::read_to_string(path).unwrap()
}

#[track_caller]
fn check(name: &str, rule: &str) {
    assert!(sheet(name).contains(rule), "{name} has no `{rule}`");
}

/// The number before a unit, after `before`.
fn number(text: &str, before: &str, unit: &str) -> f64 {
    let (_, rest) = text.split_once(before).unwrap();
    rest.split_once(unit).unwrap().0.trim().parse().unwrap()
}

#[test]
fn windows_change_where_the_styles_do() {
    check("card.css", &format!("@media {SHEET} {{"));
    check("card.css", &format!("@media {MARGIN} {{"));
    check("frame.css", &format!("@media {MARGIN} {{"));
    check("frame.css", &format!("@media {SMALL} {{"));
    // Every other query ends or begins at one of these, a pixel of sixteen to the rem beside it.
    let steps: Vec<f64> = [SHEET, MARGIN]
        .iter()
        .flat_map(|query| query.split("-width: ").skip(1))
        .map(|rest| rest.split_once("rem").unwrap().0.parse().unwrap())
        .collect();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/css")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for query in text.split("@media ").skip(1) {
            let (query, _) = query.split_once('{').unwrap();
            for width in query.split("-width: ").skip(1) {
                let width: f64 = width.split_once("rem").unwrap().0.parse().unwrap();
                assert!(
                    steps.iter().any(|step| (step - width).abs() <= 0.0625),
                    "{}: no program knows {width}rem",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn rows_and_branches_are_as_high_as_they_are_drawn() {
    check(
        "views.css",
        &format!("[data-many] li {{ block-size: {ROW}px"),
    );
    check(
        "views.css",
        &format!(".bracket li {{ block-size: {BRANCH}px"),
    );
}

#[test]
fn drawings_are_as_wide_as_the_panel_inside() {
    let panel = number(&sheet("tokens.css"), "--panel: ", "rem");
    let views = sheet("views.css");
    let (_, wide) = views.split_once("inline-size: var(--panel)").unwrap();
    let gutter = number(wide, "--gutter: ", "rem");
    assert_eq!((panel - 2.0 * gutter) * 16.0, f64::from(PANEL));
}
