//! What can break does not break the page: it goes on without its app, and says so once.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, Page};
use crate::support::server::{Faults, Server, Wasm};
use crate::support::site;
use crate::support::wait::eventually;

/// The page works as it does without scripts, and one warning says why.
#[track_caller]
fn check_without_app(engine: Engine, server: &Server) {
    let page = Page::open_article(engine, DESKTOP, server);
    page.expect_one_warning();
    assert!(!page.ready());
    expect_notes(&page);
    page.expect_one_warning();
}

#[track_caller]
fn expect_notes(page: &Page) {
    let before = page.place(MENTION);
    page.press_mention(MENTION);
    page.expect_note(ENTITY);
    page.close_note();
    page.expect_no_note();
    page.expect_place(MENTION, before);
}

in_every_engine!(the_page_works_without_its_wasm);

fn the_page_works_without_its_wasm(engine: Engine) {
    check_without_app(engine, &site::serve_with_wasm(Wasm::Missing));
}

in_every_engine!(the_page_works_with_half_its_wasm);

fn the_page_works_with_half_its_wasm(engine: Engine) {
    check_without_app(engine, &site::serve_with_wasm(Wasm::Cut));
}

in_every_engine!(the_page_works_with_corrupt_wasm);

fn the_page_works_with_corrupt_wasm(engine: Engine) {
    check_without_app(engine, &site::serve_with_wasm(Wasm::Corrupt));
}

in_every_engine!(the_page_works_without_its_script);

fn the_page_works_without_its_script(engine: Engine) {
    let server = site::serve_with(Faults {
        script_missing: true,
        ..Faults::default()
    });
    check_without_app(engine, &server);
}

in_every_engine!(a_failed_start_clears_the_fragment);

/// As any other failure does: what the address named was a layer of the app's.
fn a_failed_start_clears_the_fragment(engine: Engine) {
    let server = site::serve_with_wasm(Wasm::Missing);
    let page = Page::open(
        engine,
        DESKTOP,
        &server,
        &[&site::article(), "#search"].concat(),
    );
    page.expect_one_warning();
    assert_eq!(page.fragment(), "");
}

in_every_engine!(wasm_of_the_wrong_type_still_attaches);

fn wasm_of_the_wrong_type_still_attaches(engine: Engine) {
    let server = site::serve_with_wasm(Wasm::Mistyped);
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.expect_silence();
}

#[test]
fn the_app_works_where_storage_is_blocked() {
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
    page.bring("#m-atajurt-2", 250);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.expect_silence();
}

in_every_engine!(an_app_that_cannot_go_on_gives_the_page_back);

fn an_app_that_cannot_go_on_gives_the_page_back(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    let refuse =
        "document.createElement = document.createElementNS = () => { throw new Error('refused'); }";
    page.ask(refuse, &[]);
    page.press_mention(MENTION);
    eventually("the app gives up", || (!page.ready()).then_some(()));
    page.expect_one_warning();
    assert_eq!(page.fragment(), "", "the address names no card");
    expect_notes(&page);
    page.expect_one_warning();
}

/// As an extension might, that takes our card for an advertisement.
#[test]
fn a_page_whose_card_was_torn_out_works_on() {
    let tears = [
        "document.querySelector('[data-card]').remove()",
        "document.querySelector('[data-card]').parentNode.replaceChildren()",
        "document.querySelector('[data-card]').parentNode.remove()",
    ];
    for tear in tears {
        let server = site::serve();
        let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
        page.expect_ready();
        page.press_mention(MENTION);
        page.expect_card(ENTITY);
        page.ask(tear, &[]);
        page.press_key(ESCAPE);
        page.settle();
        page.press_mention(MENTION);
        eventually(
            &format!("card or note on Atajurt is shown after {tear}"),
            || {
                page.card()
                    .or_else(|| page.note_shown())
                    .filter(|id| id == ENTITY)
            },
        );
        page.expect_at_most_one_warning();
    }
}
