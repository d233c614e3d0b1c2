//! The walls of the house: who may name whom, how long a file may grow, what every file begins with.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Source files below a folder with their text, sorted.
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// The code without comments.
fn code(text: &str) -> String {
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

#[track_caller]
fn forbid(files: impl Fn(&str) -> bool, words: &[&str], why: &str) {
    for (name, text) in sources("src").iter().filter(|(name, _)| files(name)) {
        let code = code(text);
        for word in words {
            assert!(!code.contains(word), "{name} names `{word}`: {why}");
        }
    }
}

fn in_part(name: &str, part: &str) -> bool {
    name.strip_prefix("src/")
        .is_some_and(|rest| rest == format!("{part}.rs") || rest.starts_with(&format!("{part}/")))
}

#[test]
fn the_model_imports_nobody() {
    forbid(
        |name| in_part(name, "model"),
        &[
            "crate::app",
            "crate::compile",
            "crate::components",
            "crate::publish",
            "crate::platform",
            "crate::cli",
            "yew",
            "pulldown_cmark",
            "std::fs",
            "std::io",
            "cfg(target",
            "cfg(feature",
        ],
        "the vocabulary does no input or output and knows no side",
    );
}

#[test]
fn only_the_platform_touches_the_browser() {
    forbid(
        |name| !in_part(name, "platform"),
        &["web_sys", "js_sys", "gloo::", "wasm_bindgen"],
        "the browser has one door, src/platform",
    );
}

#[test]
fn only_the_rim_touches_the_disk() {
    forbid(
        |name| !in_part(name, "publish") && name != "src/compile/files.rs" && name != "src/cli.rs",
        &["std::fs", "fs::read", "fs::write"],
        "files are read in compile/files.rs and written in publish",
    );
}

#[test]
fn parts_look_one_way() {
    forbid(
        |name| in_part(name, "compile"),
        &[
            "crate::app",
            "crate::components",
            "crate::publish",
            "crate::platform",
            "crate::cli",
            "yew",
        ],
        "compile knows the model only",
    );
    forbid(
        |name| in_part(name, "components"),
        &[
            "crate::app",
            "crate::compile",
            "crate::publish",
            "crate::platform",
            "crate::cli",
        ],
        "components know the model only",
    );
    forbid(
        |name| in_part(name, "app"),
        &["crate::compile", "crate::publish", "crate::cli"],
        "the app runs in the browser, where these are not",
    );
    forbid(
        |name| in_part(name, "platform"),
        &[
            "crate::compile",
            "crate::publish",
            "crate::cli",
            "crate::app",
            "crate::components",
            "crate::model",
        ],
        "the door knows nobody behind it",
    );
    forbid(
        |name| in_part(name, "publish"),
        &["crate::compile", "crate::cli", "crate::platform"],
        "publish draws a model, whoever compiled it",
    );
}

#[test]
fn drawing_is_pure() {
    forbid(
        |name| {
            ["app", "components", "model"]
                .iter()
                .any(|part| in_part(name, part))
        },
        &["HashMap", "HashSet", "SystemTime", "Instant", "rand::"],
        "the same page must come out on both sides",
    );
}

#[test]
fn files_say_what_they_know_and_stay_short() {
    for (name, text) in ["src", "tests", "benches"]
        .iter()
        .filter(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).exists())
        .flat_map(|folder| sources(folder))
    {
        assert!(
            text.starts_with("//! "),
            "{name} does not open with `//!` and what it knows"
        );
        let lines = text.lines().count();
        assert!(
            lines <= 400,
            "{name} has {lines} lines; 400 is the limit, split it by meaning"
        );
    }
}

#[test]
fn style_sheets_take_every_colour_from_the_tokens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/css");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("tokens.css") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        // Signs are pictures inside `url("data:...")`; paper is black on white.
        let rules: String = text
            .split("@media print")
            .next()
            .unwrap()
            .lines()
            .filter(|line| !line.contains("data:image"))
            .collect();
        for raw in ["#", "rgb(", "hsl("] {
            let mut found = rules
                .match_indices(raw)
                .map(|(at, _)| &rules[at..(at + 8).min(rules.len())]);
            let colour = found.find(|place| {
                raw != "#" || place[1..].starts_with(|next: char| next.is_ascii_digit())
            });
            assert_eq!(colour, None, "{}: a raw colour", path.display());
        }
    }
}

/// Rules that look about by `:has()` cost little each, but with more of them Chromium styled 828 elements of a book anew,
/// for 15 ms, at every change of its page.
#[test]
fn style_sheets_look_about_in_three_places_only() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/css");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let screen = text.split("@media print").next().unwrap();
        for (at, _) in screen.match_indices(":has(") {
            let place = screen[..at].split_whitespace().next_back().unwrap();
            assert!(
                [".belt", ".pins", ".group"].contains(&place),
                "{}: {place}:has(",
                path.display()
            );
        }
    }
}
