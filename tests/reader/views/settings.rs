//! The reader's own settings: each holds at once, at the next visit, and for this one where storage is blocked.

use serde_json::{Value, json};

use super::marks::marked;
use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, Page, Window};
use crate::support::server::Server;
use crate::support::site;

const WIDE: Window = Window {
    width: 1920,
    height: 1080,
};
const BACKGROUND: &str = "getComputedStyle(document.documentElement).backgroundColor";
const PAPER: [(&str, &str); 3] = [
    ("light", "rgb(252, 252, 250)"),
    ("dark", "rgb(21, 22, 24)"),
    ("sepia", "rgb(245, 237, 221)"),
];

pub(super) fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page.open_view("settings");
    page
}

in_every_engine!(a_theme_holds_at_once_and_at_the_next_visit);

fn a_theme_holds_at_once_and_at_the_next_visit(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let device = page.ask(BACKGROUND, &[]);
    assert!(
        page.chosen("theme", ""),
        "as the device, until chosen otherwise"
    );
    for (theme, paper) in PAPER {
        page.choose("theme", theme);
        page.expect_answer(BACKGROUND, &json!(paper));
        page.reload();
        page.expect_ready();
        page.expect_view("settings");
        assert_eq!(page.ask(BACKGROUND, &[]), paper);
        assert!(page.chosen("theme", theme));
    }
    page.choose("theme", "");
    page.expect_answer(BACKGROUND, &device);
    page.reload();
    page.expect_ready();
    assert_eq!(page.ask(BACKGROUND, &[]), device);
    page.expect_silence();
}

/// What was chosen is there in the first frame that has a body, before the app is.
#[test]
fn no_frame_of_the_next_visit_shows_it_otherwise() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    for (name, value) in [
        ("theme", "sepia"),
        ("size", "x"),
        ("width", "narrow"),
        ("marks", "none"),
    ] {
        page.choose(name, value);
    }
    page.browser.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": "requestAnimationFrame(function look() {
            if (!document.body) return requestAnimationFrame(look);
            window.first = { ...document.documentElement.dataset, paper: getComputedStyle(document.documentElement).backgroundColor };
        })" }),
    );
    page.reload();
    page.expect_answer("typeof first", &json!("object"));
    let first = page.ask("first", &[]);
    assert_eq!(first["ready"], Value::Null, "the app was not there yet");
    assert_eq!(first["paper"], "rgb(245, 237, 221)");
    assert_eq!(
        json!([
            first["theme"],
            first["size"],
            first["width"],
            first["marks"]
        ]),
        json!(["sepia", "x", "narrow", "none"])
    );
}

in_every_engine!(text_size_and_line_width_hold_at_once_and_at_the_next_visit);

fn text_size_and_line_width_hold_at_once_and_at_the_next_visit(engine: Engine) {
    let server = site::serve();
    let page = open(engine, WIDE, &server);
    let size = |page: &Page| {
        page.number("parseFloat(getComputedStyle(document.querySelector('#p2')).fontSize)")
    };
    let width = |page: &Page| {
        let place = page.rect("#p2");
        place.right - place.left
    };
    let sizes = ["s", "", "l", "x"].map(|value| {
        page.choose("size", value);
        size(&page)
    });
    assert!(sizes.is_sorted_by(|one, other| one < other), "{sizes:?}");
    page.reload();
    page.expect_ready();
    assert_eq!(size(&page), sizes[3]);
    assert!(page.chosen("size", "x"));
    page.choose("size", "");
    let widths = ["narrow", "", "wide"].map(|value| {
        page.choose("width", value);
        width(&page)
    });
    assert!(widths.is_sorted_by(|one, other| one < other), "{widths:?}");
    page.reload();
    page.expect_ready();
    page.settle();
    assert_eq!(width(&page), widths[2]);
    assert!(page.chosen("width", "wide"));
}

#[test]
fn previews_are_switched_off_and_on() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    assert!(page.chosen("peeks", "on"));
    page.choose("peeks", "on");
    assert!(!page.chosen("peeks", "on"));
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.point_at(&format!("#{MENTION}"));
    // Longer than a peek takes to come.
    page.browser
        .run_until_called("setTimeout(arguments[0], 900)", &[]);
    assert_eq!(page.peek(), None);
    page.open_view("settings");
    page.choose("peeks", "on");
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.point_to(5, 400);
    page.point_at(&format!("#{MENTION}"));
    page.expect_peek(ENTITY);
}

/// Sentences that are dimmed, by their first words.
const DIMMED: &str = "[...(CSS.highlights.get('skim') ?? [])].map(range => range.toString())";

#[test]
fn sentences_without_names_are_dimmed_and_stay_so() {
    let server = site::serve_other("tests/sites/two");
    let page = Page::open(Engine::Chromium, DESKTOP, &server, "");
    page.expect_ready();
    page.open_view("settings");
    let before = page.text_place();
    assert_eq!(page.ask(DIMMED, &[]), json!([]));
    page.choose("skim", "on");
    let dimmed = page.ask(DIMMED, &[]);
    let words = |one: &Value| one.as_str().unwrap().split_whitespace().count();
    assert!(dimmed.as_array().unwrap().iter().any(|one| words(one) > 3));
    let named = page.ask(
        "[...(CSS.highlights.get('skim') ?? [])].filter(range =>
            [...document.querySelectorAll('[data-article] a[data-entity]')].some(link => range.intersectsNode(link) && link.textContent))
            .map(range => range.toString())",
        &[],
    );
    assert_eq!(named, json!([]), "no dimmed sentence names anybody");
    assert_eq!(page.text_place(), before);
    page.reload();
    page.expect_ready();
    page.expect_answer(DIMMED, &dimmed);
    assert!(page.chosen("skim", "on"));
    page.choose("skim", "on");
    page.expect_answer(DIMMED, &json!([]));
}

#[test]
fn single_keys_are_off_until_they_are_turned_on() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    assert!(!page.chosen("keys", "on"));
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.press_key("?");
    page.settle();
    assert_eq!(page.view(), None);
    page.open_view("settings");
    page.choose("keys", "on");
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.press_key("?");
    page.expect_view("help");
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.reload();
    page.expect_ready();
    page.press_key("?");
    page.expect_view("help");
}

#[test]
fn settings_hold_for_the_visit_where_storage_is_blocked() {
    let server = site::serve();
    let page = Page::blank(Engine::Chromium, DESKTOP);
    let blocked = "for (const store of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, store, { get() { throw new DOMException('blocked', 'SecurityError'); } });";
    page.browser.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": blocked }),
    );
    page.browser.go(&server.address(&site::article()));
    page.expect_ready();
    page.open_view("settings");
    for (theme, paper) in PAPER {
        page.choose("theme", theme);
        page.expect_answer(BACKGROUND, &json!(paper));
    }
    page.choose("marks", "none");
    assert_eq!(marked(&page), Vec::<String>::new());
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.open_view("settings");
    assert!(page.chosen("theme", "sepia") && page.chosen("marks", "none"));
    page.expect_silence();
}
