//! A page without its article, notes and lists, as live preview needs it: the app draws what the build machine draws.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, MENTION, Page};
use crate::support::server::{Faults, Server};
use crate::support::site;

/// What the app draws in a blank page, and what the build machine draws in any other.
const DRAWN: [&str; 2] = ["reading", "lists"];

/// Writes a site with the publisher's tool, from the app that `make build` left.
#[track_caller]
fn build(content: &Path, name: &str, blank: bool) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("sites")
        .join(name);
    let mut tool = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
    tool.arg("build").arg("--content").arg(content);
    tool.arg("--out").arg(&folder);
    if blank {
        tool.arg("--blank");
    }
    let output = tool.output().expect("the publisher's tool starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "article-explorer build: {said}");
    folder
}

/// The markup of each part that is drawn, of the page at a path.
#[track_caller]
fn drawn(engine: Engine, content: &Path, path: &str, blank: bool) -> [String; 2] {
    let kind = if blank { "blank" } else { "whole" };
    let content_name = content.file_name().unwrap().to_string_lossy();
    let name = format!("{engine:?}-{content_name}-{kind}");
    let server = Server::start(&build(content, &name, blank), "/", Faults::default());
    let page = Page::open(engine, DESKTOP, &server, path);
    page.expect_ready();
    page.expect_silence();
    DRAWN.map(|part| {
        let question = format!("document.getElementById('{part}').innerHTML");
        page.text(&question, &[]).expect("markup is text")
    })
}

#[track_caller]
fn check(engine: Engine, content: &Path, path: &str) {
    let whole = drawn(engine, content, path, false);
    let blank = drawn(engine, content, path, true);
    for (part, (whole, blank)) in DRAWN.iter().zip(whole.iter().zip(&blank)) {
        assert!(
            !whole.is_empty(),
            "{part} of {} is empty",
            content.display()
        );
        let mut letters = whole.bytes().zip(blank.bytes());
        let differs = letters.position(|(one, other)| one != other);
        let at = differs.unwrap_or_else(|| whole.len().min(blank.len()));
        let around = |markup: &str| {
            let (from, to) = (at.saturating_sub(80), (at + 80).min(markup.len()));
            String::from_utf8_lossy(&markup.as_bytes()[from..to]).into_owned()
        };
        assert!(
            whole == blank,
            "{part} of {}, at byte {at}:\n  built: {}\n  drawn: {}",
            content.display(),
            around(whole),
            around(blank)
        );
    }
}

fn project(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

in_every_engine!(the_app_draws_what_the_build_machine_draws);

fn the_app_draws_what_the_build_machine_draws(engine: Engine) {
    check(engine, &project("content"), &site::article());
}

#[test]
fn the_app_draws_a_second_site_as_the_build_machine_does() {
    check(Engine::Chromium, &project("tests/sites/two"), "");
}

/// With pictures in all their sizes.
#[test]
fn the_app_draws_figures_as_the_build_machine_does() {
    check(
        Engine::Chromium,
        &project("tests/sites/any"),
        "clock-tower/",
    );
}

/// The small sites of `tests/pages`, which have what the others lack: nested mentions, lists without a row, all
/// forms of blocks.
#[test]
fn the_app_draws_small_sites_as_the_build_machine_does() {
    for name in ["small", "nested", "text", "figures"] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("contents")
            .join(name);
        let base = fs::read_to_string(project("tests/findings/base.txt")).unwrap();
        let page = fs::read_to_string(project(&format!("tests/pages/{name}.txt"))).unwrap();
        let files = page.split("=== ").next().unwrap();
        for archive in [&*base, files] {
            for (path, text) in archive
                .split("--- ")
                .filter_map(|file| file.split_once('\n'))
            {
                let path = folder.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
        }
        check(Engine::Chromium, &folder, "");
    }
}

in_every_engine!(a_blank_page_has_cards_and_views);

fn a_blank_page_has_cards_and_views(engine: Engine) {
    let folder = build(
        &project("content"),
        &format!("{engine:?}-cards-blank"),
        true,
    );
    let server = Server::start(&folder, "/", Faults::default());
    let page = Page::open(engine, DESKTOP, &server, &site::article());
    page.expect_ready();
    page.bring(&format!("#{MENTION}"), 250);
    page.press_mention(MENTION);
    page.expect_card("atajurt");
    page.open_view("timeline");
    assert!(page.has("[data-view='timeline'] .dates li"));
    page.expect_silence();
}
