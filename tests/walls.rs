//! The walls of the house: who may name whom, how long a file may grow, what every file begins with.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "walls/circles.rs"]
mod circles;
#[path = "walls/code.rs"]
mod code;

use std::fs;
use std::path::Path;

use code::{names, paths, sources, strings, without_tests};

/// The part of the house that a file belongs to.
fn part(name: &str) -> &str {
    let below = name.strip_prefix("src/").unwrap_or(name);
    below.split(['/', '.']).next().unwrap_or(below)
}

/// Whether a path leads to or below another.
fn leads_to(path: &str, to: &str) -> bool {
    path.strip_prefix(to)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[test]
fn parts_look_one_way() {
    // Each part and those that it may name.
    let ways: [(&str, &[&str]); 12] = [
        ("model", &[]),
        ("compile", &["model"]),
        ("components", &["model"]),
        ("publish", &["model", "components"]),
        ("suggest", &["model", "compile"]),
        ("edit", &["model", "compile", "suggest"]),
        ("export", &["model", "compile", "components", "publish"]),
        ("platform", &[]),
        ("editor", &["model", "components", "platform"]),
        ("app", &["model", "components", "platform", "editor"]),
        ("import", &["compile", "model"]),
        (
            "cli",
            &[
                "model", "compile", "publish", "import", "suggest", "edit", "export",
            ],
        ),
    ];
    for (name, text) in sources("src") {
        let Some((own, others)) = ways.iter().find(|(own, _)| *own == part(&name)) else {
            continue;
        };
        for path in paths(&text) {
            let Some(to) = path.strip_prefix("crate::") else {
                continue;
            };
            let to = to.split("::").next().unwrap();
            assert!(
                to == *own || others.contains(&to),
                "{name} names `{path}`: {own} may look at {others:?} only"
            );
        }
    }
}

#[track_caller]
fn only(rooms: &[&str], outside: &[&str], why: &str) {
    for (name, text) in sources("src") {
        if rooms
            .iter()
            .any(|room| *room == part(&name) || name.starts_with(room))
        {
            continue;
        }
        for path in paths(&text) {
            let stranger = outside.iter().find(|one| leads_to(&path, one));
            assert_eq!(stranger, None, "{name} names `{path}`: {why}");
        }
    }
}

#[test]
fn the_model_is_mere_vocabulary() {
    for (name, text) in sources("src")
        .iter()
        .filter(|(name, _)| part(name) == "model")
    {
        for path in paths(text) {
            let stranger = ["yew", "std::fs", "std::io", "pulldown_cmark"];
            let stranger = stranger.iter().find(|one| leads_to(&path, one));
            assert_eq!(
                stranger, None,
                "{name}: the vocabulary does no input or output"
            );
        }
        assert!(
            !text.contains("cfg(target") && !text.contains("cfg(feature"),
            "{name}: the vocabulary knows no side"
        );
    }
}

#[test]
fn only_the_platform_touches_the_browser() {
    // What pages call is exported where explorers start.
    only(
        &["platform", "src/app/start.rs"],
        &["web_sys", "js_sys", "gloo", "wasm_bindgen"],
        "the browser has one door, src/platform",
    );
}

/// What an event on a page means, and where things stand on it, is the app's business: its selectors are those of what draws
/// it (`src/components/selectors.rs`).
#[test]
fn the_door_to_the_browser_knows_no_page() {
    for (name, text) in sources("src/platform") {
        for literal in strings(text.parse().unwrap()) {
            let is_selector = ["[data-", "[aria-", "#ent-", "a[href"]
                .iter()
                .any(|part| literal.contains(part))
                || literal.strip_prefix('.').is_some_and(|class| {
                    class.starts_with(|letter: char| letter.is_ascii_lowercase())
                });
            // What an explorer says of itself on its root.
            let is_own = literal == "[data-ready]";
            assert!(!is_selector || is_own, "{name} looks for `{literal}`");
        }
    }
}

#[test]
fn only_the_rim_touches_the_disk() {
    only(
        &["cli", "src/compile/folder.rs", "src/publish/output"],
        &["std::fs", "fs"],
        "content is read in compile/folder.rs, the app in cli, and sites are written in publish/output",
    );
}

/// A studio runs them in a browser's worker, where each of these panics or says nothing.
#[test]
fn compiling_and_publishing_ask_nothing_of_a_system() {
    const SYSTEM: [&str; 8] = [
        "std::env",
        "std::fs",
        "std::net",
        "std::os",
        "std::path",
        "std::process",
        "std::thread",
        "std::time",
    ];
    for (name, text) in sources("src") {
        let is_native = name == "src/compile/folder.rs" || name.starts_with("src/publish/output");
        let is_test = name.ends_with("/tests.rs") || name.contains("/tests/");
        if !["compile", "publish", "import", "suggest", "export"].contains(&part(&name))
            || is_native
            || is_test
        {
            continue;
        }
        let code = without_tests(text.parse().unwrap());
        for path in paths(&code.to_string()) {
            let asked = SYSTEM.iter().find(|one| leads_to(&path, one));
            assert_eq!(asked, None, "{name} names `{path}`: a browser has none");
        }
    }
}

/// What readers load grows with every dependency; what only a studio needs stays behind its feature.
#[test]
fn the_readers_app_has_no_dependency_of_the_studio() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let manifest: toml::Table = text.parse().unwrap();
    let dependencies = |target: &str| &manifest["target"][target]["dependencies"];
    let native = dependencies("cfg(not(target_arch = \"wasm32\"))");
    let browser = dependencies("cfg(target_arch = \"wasm32\")")
        .as_table()
        .unwrap();
    let is_optional = |one: &toml::Value| one.get("optional") == Some(&toml::Value::Boolean(true));
    let version = |one: &toml::Value| one.get("version").unwrap_or(one).clone();
    let mut always = Vec::new();
    for (name, one) in browser {
        if is_optional(one) {
            let same = native.get(name).map(&version);
            assert_eq!(
                same,
                Some(version(one)),
                "{name} is another on the build machine"
            );
        } else {
            always.push(name.as_str());
        }
    }
    assert_eq!(
        always,
        ["gloo", "js-sys", "rlsf", "wasm-bindgen", "web-sys", "yew"]
    );
    assert_eq!(browser["yew"]["features"], vec!["csr"].into());
    assert_eq!(manifest["features"].get("default"), None);
}

#[test]
fn drawing_is_pure() {
    for (name, text) in sources("src") {
        if !["components", "model"].contains(&part(&name)) {
            continue;
        }
        let names = names(text.parse().unwrap());
        for unsteady in ["HashMap", "HashSet", "SystemTime", "Instant"] {
            assert!(
                !names.iter().any(|one| one == unsteady),
                "{name} names `{unsteady}`: the same page must come out on both sides"
            );
        }
    }
}

/// `tests/reader/renders.rs` sees what it does not draw anew only if each component says that it is drawn.
#[test]
fn each_component_says_that_it_is_drawn() {
    let is_component = |attribute: &syn::Attribute| attribute.path().is_ident("component");
    let mut said = Vec::new();
    for (name, text) in sources("src") {
        if name == "src/components/testing.rs" {
            continue;
        }
        for item in syn::parse_file(&text).unwrap().items {
            let syn::Item::Fn(component) = item else {
                continue;
            };
            if !component.attrs.iter().any(is_component) {
                continue;
            }
            let own = component.sig.ident.to_string();
            let says = format!("crate::components::rendered(\"{own}\")");
            assert!(
                text.contains(&[" -> Html {\n    ", &says, ";\n"].concat()),
                "{name}: {own} does not begin with `{says}`"
            );
            assert!(!said.contains(&own), "{own} is the name of two components");
            said.push(own);
        }
    }
    assert!(said.len() > 60, "{said:?}");
}

/// What a reader sees is drawn by components from typed data: no copies of the DOM, no strings of markup.
#[test]
fn nothing_is_drawn_from_markup() {
    const MARKUP: [&str; 13] = [
        "from_html_unchecked",
        "VRaw",
        "VRef",
        "inner_html",
        "set_inner_html",
        "outer_html",
        "set_outer_html",
        "insert_adjacent_html",
        "clone_node",
        "clone_node_with_deep",
        "HtmlTemplateElement",
        "DOMParser",
        "DomParser",
    ];
    for (name, text) in sources("src") {
        for one in names(text.parse().unwrap()) {
            assert!(
                !MARKUP.contains(&one.as_str()),
                "{name} names `{one}`: components draw from typed data, not from markup"
            );
        }
        assert!(
            !text.contains("<template"),
            "{name}: a template element is a store of markup"
        );
    }
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
                [".foot-bar", ".pins", ".group"].contains(&place),
                "{}: {place}:has(",
                path.display()
            );
        }
    }
}
