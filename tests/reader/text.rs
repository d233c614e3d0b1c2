//! The text as authors write it: footnotes, tables, preformatted letters, on a site that uses all of it.

use serde_json::json;

use crate::access;
use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page, Window};
use crate::support::server::Server;
use crate::support::site;

const CONTENT: &str = "tests/sites/any";
const PATH: &str = "the-dredger/";

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open(engine, window, server, PATH);
    page.expect_ready();
    page
}

in_every_engine!(a_footnote_has_a_card_of_its_own);

fn a_footnote_has_a_card_of_its_own(engine: Engine) {
    let server = site::serve_other(CONTENT);
    for window in [DESKTOP, PHONE] {
        let page = open(engine, window, &server);
        page.press("#fnref-1");
        page.expect_card("fn-1");
        page.expect_focus("card-name");
        assert_eq!(page.fragment(), "#fn-1");
        let said = page.words("[data-card]");
        assert!(said.contains("a company in liquidation"), "{said}");
        // A mention in it leads on along the trail.
        page.press("[data-card] a[href='#ent-maria-berg']");
        page.expect_card("maria-berg");
        page.press("[data-card] [data-act='back']");
        page.expect_card("fn-1");
        page.press_key(ESCAPE);
        page.expect_no_card();
        page.expect_focus("fnref-1");
        page.expect_silence();
    }
}

in_every_engine!(a_footnote_leads_back_to_each_of_its_signs);

fn a_footnote_leads_back_to_each_of_its_signs(engine: Engine) {
    let server = site::serve_other(CONTENT);
    let page = open(engine, DESKTOP, &server);
    page.press("#fnref-2");
    page.expect_card("fn-2");
    page.press("[data-card] a[href='#fnref-2-2']");
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("fnref-2-2"),
    );
    page.expect_card("fn-2");
    page.go_back();
    page.expect_card("fn-2");
    page.go_back();
    page.expect_no_card();
}

#[test]
fn a_resting_mouse_brings_a_footnote_as_a_peek() {
    let server = site::serve_other(CONTENT);
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.point_to(5, 500);
    page.point_at("#fnref-1");
    page.expect_peek("fn-1");
    assert!(
        page.words("[data-peek]")
            .contains("a company in liquidation")
    );
}

#[test]
fn an_address_opens_a_footnote_and_the_search_finds_it() {
    let server = site::serve_other(CONTENT);
    let page = Page::open(Engine::Chromium, DESKTOP, &server, "the-dredger/#fn-2");
    page.expect_ready();
    page.expect_card("fn-2");
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.open_view("search");
    page.type_words("liquidation");
    page.expect_answer(
        "!!document.querySelector('[data-result=fn-1]')",
        &json!(true),
    );
    page.press("[data-result='fn-1']");
    page.expect_card("fn-1");
    page.expect_silence();
}

in_every_engine!(without_scripts_a_footnote_shows_and_leads_back);

fn without_scripts_a_footnote_shows_and_leads_back(engine: Engine) {
    let server = site::serve_other_without_scripts(CONTENT);
    for window in [DESKTOP, PHONE] {
        let page = Page::open(engine, window, &server, PATH);
        page.press("#fnref-1");
        page.expect_answer("document.querySelector('.note:target')?.id", &json!("fn-1"));
        page.settle();
        let note = page.rect("#fn-1");
        assert!(page.holds(note), "it stands in the window: {note:?}");
        assert!(!note.overlaps(page.rect("#fnref-1")), "its sign is free");
        page.press("#fn-1 .back a");
        page.expect_answer("location.hash", &json!("#fnref-1"));
    }
}

#[test]
fn a_block_is_words_alone_and_the_page_never_wider_than_its_window() {
    let server = site::serve_other(CONTENT);
    let page = open(
        Engine::Chromium,
        Window {
            width: 320,
            height: 640,
        },
        &server,
    );
    let words = page.text("document.getElementById('p2').innerText", &[]);
    let words = words.unwrap();
    assert!(words.contains("whose she was. The council’s"), "{words}");
    for wide in ["#p5", "#p18"] {
        let scrolls = format!(
            "(box => box.scrollWidth > box.clientWidth && box.tabIndex == 0)(document.querySelector('{wide} .scroll'))"
        );
        page.expect_answer(&scrolls, &json!(true));
    }
    page.expect_answer(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
        &json!(true),
    );
}

#[test]
fn everyone_can_read_all_of_it() {
    access::check_at(&site::serve_other(CONTENT), PATH, |page| {
        page.expect_ready();
        page.press("#fnref-1");
        page.expect_card("fn-1");
    });
    access::check_at(&site::serve_other_without_scripts(CONTENT), PATH, |_| {});
}
