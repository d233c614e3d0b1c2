//! The pages of a site that are no article's, and the addresses that something had.

use serde_json::{Value, json};

use crate::access::findings;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Window};
use crate::support::site;

/// A site with pages of all sorts.
const ANY: &str = "tests/sites/any";
/// One of each sort.
const PAGES: [&str; 5] = [
    "",
    "sections/harbour/",
    "tags/mud/",
    "entities/",
    "entities/riverton/",
];

#[test]
fn everyone_can_read_the_pages_of_a_site() {
    let server = site::serve_other(ANY);
    let mut all = Vec::new();
    for path in PAGES {
        for window in [DESKTOP, PHONE] {
            let page = Page::open(Engine::Chromium, window, &server, path);
            for theme in ["light", "dark"] {
                page.ask(
                    "document.documentElement.dataset.theme = $0",
                    &[Value::from(theme)],
                );
                page.settle();
                let found = findings(&page).into_iter();
                all.extend(found.map(|line| format!("/{path}, {theme}: {line}")));
            }
        }
    }
    assert!(all.is_empty(), "axe-core finds:\n{}", all.join("\n"));
}

#[test]
fn the_pages_of_a_site_fit_a_small_window() {
    let server = site::serve_other(ANY);
    let narrow = Window {
        width: 320,
        height: 640,
    };
    for path in PAGES {
        let page = Page::open(Engine::Chromium, narrow, &server, path);
        let width = page.number("document.documentElement.scrollWidth");
        assert!(width <= 320.0, "/{path} is {width} wide");
    }
}

#[test]
fn a_former_address_leads_to_the_page_and_its_card() {
    let server = site::serve_other(ANY);
    let former = "mud-by-night/#ent-riverton-town";
    let page = Page::open(Engine::Chromium, DESKTOP, &server, former);
    page.expect_answer("location.pathname", &json!("/dredging-starts/"));
    page.expect_ready();
    page.expect_card("riverton");
}

/// The browser leads on by itself, but leaves the fragment behind where no script runs: the article's own address is asked.
#[test]
fn a_former_address_opens_the_note_without_scripts() {
    let server = site::serve_other_without_scripts(ANY);
    for window in [DESKTOP, PHONE] {
        let former = "dredging-starts/#ent-riverton-town";
        let page = Page::open(Engine::Chromium, window, &server, former);
        let note = ":target [data-note='riverton']";
        let is_card = format!("getComputedStyle(document.querySelector(\"{note}\")).position");
        page.expect_answer(&is_card, &json!("fixed"));
        let place = page.rect(note);
        assert!(
            page.holds(place),
            "the note stands in the window: {place:?}"
        );
        page.press(&format!("{note} a[href='#read']"));
        page.expect_answer(
            "!document.querySelector(':target [data-note]')",
            &json!(true),
        );
    }
}

#[test]
fn what_is_shared_from_the_front_page_is_the_article_s_own_address() {
    let server = site::serve();
    let page = Page::open(Engine::Chromium, DESKTOP, &server, "");
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.settle();
    page.ask(
        "navigator.clipboard.writeText = text => { window.written = text; return Promise.resolve(); }",
        &[],
    );
    page.press("[data-card] [data-act='share']");
    let own = format!("/{}#ent-{ENTITY}", site::article());
    page.expect_answer(
        "window.written && window.written.slice(location.origin.length)",
        &json!(own),
    );
}
