//! Two articles in one document, each with an explorer of its own: what happens in one changes nothing in the other.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, Page};
use crate::support::server::{Faults, Server};
use crate::support::site;

/// An entity of both articles, with another note in each.
const SHARED: &str = "almaty";
const BOTH: [&str; 2] = ["#one", "#two"];

/// A document of two published pages: the first article's in `#one`, whose explorer has the page's address, and the second
/// site's in `#two`, whose explorer has its own.
fn serve(engine: Engine) -> Server {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("sites")
        .join(format!("{engine:?}-together"));
    site::build(&root.join("tests/sites/two"), &folder);
    let read = |folder: &Path| fs::read_to_string(folder.join("index.html")).unwrap();
    let first = read(&site::folder().join(site::article()));
    let second = read(&folder);
    let files = fs::read_dir(&folder).unwrap();
    let files: Vec<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let file = |end| files.iter().find(|name| name.ends_with(end)).unwrap();
    let (script, wasm) = (file(".js"), file("_bg.wasm"));
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Two articles</title><style>{}</style></head><body>
        <div id=\"one\" {}>{}</div><div id=\"two\" {}>{}</div>
        <script type=\"module\">
            import start, {{ startIn }} from './{script}';
            await start({{ module_or_path: './{wasm}' }});
            startIn(document.getElementById('one'), 'first', true);
            startIn(document.getElementById('two'), 'second', false);
        </script></body></html>",
        between(&first, "<style>", "</style>"),
        between(&first, "<html ", ">"),
        body(&first),
        between(&second, "<html ", ">"),
        body(&second),
    );
    fs::write(folder.join("both.html"), page).unwrap();
    Server::start(&folder, "/", Faults::default())
}

/// What a page's body holds besides the script that starts its own explorer.
fn body(page: &str) -> String {
    let body = between(page, "<body>", "</body>");
    let loader = between(body, "<script type=\"module\">", "</script>");
    body.replace(loader, "")
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).unwrap().0
}

/// The document with both explorers ready.
fn open(engine: Engine, server: &Server, fragment: &str) -> Page {
    let page = Page::open(engine, DESKTOP, server, &["both.html", fragment].concat());
    expect_both(&page);
    page
}

fn expect_both(page: &Page) {
    let ready = "[...document.querySelectorAll('[data-ready=wasm]')].map(root => `#${root.id}`)";
    page.expect_answer(ready, &json!(BOTH));
}

/// The open card of an article.
fn card(root: &str) -> String {
    format!("document.querySelector('{root} [data-card]')?.dataset.card ?? null")
}

/// A mention of an entity in an article.
fn mention(root: &str, entity: &str) -> String {
    format!("{root} .block a[data-entity='{entity}'][id]")
}

/// All that an article's element holds.
fn markup(page: &Page, root: &str) -> Value {
    page.ask("document.querySelector($0).outerHTML", &[json!(root)])
}

/// Presses what lies in sight once it is brought there, and says what the other article looked like before.
#[track_caller]
fn press(page: &Page, selector: &str, top: i64, other: &str) -> Value {
    page.bring(selector, top);
    let before = markup(page, other);
    page.press(selector);
    before
}

in_every_engine!(pressing_in_one_article_changes_nothing_in_another);

fn pressing_in_one_article_changes_nothing_in_another(engine: Engine) {
    let server = serve(engine);
    let page = open(engine, &server, "");
    let [one, two] = BOTH;
    let second = press(&page, &format!("{one} #{MENTION}"), 250, two);
    page.expect_answer(&card(one), &json!(ENTITY));
    page.settle();
    assert_eq!(
        markup(&page, two),
        second,
        "the second article is as it was"
    );
    assert_eq!(page.fragment(), format!("#ent-{ENTITY}"));

    let pressed = mention(two, SHARED);
    let first = press(&page, &pressed, 250, one);
    page.expect_answer(&card(two), &json!(SHARED));
    page.settle();
    assert_eq!(markup(&page, one), first, "the first article is as it was");
    assert_eq!(
        page.fragment(),
        format!("#ent-{ENTITY}"),
        "the address is the first one's"
    );
    let fact = |part: &str| {
        let question = "document.querySelector($0).textContent";
        page.text(question, &[json!(format!("{part} [data-fact]"))])
            .unwrap()
    };
    let note = |root: &str| fact(&format!("{root} [data-note='{SHARED}']"));
    assert_eq!(fact("#two [data-card]"), note(two), "it is its own note");
    assert_ne!(note(one), note(two));

    page.press_key(ESCAPE);
    page.expect_answer(&card(two), &Value::Null);
    page.expect_focus_on(&pressed);
    page.press_key(ESCAPE);
    page.settle();
    assert_eq!(
        markup(&page, one),
        first,
        "a key in one means nothing in another"
    );
    page.go_back();
    page.expect_answer(&card(one), &Value::Null);
    page.expect_silence();
}

in_every_engine!(an_address_opens_a_card_in_the_article_whose_it_is);

fn an_address_opens_a_card_in_the_article_whose_it_is(engine: Engine) {
    let server = serve(engine);
    let shared = format!("#ent-{SHARED}");
    let page = open(engine, &server, &shared);
    let [one, two] = BOTH;
    page.expect_answer(&card(one), &json!(SHARED));
    page.settle();
    assert_eq!(page.ask(&card(two), &[]), Value::Null);

    let page = open(engine, &server, "");
    page.ask("location.hash = $0", &[json!(shared)]);
    page.expect_answer(&card(one), &json!(SHARED));
    page.settle();
    assert_eq!(page.ask(&card(two), &[]), Value::Null);
    press(&page, &mention(two, "kazakhstan"), 250, one);
    page.expect_answer(&card(two), &json!("kazakhstan"));
    page.go_back();
    page.expect_answer(&card(one), &Value::Null);
    page.settle();
    assert_eq!(page.ask(&card(two), &[]), json!("kazakhstan"));
    press(&page, &mention(two, "kazakhstan"), 250, one);
    page.expect_answer(&card(two), &Value::Null);
    assert_eq!(page.fragment(), "");
    page.expect_silence();
}

/// Both articles have blocks of the same ids.
#[test]
fn a_link_within_an_article_leads_to_its_own_text() {
    let engine = Engine::Chromium;
    let server = serve(engine);
    let page = open(engine, &server, "");
    let link = "#two [data-note] a[href^='#p']";
    let block = page.ask("document.querySelector($0).hash", &[json!(link)]);
    let block = format!("#two {}", block.as_str().unwrap());
    press(&page, link, 250, "#one");
    page.expect_focus_on(&block);
    page.settle();
    assert!(page.holds(page.rect(&block)), "{block} is in the window");
    assert_eq!(page.fragment(), "", "the address is the first one's");
}

/// Where nothing has the focus.
#[test]
fn keys_are_for_the_article_that_was_pressed_last() {
    let engine = Engine::Chromium;
    let server = serve(engine);
    let page = open(engine, &server, "");
    let views = "[...document.querySelectorAll('[data-view]')]
        .map(view => [view.closest('body > div').id, view.dataset.view])";
    for [root, other] in [["one", "#two"], ["two", "#one"]] {
        press(&page, &format!("#{root} .hint"), 250, other);
        page.expect_answer("document.activeElement === document.body", &json!(true));
        page.press_key_with_control("k");
        page.expect_answer(views, &json!([[root, "search"]]));
        page.settle();
        page.press_key(ESCAPE);
        page.expect_answer(views, &json!([]));
    }
}

in_every_engine!(each_article_keeps_its_settings_under_its_own_prefix);

fn each_article_keeps_its_settings_under_its_own_prefix(engine: Engine) {
    let server = serve(engine);
    let page = open(engine, &server, "");
    let choose = |root: &str, theme: &str, other: &str| {
        // At the window's upper edge no view of another article lies over it.
        let tab = format!("{root} [data-open-view='settings']");
        let closed = press(&page, &tab, 8, other);
        let label = format!("{root} [data-view] label:has([value='{theme}'])");
        page.expect_answer(
            &format!("document.querySelector(\"{label}\") !== null"),
            &json!(true),
        );
        page.settle();
        assert_eq!(markup(&page, other), closed, "{other} is as it was");
        page.reveal(&label);
        let before = markup(&page, other);
        page.press(&label);
        let theme_of = format!("document.querySelector('{root}').dataset.theme ?? null");
        page.expect_answer(&theme_of, &json!(theme));
        page.settle();
        assert_eq!(markup(&page, other), before, "{other} is as it was");
    };
    let chosen =
        "[...document.querySelectorAll('[data-seg=theme] :checked')].map(field => field.value)";
    choose("#one", "dark", "#two");
    choose("#two", "sepia", "#one");
    page.expect_answer(chosen, &json!(["dark", "sepia"]));
    let kept = json!([["first theme", "dark"], ["second theme", "sepia"]]);
    page.expect_answer(
        "Object.entries(localStorage).filter(([key]) => /theme/.test(key)).sort()",
        &kept,
    );
    page.reload();
    expect_both(&page);
    page.expect_answer(
        "['html', '#one', '#two'].map(root => document.querySelector(root).dataset.theme ?? null)",
        &json!([null, "dark", "sepia"]),
    );
}

/// The browser keeps what is lit by name, for the whole document.
#[test]
fn words_dimmed_in_one_article_leave_those_of_another() {
    let server = serve(Engine::Chromium);
    let page = open(Engine::Chromium, &server, "");
    let dimmed = "['#one', '#two'].map(root => [...(CSS.highlights.get('skim') ?? [])]
        .some(range => document.querySelector(root).contains(range.startContainer)))";
    let switch = |root: &str| {
        let label = format!("{root} [data-view] label:has([name='skim'])");
        page.reveal(&label);
        page.press(&label);
    };
    for [root, other] in [BOTH, ["#two", "#one"]] {
        press(
            &page,
            &format!("{root} [data-open-view='settings']"),
            8,
            other,
        );
        page.expect_answer(
            &format!("document.querySelectorAll('{root} [data-view]').length"),
            &json!(1),
        );
        page.settle();
        switch(root);
        page.expect_answer(dimmed, &json!([true, root == "#two"]));
    }
    switch("#two");
    page.expect_answer(dimmed, &json!([true, false]));
}
