//! The whole way by keyboard alone: mention, card, other mention, back to the same word.

use serde_json::json;

use crate::support::acts::{ENTER, ESCAPE, TAB};
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page};
use crate::support::site;

in_every_engine!(round_trip);

fn round_trip(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    // Almaty stands just before it.
    page.ask("document.getElementById('m-almaty-2').focus()", &[]);
    page.press_key(TAB);
    page.expect_focus(MENTION);
    assert_eq!(page.card(), None, "focus alone shows nothing");
    page.press_key(ENTER);
    page.expect_focus_in_card(ENTITY);
    let before = page.place(MENTION);
    page.press_key("]");
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("m-atajurt-3"),
    );
    page.press_key("]");
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("m-atajurt-4"),
    );
    page.press_key("[");
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("m-atajurt-3"),
    );
    page.press_key("b");
    page.expect_focus(MENTION);
    page.expect_place(MENTION, before);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_focus(MENTION);
    page.expect_silence();
}

#[test]
fn escape_after_stepping_returns_to_the_mention_reached() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.ask("document.getElementById('m-atajurt-2').focus()", &[]);
    page.press_key(ENTER);
    page.expect_focus_in_card(ENTITY);
    page.press_key("]");
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("m-atajurt-3"),
    );
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_focus("m-atajurt-3");
}

#[test]
fn single_keys_are_the_page_s_while_no_card_has_the_focus() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.ask("document.getElementById('m-atajurt-2').focus()", &[]);
    page.press_key("]");
    page.settle();
    assert!(!page.has("[data-lit]"));
}

#[test]
fn tab_goes_through_the_card_and_on_from_the_mention() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_focus_in_card(ENTITY);
    page.ask(
        "document.querySelector('[data-card] [data-act=next]').focus()",
        &[],
    );
    page.press_key(TAB);
    page.expect_answer("document.activeElement.dataset.entity", &json!("china"));
    page.expect_card(ENTITY);
}

#[test]
fn a_sheet_keeps_the_focus_in_it() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, PHONE, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_focus_in_card(ENTITY);
    assert!(page.has("[data-card][aria-modal='true']"));
    page.ask(
        "document.querySelector('[data-card] [data-act=next]').focus()",
        &[],
    );
    page.press_key(TAB);
    page.expect_answer(
        "document.activeElement.closest('[data-card]') !== null",
        &json!(true),
    );
    page.expect_answer("document.activeElement.dataset.act", &json!("taller"));
}
