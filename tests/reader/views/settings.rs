//! The reader's own settings: each holds at once, at the next visit, and for this one where storage is blocked.

use serde_json::{Value, json};

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

in_every_engine!(a_sign_is_no_block_of_colour);

/// A sign is cut out of a square of its colour.
fn a_sign_is_no_block_of_colour(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    for (element, pseudo) in [
        (".prose p a[data-first]", "::before"),
        (".notes .glyph", ""),
        (".ents .glyph", ""),
    ] {
        let painted = page.ask(
            "(sign => [sign.clipPath.startsWith('polygon('), sign.width === sign.height, parseFloat(sign.width) > 5])(
                getComputedStyle(document.querySelector($0), $1))",
            &[json!(element), json!(pseudo)],
        );
        assert_eq!(painted, json!([true, true, true]), "{element}");
        let inside = page.ask(
            "document.querySelector($0).closest('[data-kind]') !== null",
            &[json!(element)],
        );
        assert_eq!(inside, json!(true), "{element} has a kind");
    }
}

fn open(engine: Engine, window: Window, server: &Server) -> Page {
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

/// Mentions in body text that bear a mark: a dotted line.
fn marked(page: &Page) -> Vec<String> {
    let marked = page.ask(
        "[...document.querySelectorAll('[data-article] p a[data-entity][id]')]
            .filter(link => (style => style.textDecorationLine.includes('underline') && style.textDecorationColor !== 'rgba(0, 0, 0, 0)')(getComputedStyle(link))).map(link => link.id)",
        &[],
    );
    serde_json::from_value(marked).unwrap()
}

/// Mentions in body text in their order: id and entity, and the section each stands in.
fn mentions(page: &Page) -> Vec<(String, String, u64)> {
    let mentions = page.ask(
        "(() => {
            let section = 0;
            const found = [];
            for (const one of document.querySelectorAll('[data-article] :is(h2, h3, h4).block, [data-article] p a[data-entity][id]')) {
                if (one.matches('a')) found.push([one.id, one.dataset.entity, section]); else section++;
            }
            return found;
        })()",
        &[],
    );
    serde_json::from_value(mentions).unwrap()
}

fn firsts<K: PartialEq>(
    mentions: &[(String, String, u64)],
    key: impl Fn(&(String, String, u64)) -> K,
) -> Vec<String> {
    let mut seen = Vec::new();
    let mut firsts = Vec::new();
    for mention in mentions {
        if !seen.contains(&key(mention)) {
            seen.push(key(mention));
            firsts.push(mention.0.clone());
        }
    }
    firsts
}

in_every_engine!(marks_are_all_or_first_or_none_and_no_text_moves);

fn marks_are_all_or_first_or_none_and_no_text_moves(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let mentions = mentions(&page);
    let all: Vec<String> = mentions.iter().map(|one| one.0.clone()).collect();
    assert!(page.chosen("marks", "all"), "a short article marks all");
    assert_eq!(marked(&page), all);
    let words = "[...document.querySelectorAll('[data-article] a[data-entity]')].map(one => [...one.getClientRects()].map(({ left, top, width, height }) => [left, top, width, height]))";
    let (before, words_before) = (page.text_place(), page.ask(words, &[]));
    let wanted = [
        ("section", firsts(&mentions, |one| (one.1.clone(), one.2))),
        ("first", firsts(&mentions, |one| one.1.clone())),
        ("none", Vec::new()),
        ("all", all),
    ];
    for (marks, wanted) in wanted {
        page.choose("marks", marks);
        assert_eq!(marked(&page), wanted, "{marks}");
        assert_eq!(page.text_place(), before, "{marks}: no block moves");
        assert_eq!(page.ask(words, &[]), words_before, "{marks}: nor any words");
    }
    page.choose("marks", "first");
    page.reload();
    page.expect_ready();
    assert_eq!(marked(&page), firsts(&mentions, |one| one.1.clone()));
    page.expect_silence();
}

#[test]
fn an_unmarked_mention_is_still_a_link_and_marked_under_the_pointer() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.choose("marks", "none");
    page.choose("peeks", "on");
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.point_at(&format!("#{MENTION}"));
    page.settle();
    assert_eq!(marked(&page), [MENTION]);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
}

in_every_engine!(a_kind_is_left_unmarked_and_no_text_moves);

fn a_kind_is_left_unmarked_and_no_text_moves(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let (all, before) = (marked(&page), page.text_place());
    let is = |kind: &str| {
        let found = page.ask(
            "[...document.querySelectorAll(`[data-article] p a[data-kind='${$0}'][id]`)].map(link => link.id)",
            &[json!(kind)],
        );
        serde_json::from_value::<Vec<String>>(found).unwrap()
    };
    let (people, places) = (is("person"), is("place"));
    assert!(page.chosen("plain", "person"));
    page.choose("plain", "person");
    page.choose("plain", "place");
    let mut wanted = all.clone();
    wanted.retain(|id| !people.contains(id) && !places.contains(id));
    assert!(wanted.len() < all.len());
    assert_eq!(marked(&page), wanted);
    assert_eq!(page.text_place(), before);
    page.reload();
    page.expect_ready();
    page.settle();
    assert_eq!(marked(&page), wanted);
    assert!(!page.chosen("plain", "person") && page.chosen("plain", "law"));
    page.choose("plain", "person");
    page.choose("plain", "place");
    assert_eq!(marked(&page), all);
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
