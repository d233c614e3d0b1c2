//! The walls of the house: who may name whom, how long a file may grow, what every file begins with.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::UseTree;
use syn::visit::Visit;

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

/// The paths that a file names, `use` trees written out: `crate::model::page::Note`, `web_sys::Element`.
fn paths(text: &str) -> Vec<String> {
    let file = syn::parse_file(text).unwrap();
    let mut found = Vec::new();
    let mut uses = Uses(&mut found);
    uses.visit_file(&file);
    named(text.parse().unwrap(), &mut found);
    found
}

/// Collects what `use` items import.
struct Uses<'a>(&'a mut Vec<String>);

impl<'ast> Visit<'ast> for Uses<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        write_out(String::new(), &item.tree, self.0);
    }
}

fn write_out(before: String, tree: &UseTree, found: &mut Vec<String>) {
    let join = |name: &dyn ToString| match before.as_str() {
        "" => name.to_string(),
        before => format!("{before}::{}", name.to_string()),
    };
    match tree {
        UseTree::Path(path) => write_out(join(&path.ident), &path.tree, found),
        UseTree::Name(name) => found.push(join(&name.ident)),
        UseTree::Rename(name) => found.push(join(&name.ident)),
        UseTree::Glob(_) => found.push(join(&"*")),
        UseTree::Group(group) => {
            for tree in &group.items {
                write_out(before.clone(), tree, found);
            }
        }
    }
}

/// Collects paths of two names or more from code, macros included.
fn named(tokens: TokenStream, found: &mut Vec<String>) {
    let mut path = String::new();
    for token in tokens {
        match token {
            TokenTree::Ident(name) if path.is_empty() || path.ends_with("::") => {
                path.push_str(&name.to_string());
            }
            TokenTree::Punct(sign) if sign.as_char() == ':' => path.push(':'),
            other => {
                if path.contains("::") {
                    found.push(std::mem::take(&mut path));
                }
                path.clear();
                match other {
                    TokenTree::Ident(name) => path = name.to_string(),
                    TokenTree::Group(group) => named(group.stream(), found),
                    TokenTree::Punct(_) | TokenTree::Literal(_) => {}
                }
            }
        }
    }
}

/// The names in code, macros included.
fn names(tokens: TokenStream) -> Vec<String> {
    let name = |token| match token {
        TokenTree::Ident(name) => vec![name.to_string()],
        TokenTree::Group(group) => names(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    };
    tokens.into_iter().flat_map(name).collect()
}

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
    let ways: [(&str, &[&str]); 7] = [
        ("model", &[]),
        ("compile", &["model"]),
        ("components", &["model"]),
        ("publish", &["model", "components"]),
        ("platform", &[]),
        ("app", &["model", "components", "platform"]),
        ("cli", &["model", "compile", "publish"]),
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

#[test]
fn only_the_rim_touches_the_disk() {
    only(
        &["cli", "src/compile/files.rs", "src/publish/output"],
        &["std::fs", "fs"],
        "content is read in compile/files.rs, the app in cli, and sites are written in publish/output",
    );
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
                [".belt", ".pins", ".group"].contains(&place),
                "{}: {place}:has(",
                path.display()
            );
        }
    }
}
